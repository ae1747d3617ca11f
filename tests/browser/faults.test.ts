/**
 * What goes wrong around the extension, for real: docs/faults.md has the table. After each fault all must be well again,
 * see {@link allIsWell}.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../src/settings/schema.ts';
import { fixture, reportOf, seen, serialised, set } from './clean-helpers.ts';
import { describeEachBrowser, type Rig, until, type View } from './rig.ts';
import * as well from './well.ts';
import { allIsWell, isAsServed, isCleaned, KEPT, says, stored, textOf, withPages } from './well.ts';

/** How long a page stays in a loop that ends by itself. Milliseconds. */
const LOOP = 10_000;

/** Has the options read a settings file, and offer to bring what is in it. */
async function bring(options: View, settings: Partial<Settings>): Promise<void> {
  const file = JSON.stringify({ format: 'clean-copy-settings', version: 1, settings });
  await options.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'mine.json'));
    const input = document.querySelector('input[name=file]') as HTMLInputElement;
    input.files = files.files;
    return input.dispatchEvent(new Event('change', { bubbles: true }));
  }, file);
  await until('it is offered', () =>
    options.evaluate<boolean>(`document.querySelector('button[name=import-now]') !== null`),
  );
}

/** A page of which the second half comes when it is let in. */
function halved(rig: Rig, url: string): { half: Promise<void>; letIn: () => void } {
  const html = fixture('repost-en.html');
  const middle = html.indexOf('[ad_2]');
  let letIn = () => {};
  const gate = new Promise<void>((open) => (letIn = open));
  const half = new Promise<void>((arrived) => {
    rig.site.page(url, async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(html.slice(0, middle), () => arrived());
      await gate;
      response.end(html.slice(middle));
    });
  });
  return { half, letIn };
}

