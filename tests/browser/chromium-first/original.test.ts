/** "Go to the original": from a copy, on a Site for which a person has chosen it, to where it was published first. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import en from '../../../src/locales/en.json' with { type: 'json' };
import { makeOpener } from '../fault-helpers.ts';
import { noticeOf } from '../notice-frame.ts';
import { applySettings } from '../page-helpers.ts';
import { describeChromiumFirst, FIXTURES, picture, type Rig, until } from '../rig.ts';
import { choose, untilGone, waitForControl } from '../visible.ts';

const LITTER = 'Leave a Reply';
const HTML = readFileSync(`${FIXTURES}/repost-en.html`, 'utf8');

/** The fixture, copied from another page. */
const copyOf = (original: string, more = '') =>
  HTML.replaceAll('https://thehighlandpost.example/2026/04/library-on-wheels', original)
    .replaceAll('https://thehighlandpost.example', new URL(original).origin)
    .replace('</head>', `${more}</head>`);

/** What tabs were at, with the number of requests for each page of a Site. */
const visits = (rig: Rig, address: string) => rig.site.requests.filter((one) => one === `GET ${address}`).length;

/** A tab that is asked from outside: whoever evaluates in a page makes the browser think that the reader has used it. */
interface Tab {
  readonly page: Page;
  readonly id: number;
}

const addressOf = (rig: Rig, { id }: Tab) => rig.api<string>(`browser.tabs.get(${id}).then(({ url }) => url)`);

const isAt = (rig: Rig, tab: Tab, address: string) =>
  until(
    `the tab is at ${address}`,
    () => addressOf(rig, tab),
    (url) => url === address,
  );

/** Whether all of the page has been looked at. */
const hasRead = (rig: Rig, { id }: Tab) =>
  until('the page has been read', () =>
    rig.api<boolean>(
      `browser.tabs.sendMessage(${id}, { type: 'standing' }).then(({ loading }) => !loading, () => false)`,
    ),
  );

