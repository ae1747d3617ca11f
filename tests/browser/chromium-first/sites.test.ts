/** Which sites are cleaned, as the settings say: in tabs that are open and in those to come. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { applySettings, reportOf } from '../page-helpers.ts';
import { describeChromiumFirst, FIXTURES, type Rig, until } from '../rig.ts';
import { showsText, untilGone, waitForPopup } from '../visible.ts';

/** Gone from every article that our code runs on. */
const TOKEN = '[ad_1]';
/** Stays on an original post, except in Mode `always`. */
const FORM = 'Leave a Reply';
const HOSTS = ['a.test', 'www.a.test', 'sub.a.test', 'deep.sub.a.test', 'sub.a.test.', 'b.test'];

const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const isCleaned = (page: Page) => untilGone(page, TOKEN);

/** Whether a content script of ours listens in the page's tab. */
async function hasOurCode(rig: Rig, page: Page): Promise<boolean> {
  const id = await rig.tabId(page);
  return rig.api<boolean>(
    `browser.tabs.sendMessage(${id}, { type: 'standing' }).then(() => true, (error) => {
       if (/Receiving end/.test(error)) return false;
       throw error;
     })`,
  );
}

/** Whether all of the page has been looked at. */
const hasRead = async (rig: Rig, page: Page): Promise<boolean> =>
  rig.api<boolean>(
    `browser.tabs.sendMessage(${await rig.tabId(page)}, { type: 'standing' }).then(({ loading }) => !loading, () => false)`,
  );

/** Names of the isolated worlds in a page: one for each extension that runs there. Chromium only. */
async function worlds(page: Page): Promise<string[]> {
  const names: string[] = [];
  const session = await page.createCDPSession();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.type === 'isolated') names.push(context.name);
  });
  await session.send('Runtime.enable');
  await session.detach();
  return names;
}