describeEachBrowser(
  'faults',
  (rig, target) => {
    const opened: (Page | View)[] = [];
    const keep = <T extends Page | View>(page: T): T => {
      opened.push(page);
      return page;
    };
    const open = async (url: string) => keep(await rig().open(url));
    const popupOf = async (page: Page) => keep(await well.popupOf(rig(), page));
    /** A page that has begun to arrive, and is here as far as its middle. */
    const openHalf = async (url: string) => {
      const { half, letIn } = halved(rig(), url);
      const page = keep(await rig().browser.newPage());
      const arriving = page.goto(url).catch(() => null);
      await half;
      await until(
        'the first half is seen',
        () => seen(page).catch(() => ''),
        (words) => words.includes('library on wheels'),
      );
      return { page, arriving, letIn };
    };
    const prepare = (more?: Partial<Settings>) => well.prepare(rig(), more);

    afterEach(async () => {
      for (const closing of opened.splice(0)) await closing.close().catch(() => {});
    });

    describe('the background is killed', () => {
      test('during a switch, again and again', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        for (const mode of ['off', 'always', 'auto', 'off'] as const) {
          const sites = JSON.stringify({ ...KEPT.sites, 'a.test': mode });
          await Promise.all([rig().api(`browser.storage.local.set({ sites: ${sites} })`), rig().killBackground()]);
        }
        await rig().killBackground();
        await allIsWell(rig());
        await isAsServed(page);
      });

      test('during a registration: in the end the browser has what the settings say', async () => {
        await prepare();
        for (let i = 0; i < 8; i++) {
          const sites = JSON.stringify({ ...KEPT.sites, [`n${i}.test`]: 'off', 'a.test': i % 2 ? 'off' : 'always' });
          const registering = rig().api(`browser.storage.local.set({ sites: ${sites} })
            .then(() => browser.scripting.getRegisteredContentScripts()).then(() => 0)`);
          await rig().killBackground();
          await registering;
        }
        await allIsWell(rig());
        const registered = await rig().api<{ id: string; excludeMatches?: string[] }[]>(
          'browser.scripting.getRegisteredContentScripts()',
        );
        expect(registered.map(({ id }) => id)).toEqual(['auto-0']);
        expect(registered[0]?.excludeMatches?.filter((match) => !match.endsWith('./*')).sort()).toEqual([
          '*://*.a.test/*',
          '*://*.kept.test/*',
          '*://*.n7.test/*',
        ]);
      });

      test('during an import', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        const view = keep(await rig().extensionPage('options.html'));
        await until('the page is drawn', () => view.evaluate<boolean>(`document.querySelector('main') !== null`));
        await bring(view, { sites: { 'a.test': 'off' } });
        await Promise.all([view.click('button[name=import-now]'), rig().killBackground()]);
        await until(
          'it is stored',
          () => stored(rig()),
          ({ sites }) => sites?.['a.test'] === 'off',
        );
        await allIsWell(rig());
        await isAsServed(page);
      });

      test('with the popup open, whose switch works all the same', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        const popup = await rig().popup(page);
        await says(popup, 'library on wheels');
        await rig().killBackground();
        await popup.click('input[role=switch]');
        await isAsServed(page);
        await popup.close();
        await prepare();
        await allIsWell(rig());
      });

      test('during a page load', async () => {
        await prepare();
        const { page, arriving, letIn } = await openHalf('http://a.test/half');
        await rig().killBackground();
        letIn();
        await arriving;
        await isCleaned(page);
        await until(
          'the badge counts everything',
          () => rig().badge(page),
          (count) => Number(count) > 4,
        );
        await allIsWell(rig());
      });
    });

    describe('a tab', () => {
      test('is closed while its page arrives', async () => {
        await prepare();
        const { page, arriving, letIn } = await openHalf('http://a.test/closed');
        await page.close();
        letIn();
        await arriving;
        await allIsWell(rig());
      });

      test('goes elsewhere while its page arrives', async () => {
        await prepare();
        const { page, arriving, letIn } = await openHalf('http://a.test/left');
        await page.goto('http://b.test/original-en');
        letIn();
        await arriving;
        expect((await reportOf(rig(), page)).verdict.kind).toBe('none');
        expect(await rig().badge(page)).toBe('');
        await allIsWell(rig());
      });

      test('goes elsewhere, and is closed, under an open popup', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        const popup = await popupOf(page);
        await page.goto('http://b.test/repost-ar');
        await until(
          'the popup follows',
          () => textOf(popup),
          (words) => /[\u0600-\u06ff]{4}/.test(words) && words.includes('b.test'),
        );
        await page.close();
        await popup.click('input[role=switch]');
        await until(
          'the setting is kept all the same',
          () => stored(rig()),
          ({ sites }) => sites?.['b.test'] === 'off',
        );
        await allIsWell(rig());
      });
    });

    describe('a page', () => {
      test('that is in a loop keeps others waiting no longer than the browser itself does', async () => {
        await prepare();
        const other = await open('http://b.test/repost-en');
        const stuck = await open('http://a.test/repost-en');
        await Promise.all([isCleaned(other), isCleaned(stuck)]);
        let letGo = () => {};
        const gate = new Promise<void>((open) => (letGo = open));
        rig().site.page('http://a.test/gate', (_request, response) => void gate.then(() => response.end()));
        // Firefox registers scripts with every process, and so waits for the one that is in the loop: there it ends by
        // itself. In Chromium it ends only after others were seen to.
        await stuck.evaluate(
          target === 'firefox'
            ? `setTimeout(() => { for (const end = Date.now() + ${LOOP}; Date.now() < end; ); })`
            : `setTimeout(() => {
                const request = new XMLHttpRequest();
                request.open('GET', '/gate', false);
                request.send();
              })`,
        );
        await set(rig(), { sites: { ...KEPT.sites, 'a.test': 'off', 'b.test': 'off' } }, 3 * LOOP);
        await isAsServed(other);
        await set(rig(), { sites: KEPT.sites }, 3 * LOOP);
        await isCleaned(other);
        letGo();
        // It has heard everything in the end.
        await isCleaned(stuck);
        await allIsWell(rig());
      });
    });

    describe('the extension', () => {
      test('is updated while pages are open: the new one takes over, and nothing is there twice', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        await rig().update();
        await isCleaned(page);
        await allIsWell(rig());
        if (target === 'chromium') {
          // The old one has left.
          await set(rig(), { sites: { ...KEPT.sites, 'a.test': 'off' } });
          await isAsServed(page);
          await set(rig(), { sites: KEPT.sites });
        }
        await page.reload();
        await reportOf(rig(), page);
        const names = await page.evaluate(
          () => new Set(document.documentElement.outerHTML.match(/ data-[a-z]{6,12}(?==")/g)).size,
        );
        expect(names).toBe(1);
        expect((await serialised(page)).sheets).toBe(1);
      });

      test('is disabled and enabled again while pages are open', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        await rig().setEnabled(false);
        // Firefox ends content scripts without a word: there the page stays as it is until it is loaded again.
        if (target === 'firefox') await page.reload();
        await isAsServed(page);
        await rig().setEnabled(true);
        await page.reload();
        await isCleaned(page);
        await allIsWell(rig());
      });
    });

    describe('windows', () => {
      test('two of them follow what is switched in one', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        const url = 'http://a.test/repost-en?second';
        await rig().api(`browser.windows.create({ url: '${url}' }).then(() => 0)`);
        const second = await until('the second window', async () =>
          (await rig().browser.pages()).find((one) => one.url() === url),
        );
        if (!second) throw new Error('no second window');
        keep(second);
        await Promise.all([isCleaned(page), isCleaned(second)]);
        const popup = await popupOf(page);
        await popup.click('input[role=switch]');
        await Promise.all([isAsServed(page), isAsServed(second)]);
        await popup.click('input[role=switch]');
        await Promise.all([isCleaned(page), isCleaned(second)]);
        await allIsWell(rig());
      });
    });

    describe('storage is full', () => {
      /** Firefox gives an extension a share of what the whole browser may store: little enough to be filled. */
      const limit = async (kilobytes: number) => {
        const line = `user_pref("dom.quotaManager.temporaryStorage.fixedLimit", ${kilobytes});\n`;
        if (target === 'firefox') await rig().restart((profile) => appendFileSync(join(profile, 'prefs.js'), line));
      };
      /** So many that to change one needs more room than what a full Firefox still finds: it packs, and reuses pages. */
      const MANY = Object.fromEntries(
        Array.from({ length: 3000 }, (_, i) => [
          `z${createHash('sha512').update(`${i}`).digest('hex').slice(0, 60)}.test`,
          'off' as const,
        ]),
      );
      const SITES = { ...KEPT.sites, '0a.test': 'off', ...MANY } as const;
      /** To the last bytes, with what cannot be packed. */
      const fill = () =>
        rig().api(`(async () => {
          const noise = (length) => Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) =>
            (byte % 36).toString(36)).join('');
          let count = 0;
          // There from the start, so that it can take the last bytes.
          await browser.storage.local.set({ fill: '' });
          for (const length of [60_000, 6000, 600, 60, 6, 0])
            // Firefox finds room once more after it has failed, and a write of the background's may be under way.
            for (let failures = 0; failures < 3; )
              await browser.storage.local.set({ ['fill' + count]: noise(length) }).then(
                () => { count++; failures = 0; },
                () => failures++,
              );
          for (let length = 0, failures = 0; failures < 3; )
            await browser.storage.local.set({ fill: noise(length) }).then(
              () => { length++; failures = 0; },
              () => failures++,
            );
          return 0;
        })()`);
      /** In Firefox not without another start: what is removed there makes no room at once. */
      const makeRoom = () =>
        target === 'firefox'
          ? limit(-1)
          : rig().api(`browser.storage.local.get().then((all) =>
              browser.storage.local.remove(Object.keys(all).filter((key) => key.startsWith('fill')))).then(() => 0)`);

      const select = 'select[name="mode-0a.test"]';
      const isThere = async () => {
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        const options = keep(await rig().extensionPage('options.html'));
        await until('the list is drawn', () =>
          options.evaluate<boolean>(`document.querySelector('${select}') !== null`),
        );
        return { page, popup: await popupOf(page), options };
      };

      const press = async (view: View, selector: string) => {
        await view.show();
        await view.click(selector);
      };

      test('popup and options say so and show what is stored, and once there is room all works', async () => {
        await limit(10_240);
        // The copy for other devices is not to make room meanwhile.
        await prepare({ sites: SITES, sync: false });
        await fill();
        let { page, popup, options } = await isThere();
        const isOn = () => popup.evaluate<boolean>(`document.querySelector('input[role=switch]').checked`);
        const mode = () => options.evaluate<string>(`document.querySelector('${select}').value`);
        const setAlways = () =>
          options.evaluate<boolean>(`(() => {
            const select = document.querySelector('${select}');
            select.value = 'always';
            return select.dispatchEvent(new Event('change', { bubbles: true }));
          })()`);
        const file = { sites: { ...SITES, '1a.test': 'off' }, textSize: 'largest' } as const;
        for (const _ of ['once', 'and again']) {
          await press(popup, 'input[role=switch]');
          await says(popup, 'That did not work');
          await until('the switch shows what is stored', isOn);
          await setAlways();
          await says(options, 'could not be saved');
          await until('the list shows what is stored', async () => (await mode()) === 'off');
        }
        // All of a file, or nothing.
        await bring(options, file);
        await press(options, 'button[name=import-now]');
        await says(options, 'could not be saved');
        expect(await stored(rig())).toMatchObject({ ...KEPT, sites: SITES });
        // Pages are none the worse.
        await isCleaned(page);
        await isCleaned(await open('http://b.test/repost-en'));

        await makeRoom();
        if (target === 'firefox') {
          ({ page, popup, options } = await isThere());
          await bring(options, file);
        }
        await press(popup, 'input[role=switch]');
        await isAsServed(page);
        await setAlways();
        await until('it is stored', async () => (await stored(rig())).sites?.['0a.test'] === 'always');
        await until('nothing is wrong any more', async () => !(await textOf(options)).includes('could not be saved'));
        await press(options, 'button[name=import-now]');
        await until('it is stored', async () => (await stored(rig())).textSize === 'largest');
        await prepare();
        await allIsWell(rig());
      });
    });

    describe('the memory', () => {
      const remembered = () =>
        rig().api<string[]>(`new Promise((resolve, reject) => {
          const opening = indexedDB.open('memory');
          opening.onerror = () => reject(opening.error);
          // One that is not there yet is not made.
          opening.onupgradeneeded = () => opening.transaction.abort();
          opening.onsuccess = () => {
            const db = opening.result;
            const asked = db.transaction('articles').objectStore('articles').getAll();
            asked.onsuccess = () => { db.close(); resolve(asked.result.map(({ url }) => new URL(url).hostname)); };
          };
        }).catch(() => [])`);
      const meet = async (host: string) => {
        const page = await open(`http://${host}/repost-en`);
        await page.bringToFront();
        await until(
          `${host} is remembered`,
          () => remembered(),
          (hosts) => hosts.includes(host),
        );
      };

      test('is gone while the browser runs: it begins anew', async () => {
        await prepare({ remember: 'on' });
        await meet('a.test');
        await rig().api(`new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase('memory');
          deleting.onsuccess = () => resolve(0);
          deleting.onerror = () => reject(deleting.error);
        })`);
        await meet('b.test');
        expect(await remembered()).toEqual(['b.test']);
        await allIsWell(rig());
      });

      test('is gone when the browser starts: it begins anew', async () => {
        await prepare({ remember: 'on' });
        await meet('a.test');
        await rig().crash((profile) => {
          const folder = join(profile, target === 'chromium' ? 'Default/IndexedDB' : 'storage/default');
          // In Firefox the settings lie beside it, in a database of another context.
          const ours = readdirSync(folder).filter((name) => /^(?:chrome|moz)-extension[^^]*$/.test(name));
          expect(ours).not.toEqual([]);
          for (const name of ours) rmSync(join(folder, name), { recursive: true });
        });
        expect(await remembered()).toEqual([]);
        await meet('b.test');
        await allIsWell(rig());
      });
    });

    test('the browser crashes in the middle of writing: what had been written is there, and all of it parses', async () => {
      await prepare({ remember: 'on' });
      const page = await open('http://a.test/repost-en');
      await page.bringToFront();
      // Writes without end; what is called done is marked as such.
      await rig().api(`(() => {
        globalThis.done = 0;
        const write = async (i) => {
          const sites = { 'kept.test': 'off', ['n' + i + '.test']: 'always' };
          await browser.storage.local.set({ sites, counts: { share: i } });
          globalThis.done = i;
          return write(i + 1);
        };
        void write(1);
      })()`);
      const done = await until(
        'something is written',
        () => rig().api<number>('globalThis.done'),
        (count) => count > 30,
      );
      await rig().crash();
      const { sites, counts } = await rig().api<Partial<Settings> & { counts?: { share: number } }>(
        'browser.storage.local.get()',
      );
      const last = Object.keys(sites ?? {}).find((site) => site.startsWith('n')) ?? '';
      // One write is whole: what belongs together is from the same.
      expect(last).toBe(`n${counts?.share}.test`);
      expect(counts?.share).toBeGreaterThanOrEqual(done);
      await allIsWell(rig());
      const history = keep(await rig().extensionPage('history.html'));
      await until('the history opens', () =>
        history.evaluate<boolean>(`document.querySelector('main h1') !== null && !document.querySelector('.warning')`),
      );
    });

    test('nothing that was done in a private window is stored', async () => {
      await prepare({ remember: 'on' });
      await rig().allowPrivate();
      const counts = () => rig().api<object>(`browser.storage.local.get('counts').then(({ counts = {} }) => counts)`);
      const before = await counts();
      const url = 'http://secret.test/repost-en';
      const windowId = await rig().api<number>(
        `browser.windows.create({ incognito: true, url: '${url}' }).then(({ id }) => id)`,
      );
      const page = await until('the private window', async () =>
        (await rig().browser.pages()).find((one) => one.url() === url),
      );
      if (!page) throw new Error('no private window');
      await isCleaned(page);
      await until('the badge', () => rig().badge(page));
      // A correction by the reader, who is asked nothing of remembering.
      const popup = await popupOf(page);
      for (const words of ['This is not a copy', 'For the whole site'])
        await until(`“${words}” is pressed`, () =>
          popup.evaluate((sought) => {
            const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === sought);
            button?.click();
            return button !== undefined;
          }, words),
        );
      await until('the page follows', async () => (await reportOf(rig(), page)).verdict.kind === 'none');
      await popup.close();
      await rig().api(`browser.windows.remove(${windowId}).then(() => 0)`);
      const everything = () =>
        rig().api<string>(`(async () => {
          const { local, session, sync } = browser.storage;
          const areas = await Promise.all([local, session, sync].map((area) => area.get()));
          const names = (await indexedDB.databases()).map(({ name }) => name);
          return JSON.stringify([areas, names]);
        })()`);
      await until('what was for the window is gone with it', everything, (all) => !all.includes('secret'));
      expect(await counts()).toEqual(before);
      const history = keep(await rig().extensionPage('history.html'));
      await until('the history is drawn', () =>
        history.evaluate<boolean>(`document.querySelector('main h1') !== null`),
      );
      expect(await textOf(history)).not.toContain('secret');
      await allIsWell(rig());
    });
  },
  withPages('secret'),
);
