/**
 * What goes wrong with what is stored, for real: tests/faults.md has the table. After each fault everything must work again,
 * see {@link expectEverythingWorks}.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import en from '../../../src/locales/en.json' with { type: 'json' };
import type { Settings } from '../../../src/settings/schema.ts';
import {
  expectEverythingWorks,
  importSettings,
  isAsServed,
  isCleaned,
  KEPT,
  makeOpener,
  prepareSettings,
  storedSettings,
  textOf,
  waitForText,
  withPages,
} from '../fault-helpers.ts';
import { reportOf } from '../page-helpers.ts';
import { describeEachBrowser, until, type View } from '../rig.ts';
import { choose } from '../visible.ts';

describeEachBrowser(
  'faults of storage',
  (rig, target) => {
    const { open, keep, openPopup, closeAll } = makeOpener(rig);
    const prepare = (more?: Partial<Settings>) => prepareSettings(rig(), more);
    afterEach(closeAll);

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
          let length = 0;
          for (const more of [4096, 256, 16, 1])
            for (let failures = 0; failures < 3; )
              await browser.storage.local.set({ fill: noise(length + more) }).then(
                () => { length += more; failures = 0; },
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
        const options = keep(await rig().extensionPage('options.html#sites'));
        await until('the list is drawn', () =>
          options.evaluate<boolean>(`document.querySelector('${select}') !== null`),
        );
        return { page, popup: await openPopup(page), options };
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
          await waitForText(popup, en.popup_failed);
          await until('the switch shows what is stored', isOn);
          await setAlways();
          await waitForText(options, en.options_failed);
          await until('the list shows what is stored', async () => (await mode()) === 'off');
        }
        // All of a file, or nothing.
        await importSettings(options, file);
        await press(options, 'button[name=import-now]');
        await waitForText(options, en.options_failed);
        expect(await storedSettings(rig())).toMatchObject({ ...KEPT, sites: SITES });
        // Pages are none the worse.
        await isCleaned(page);
        await isCleaned(await open('http://b.test/repost-en'));

        await makeRoom();
        if (target === 'firefox') {
          ({ page, popup, options } = await isThere());
          await importSettings(options, file);
        }
        await press(popup, 'input[role=switch]');
        await isAsServed(page);
        await setAlways();
        await until('it is stored', async () => (await storedSettings(rig())).sites?.['0a.test'] === 'always');
        await until('nothing is wrong any more', async () => !(await textOf(options)).includes(en.options_failed));
        await press(options, 'button[name=import-now]');
        await until('it is stored', async () => (await storedSettings(rig())).textSize === 'largest');
        await prepare();
        await expectEverythingWorks(rig());
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
        await expectEverythingWorks(rig());
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
        await expectEverythingWorks(rig());
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
      await expectEverythingWorks(rig());
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
      const popup = await openPopup(page);
      for (const name of ['wrong-verdict', 'for-site']) await choose(popup, name);
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
      await expectEverythingWorks(rig());
    });
  },
  { own: true, ...withPages('secret') },
);