describeChromiumFirst(
  'from a copy to the original',
  (rig, target) => {
    const opener = makeOpener(rig);
    afterEach(async () => {
      await opener.closeAll();
      await applySettings(rig(), { defaultMode: 'auto', sites: {} });
    });
    const serve = (name: string, original: string, more?: string) => {
      const url = `http://${name}.test/p/${encodeURIComponent(new URL(original).pathname.slice(1))}`;
      rig().site.page(url, copyOf(original, more));
      return url;
    };
    const serveOriginal = (name: string, html = readFileSync(`${FIXTURES}/original-en.html`, 'utf8')) => {
      const url = `http://first.test/news/library-on-wheels-${name}`;
      rig().site.page(url, html);
      return url;
    };
    let tabs = 0;
    /** A tab in front that goes to an address, as by a link. */
    const follow = async (url: string): Promise<Tab> => {
      const page = opener.keep(await rig().open(`http://first.test/?${tabs++}`));
      await page.bringToFront();
      const id = await rig().tabId(page);
      await page.evaluate((to) => {
        location.assign(to);
      }, url);
      return { page, id };
    };
    /** One step back in the tab's history, whatever a button would pass over. */
    const stepBack = ({ page }: Tab) => page.evaluate(() => history.back()).catch(() => undefined);
    const goBack = ({ id }: Tab) => rig().api(`browser.tabs.goBack(${id}).then(() => 0)`);

    /** The reader goes to a copy, which is cleaned, and the tab is still there. */
    async function staysAt(copy: string): Promise<void> {
      const tab = await follow(copy);
      await isAt(rig(), tab, copy);
      await hasRead(rig(), tab);
      await untilGone(tab.page, LITTER);
      expect(await addressOf(rig(), tab)).toBe(copy);
    }

    test('is chosen in the popup, leads there once, says so, and goes back', async () => {
      const original = serveOriginal('chosen');
      const copy = serve('chosen', original);
      const first = await opener.open(copy);
      await untilGone(first, LITTER);
      const popup = opener.keep(await rig().extensionPage(`popup.html?tab=${await rig().tabId(first)}`));
      await waitForControl(popup, 'more');
      await choose(popup, 'to-original');
      await until(
        'it is stored',
        () => rig().api<object>('browser.storage.local.get("sites").then(({ sites }) => sites)'),
        (sites) => JSON.stringify(sites) === '{"chosen.test":"original"}',
      );
      await applySettings(rig(), { sites: { 'chosen.test': 'original' } });
      await picture(`original/${target}-popup`, popup);
      // The page that the reader has before them stays.
      expect(visits(rig(), original)).toBe(0);

      const tab = await follow(copy);
      await isAt(rig(), tab, original);
      const { frame, words } = await noticeOf(tab.page);
      expect(words).toBe(en.notice_came_from.replace('$1', 'chosen.test'));
      await picture(`original/${target}-notice`, tab.page);
      await (await frame.$('button'))?.click();
      await isAt(rig(), tab, copy);
      await hasRead(rig(), tab);
      await untilGone(tab.page, LITTER);
      // The second visit to the copy leads nowhere.
      expect(visits(rig(), original)).toBe(1);
    });

    test('Back works as anywhere: a copy that one comes back to stays, and the page before is behind it', async () => {
      const original = serveOriginal('back');
      const copy = serve('back', original);
      await applySettings(rig(), { sites: { 'back.test': 'original' } });
      const tab = await follow(copy);
      const before = /^http:\/\/first\.test\/\?/;
      const isBefore = () => until('it is the page before', async () => before.test(await addressOf(rig(), tab)));
      const staysAtCopy = async () => {
        await isAt(rig(), tab, copy);
        await hasRead(rig(), tab);
        await untilGone(tab.page, LITTER);
        expect(await addressOf(rig(), tab)).toBe(copy);
      };
      await isAt(rig(), tab, original);
      await noticeOf(tab.page);
      await stepBack(tab);
      await staysAtCopy();
      await goBack(tab);
      await isBefore();
      await tab.page.evaluate((to) => {
        location.assign(to);
      }, copy);
      await staysAtCopy();
      expect(visits(rig(), original)).toBe(1);
    });

    test('the browser’s own Back button', async () => {
      const original = serveOriginal('button');
      const copy = serve('button', original);
      await applySettings(rig(), { sites: { 'button.test': 'original' } });
      const tab = await follow(copy);
      await isAt(rig(), tab, original);
      await goBack(tab);
      // Chromium passes over pages that nobody has touched and that went on by themselves.
      const expected = target === 'chromium' ? /^http:\/\/first\.test\/\?/ : /^http:\/\/button\.test\/p/;
      await until('it has gone back', async () => expected.test(await addressOf(rig(), tab)));
      await hasRead(rig(), tab);
      expect(await addressOf(rig(), tab)).toMatch(expected);
      expect(visits(rig(), original)).toBe(1);
    });

    test('an original that leads back to the copy makes no loop', async () => {
      const original = 'http://first.test/news/library-on-wheels-loop';
      const copy = serve('loop', original);
      rig().site.page(original, (_request, response) => response.writeHead(302, { location: copy }).end());
      await applySettings(rig(), { sites: { 'loop.test': 'original' } });
      const tab = await follow(copy);
      await until('it was led back', () => visits(rig(), copy) === 2);
      await isAt(rig(), tab, copy);
      await hasRead(rig(), tab);
      await untilGone(tab.page, LITTER);
      expect(visits(rig(), original)).toBe(1);
    });

    test('stays where that was not chosen, and where the original is such a Site itself', async () => {
      const original = serveOriginal('stays');
      await applySettings(rig(), { sites: { 'mutual.test': 'original', 'first.test': 'original' } });
      for (const name of ['stays', 'mutual']) {
        const copy = serve(name, original);
        await staysAt(copy);
      }
      expect(visits(rig(), original)).toBe(0);
    });

    test('stays where the page names two sites, or the original is a front page', async () => {
      const original = serveOriginal('unsure');
      await applySettings(rig(), { sites: { 'unsure.test': 'original', 'front.test': 'original' } });
      const canonical = '<link rel="canonical" href="http://third.test/news/library-on-wheels-keeps-reading">';
      for (const copy of [serve('unsure', original, canonical), serve('front', 'http://first.test/')]) {
        await staysAt(copy);
      }
      expect(visits(rig(), original)).toBe(0);
    });

    test('where the original’s Site is off no code of ours comes, and Back still leads to the copy', async () => {
      const original = serveOriginal('off');
      const copy = serve('off', original);
      await applySettings(rig(), { sites: { 'off.test': 'original', 'first.test': 'off' } });
      const tab = await follow(copy);
      await isAt(rig(), tab, original);
      await until('it has loaded', () =>
        tab.page.evaluate(() => document.readyState === 'complete').catch(() => false),
      );
      const answers = `browser.tabs.sendMessage(${tab.id}, { type: 'standing' }).then(() => true, () => false)`;
      expect(await rig().api<boolean>(answers)).toBe(false);
      expect(tab.page.frames()).toHaveLength(1);
      await stepBack(tab);
      await isAt(rig(), tab, copy);
      await untilGone(tab.page, LITTER);
    });
  },
  {
    site: (site) => void site.page('http://first.test/', '<!doctype html><title>First</title><p>Front page.'),
  },
);