describeChromiumFirst(
  'sites',
  (rig, target) => {
    const pages: Page[] = [];
    const open = async (host: string, file = 'repost-en') => {
      const page = await rig().open(`http://${host}/${file}`);
      pages.push(page);
      return page;
    };
    const title = async (page: Page) =>
      rig().api<string>(`browser.action.getTitle({ tabId: ${await rig().tabId(page)} })`);

    afterEach(async () => {
      await Promise.all(pages.splice(0).map((page) => page.close()));
      await applySettings(rig(), { defaultMode: 'auto', sites: {}, kinds: {}, badge: true, adTokensAnywhere: true });
    });

    test('a Site that is off has no code of ours, nor have its subdomains; another site is untouched', async () => {
      await applySettings(rig(), { sites: { 'a.test': 'off' } });
      for (const host of ['a.test', 'www.a.test', 'deep.sub.a.test', 'sub.a.test.']) {
        const page = await open(host);
        expect(await hasOurCode(rig(), page)).toBe(false);
        expect(await showsText(page, TOKEN)).toBe(true);
        if (target === 'chromium') expect(await worlds(page)).not.toContain('Clean Copy');
      }
      const other = await open('b.test');
      await isCleaned(other);
      if (target === 'chromium') expect(await worlds(other)).toContain('Clean Copy');
    });

    test('a subdomain may have a Mode of its own, and so may one inside it', async () => {
      await applySettings(rig(), { sites: { 'a.test': 'off', 'sub.a.test': 'auto', 'deep.sub.a.test': 'off' } });
      expect(await hasOurCode(rig(), await open('a.test'))).toBe(false);
      await isCleaned(await open('sub.a.test'));
      expect(await hasOurCode(rig(), await open('deep.sub.a.test'))).toBe(false);
      await isCleaned(await open('b.test'));
    });

    test('with everything off by default, a Site can be on', async () => {
      await applySettings(rig(), { defaultMode: 'off', sites: { 'a.test': 'auto' } });
      await isCleaned(await open('sub.a.test'));
      expect(await hasOurCode(rig(), await open('b.test'))).toBe(false);
    });

    test('ad tokens go on any article, or where nothing else is cleaned they stay, as the reader likes', async () => {
      const article = readFileSync(`${FIXTURES}/original-en.html`, 'utf8');
      const url = 'http://b.test/token';
      rig().site.page(url, article.replace('<div class="entry-content">', `$&<p>${TOKEN}</p>`));
      const page = await open('b.test', 'token');
      await isCleaned(page);
      expect(await showsText(page, FORM)).toBe(true);
      await applySettings(rig(), { adTokensAnywhere: false });
      await until('the token is back', () => showsText(page, TOKEN));
      const later = await open('b.test', 'token');
      await until('the later page has been read', () => hasRead(rig(), later));
      expect(await showsText(later, TOKEN)).toBe(true);
      await isCleaned(await open('b.test'));
      await applySettings(rig(), { adTokensAnywhere: true });
      await isCleaned(later);
    });

    test('open tabs follow at once, and only those concerned', async () => {
      const [page, other] = [await open('sub.a.test'), await open('b.test')];
      await applySettings(rig(), { sites: { 'a.test': 'off' } });
      const untouched = await html(await open('sub.a.test'));
      await isCleaned(other);
      await until('it is restored', async () => (await html(page)) === untouched);
      expect(await showsText(page, TOKEN)).toBe(true);
      expect(await hasOurCode(rig(), page)).toBe(false);
      expect(await hasOurCode(rig(), other)).toBe(true);
      await applySettings(rig(), { sites: {} });
      await isCleaned(page);
    });

    test('Mode always cleans an original post too, in open tabs and in new ones', async () => {
      const page = await open('a.test', 'original-en');
      await until('our code is there', () => hasOurCode(rig(), page));
      expect(await showsText(page, FORM)).toBe(true);
      await applySettings(rig(), { sites: { 'a.test': 'always' } });
      await untilGone(page, FORM);
      await untilGone(await open('a.test', 'original-en'), FORM);
    });

    test('a kind that is off stays, in open tabs and in new ones', async () => {
      await applySettings(rig(), { sites: { 'a.test': 'always' } });
      const page = await open('a.test');
      await untilGone(page, FORM);
      await applySettings(rig(), { kinds: { 'comment-form': false } });
      await until('the form is back', () => showsText(page, FORM));
      await isCleaned(page);
      const fresh = await open('a.test');
      await untilGone(fresh, 'Share this');
      expect(await showsText(fresh, FORM)).toBe(true);
    });

    test('the toolbar button counts what is hidden, and is grey where the Site is off', async () => {
      const page = await open('a.test');
      await isCleaned(page);
      const { hidden } = await reportOf(rig(), page);
      expect(hidden).toBeGreaterThan(0);
      const count = String(hidden);
      // It may be that of half the page at first.
      await until(
        'the badge',
        () => rig().badge(page),
        (text) => text === count,
      );
      expect(await title(page)).toBe('Clean Copy');
      await applySettings(rig(), { badge: false });
      await until(
        'no badge',
        () => rig().badge(page),
        (text) => text === '',
      );
      await applySettings(rig(), { badge: true });
      await until(
        'the badge again',
        () => rig().badge(page),
        (text) => text === count,
      );
      await applySettings(rig(), { sites: { 'a.test': 'off' } });
      await until(
        'no badge',
        () => rig().badge(page),
        (text) => text === '',
      );
      expect(await title(page)).toContain('off');
      const fresh = await open('a.test');
      await until(
        'grey after loading',
        () => title(fresh),
        (text) => text.includes('off'),
      );
      await applySettings(rig(), { sites: {} });
      await until(
        'usual again',
        () => title(page),
        (text) => !text.includes('off'),
      );
      await page.goto('http://b.test/text.txt');
      expect(await rig().badge(page)).toBe('');
    });

    test('“Clean this page” where the Site is off cleans once and keeps nothing', async () => {
      await applySettings(rig(), { sites: { 'a.test': 'off' } });
      const page = await open('a.test');
      await rig().api(`browser.runtime.sendMessage({ type: 'clean-tab', tabId: ${await rig().tabId(page)} })`);
      await untilGone(page, FORM);
      await page.reload();
      expect(await hasOurCode(rig(), page)).toBe(false);
      expect(await showsText(page, FORM)).toBe(true);
    });

    test('changes in quick succession end in what was set last', async () => {
      await rig().api(`(async () => {
        for (let i = 0; i < 20; i++)
          await browser.storage.local.set({ sites: { 'a.test': i % 2 ? 'always' : 'off', ['n' + i + '.test']: 'off' } });
      })()`);
      await applySettings(rig(), { sites: { 'b.test': 'off', 'a.test': 'always' } });
      const registered = await rig().api<{ id: string; excludeMatches?: string[] }[]>(
        'browser.scripting.getRegisteredContentScripts()',
      );
      expect(registered.map(({ id }) => id).sort()).toEqual(['always-1', 'auto-0']);
      expect(registered.find(({ id }) => id === 'auto-0')?.excludeMatches?.sort()).toEqual([
        ...(target === 'firefox' ? ['*://*.a.test./*'] : []),
        '*://*.a.test/*',
        ...(target === 'firefox' ? ['*://*.b.test./*'] : []),
        '*://*.b.test/*',
      ]);
    });

    test('a background that is killed, also in the middle of a change, ends up with what was set', async () => {
      const page = await open('a.test');
      await isCleaned(page);
      await rig().killBackground();
      await applySettings(rig(), { sites: { 'a.test': 'off' } });
      await until('it is restored', () => showsText(page, TOKEN));
      for (const mode of ['always', 'off', 'auto'] as const) {
        await rig().api(`browser.storage.local.set({ sites: { 'a.test': '${mode}' } })`);
        await rig().killBackground();
      }
      // Wakes the background, if nothing else did.
      await open('b.test');
      await applySettings(rig(), { sites: { 'a.test': 'auto' } });
      await isCleaned(page);
      await isCleaned(await open('a.test'));
    });

    test('the switch pressed twice within milliseconds stands where it stood', async () => {
      const page = await open('a.test');
      await isCleaned(page);
      const popup = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      await popup.show();
      await waitForPopup(popup);
      for (let round = 0; round < 20; round++) {
        // At once, and while the first press is stored, applied and drawn.
        await popup.evaluate(
          async (ms) => {
            const press = () => document.querySelector<HTMLElement>('input[role=switch]')?.click();
            press();
            if (ms > 0) await new Promise((done) => setTimeout(done, ms));
            press();
            return 0;
          },
          (round % 5) ** 2,
        );
        await until(
          `all is as before round ${round}`,
          async () => ({
            on: await popup.evaluate<boolean>(`document.querySelector('input[role=switch]').checked`),
            sites: await rig().api<object>('browser.storage.local.get("sites").then(({ sites }) => sites ?? {})'),
          }),
          ({ on, sites }) => on && Object.keys(sites).length === 0,
        );
        if (round % 4 === 3) await isCleaned(page);
      }
      await popup.close();
    });

    test('the choice survives a restart', async () => {
      await applySettings(rig(), { sites: { 'a.test': 'off', 'sub.a.test': 'always' } });
      await rig().restart();
      expect(await hasOurCode(rig(), await open('a.test'))).toBe(false);
      await untilGone(await open('sub.a.test', 'original-en'), FORM);
      await isCleaned(await open('b.test'));
    });
  },
  { site: (site) => void HOSTS.forEach((host) => void site.host(host, FIXTURES)) },
);
