/** Remembering as a person uses it: consent, meeting an article again, the history page, and what breaks. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import en from '../../../src/locales/en.json' with { type: 'json' };
import { violations } from '../axe.ts';
import {
  article,
  html,
  LITTER,
  openAndRemember,
  openHistory,
  rememberedHosts,
  textOf,
  turnMemoryOn,
} from '../memory-helpers.ts';
import { describeChromiumFirst, picture, until } from '../rig.ts';

const ferry = article('en-ferry');
const scene = article('en-scene');

/**
 * In a popup that is drawn: storage and the background have answered what it asked them when it was drawn, because they
 * have answered the same questions that were asked after that.
 */
const HAS_ASKED = `(async () => {
  const tab = Number(new URLSearchParams(location.search).get('tab')) || 0;
  for (let i = 0; i < 2; i++) await browser.storage.local.get('repostsBeforeAsking');
  await browser.runtime.sendMessage({ type: 'recall', tabId: tab }).catch(() => null);
  return 0;
})()`;

describeChromiumFirst(
  'remembering',
  (rig, target) => {
    afterAll(async () => {
      await rig().api(`browser.storage.local.clear()`);
    });

    test('is asked once, over the third repost, and begins with the article that the popup is over', async () => {
      rig().site.page('http://harbour.test/ferry', html({ ...ferry, published: '2024-05-02T08:00:00Z' }));
      rig().site.page('http://autoblog.test/a', html({ ...ferry, headline: 'Ferry is back', after: LITTER }));
      const original = await rig().open('http://harbour.test/ferry');
      const copy = await rig().open('http://autoblog.test/a');
      for (const round of [1, 2, 3, 4]) {
        const popup = await rig().popup(copy);
        await until('the verdict', () => textOf(popup, '.verdict'), Boolean);
        if (round === 3) {
          await until(
            'the question',
            () => textOf(popup, '.memory'),
            (words) => words.includes(en.popup_remember),
          );
          await picture(`memory/${target}-asked`, popup);
          expect(await violations(popup)).toEqual([]);
        } else {
          await until(
            'the popup has counted this repost',
            () => rig().api(`browser.storage.local.get('repostsBeforeAsking').then((all) => all.repostsBeforeAsking)`),
            (count) => count === round,
          );
          await popup.evaluate(HAS_ASKED);
          expect(await textOf(popup, '.memory')).toBe('');
        }
        await popup.close();
      }
      expect(await rememberedHosts(rig())).toEqual([]);
      await rig().api(`browser.storage.local.set({ repostsBeforeAsking: 2 }).then(() => 0)`);
      const popup = await rig().popup(copy);
      await until('the question', () => textOf(popup, '.memory'), Boolean);
      await popup.click('[name=remember]');
      await until(
        'it is on',
        () => rig().api<string>(`browser.storage.local.get('remember').then((all) => all.remember)`),
        (on) => on === 'on',
      );
      await until(
        'the article is remembered',
        () => rememberedHosts(rig()),
        (hosts) => hosts.join() === 'autoblog.test',
      );
      await popup.close();
      await original.bringToFront();
      await until(
        'so is the one that is shown next',
        () => rememberedHosts(rig()),
        (hosts) => hosts.length === 2,
      );
      await Promise.all([original.close(), copy.close()]);
    });

    test('the popup says where nearly the same article was met, and counts it as a Signal', async () => {
      await turnMemoryOn(rig());
      rig().site.page('http://first.test/scene', html({ ...scene, published: '2024-03-01' }));
      const half = scene.paragraphs.slice(0, Math.ceil(0.7 * scene.paragraphs.length));
      rig().site.page(
        'http://second.test/renamed',
        html({
          headline: 'Another name',
          paragraphs: ['Our readers will like this one.', ...half],
          published: '2024-03-09',
        }),
      );
      const first = await openAndRemember(rig(), 'http://first.test/scene');
      const second = await openAndRemember(rig(), 'http://second.test/renamed');
      const popup = await rig().popup(second);
      const told = await until('it is recalled', () => textOf(popup, '.memory'), Boolean);
      expect(told).toMatch(/You read this on first\.test (?:now|\d+ seconds? ago|1 minute ago)/);
      expect(told).toContain('The earliest copy you’ve read is on first.test, dated March 1, 2024');
      expect(told).toMatch(/About (?:9\d|100)% of the text is the same/);
      expect(await textOf(popup, '.verdict')).toContain(en.from_maybe_unknown);
      await popup.click('[name=why]');
      expect(await until('the Signals', () => textOf(popup, '.signals'), Boolean)).toContain(
        'You read almost the same article on another site',
      );
      await picture(`memory/${target}-met-light`, popup);
      expect(await violations(popup)).toEqual([]);
      await popup.close();

      await rig().api(`browser.storage.local.set({ look: 'dark' }).then(() => 0)`);
      const dark = await rig().popup(second);
      await until('it is recalled', () => textOf(dark, '.memory'), Boolean);
      await picture(`memory/${target}-met-dark`, dark);
      expect(await violations(dark)).toEqual([]);
      await dark.close();
      await rig().api(`browser.storage.local.remove('look').then(() => 0)`);

      // The original itself is not taken for a copy of its copy.
      const over = await rig().popup(first);
      const other = await until('it is recalled', () => textOf(over, '.memory'), Boolean);
      expect(other).toContain('You read this on second.test');
      expect(other).not.toContain('earliest');
      expect(await textOf(over, '.verdict')).not.toMatch(/copied/i);
      await over.close();
      await Promise.all([first.close(), second.close()]);
    });

    test('sites that are off, and everything once it is switched off, are not remembered', async () => {
      rig().site.page('http://quiet.test/a', html(article('en-live')));
      await rig().api(`browser.storage.local.set({ remember: 'on', sites: { 'quiet.test': 'off' } }).then(() => 0)`);
      const quiet = await rig().open('http://quiet.test/a');
      await rig().api(`browser.storage.local.set({ remember: 'off', sites: {} }).then(() => 0)`);
      await quiet.reload();
      const popup = await rig().popup(quiet);
      await until('the article', () => textOf(popup, 'h1'), Boolean);
      await popup.close();
      await quiet.close();
      await turnMemoryOn(rig());
      // What comes later has been remembered.
      rig().site.page('http://loud.test/a', html(article('en-list')));
      await (await openAndRemember(rig(), 'http://loud.test/a')).close();
      expect(await rememberedHosts(rig())).not.toContain('quiet.test');
    });

    test('a broken memory is mended or started afresh, the reader is told, and pages never notice', async () => {
      /** Changes the database behind the extension's back. */
      const tamper = (change: string, version = '') =>
        rig().api(`new Promise((resolve, reject) => {
        const opening = indexedDB.open('memory'${version});
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const done = () => { db.close(); resolve(0); };
          ${change}
        };
      })`);
      const inStores = (work: string) =>
        `const change = db.transaction(['articles', 'sketches', 'state'], 'readwrite');
       ${work};
       change.objectStore('state').put(Date.now(), 'revision');
       change.oncomplete = done;`;
      const told = async () => {
        const copy = await rig().open('http://second.test/renamed');
        const popup = await rig().popup(copy);
        const words = await until('the memory', () => textOf(popup, '.memory'), Boolean);
        await popup.close();
        await copy.close();
        return words;
      };
      await tamper(inStores(`change.objectStore('sketches').put('rubbish', 0)`));
      expect(await told()).toContain('Parts of your reading history couldn’t be read and were left out.');
      expect(await rememberedHosts(rig())).toEqual(['second.test']);
      const view = await openHistory(rig());
      expect(await textOf(view, '.warning')).toContain('couldn’t be read');
      await view.click('.warning button');
      await until(
        'it has been seen',
        () => textOf(view, '.warning'),
        (words) => words === '',
      );
      await view.close();

      const again = await openAndRemember(rig(), 'http://first.test/scene');
      await again.close();
      expect(await told()).toContain('first.test');

      await tamper('done();', ', 99');
      expect(await told()).toContain('it was started over');
      expect(await rememberedHosts(rig())).toEqual(['second.test']);
    });

    test('files of it that are rubbish are told of, and pages never notice', async () => {
      const again = await openAndRemember(rig(), 'http://first.test/scene');
      await again.close();
      await rig().crash((profile) => {
        const folder = join(profile, target === 'chromium' ? 'Default/IndexedDB' : 'storage/default');
        const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
          (file) =>
            file.isFile() &&
            /extension[^^]*$/.test(file.parentPath) &&
            /MANIFEST|\.log$|\.ldb$|\.sqlite/.test(file.name),
        );
        expect(files).not.toEqual([]);
        for (const { parentPath, name } of files) writeFileSync(join(parentPath, name), 'rubbish '.repeat(1000));
      });
      const view = await openHistory(rig());
      expect(await textOf(view, '.warning')).toContain('it was started over');
      await view.close();
      await (await openAndRemember(rig(), 'http://first.test/scene')).close();
    });

    test('it is all there after the browser was started again', async () => {
      await (await openAndRemember(rig(), 'http://second.test/renamed')).close();
      const before = await rememberedHosts(rig());
      expect(before).toContain('second.test');
      await rig().restart();
      expect(await rememberedHosts(rig())).toEqual(before);
    });

    test('on a page that never rests an article is remembered all the same', async () => {
      await turnMemoryOn(rig());
      const { paragraphs } = article('en-ferry');
      // 5,000 words, none of its sentences twice.
      const long = Array.from({ length: 20 }, (_, at) =>
        paragraphs.map((text) => text.replaceAll(' a ', ` ${at} `)),
      ).flat();
      const restless = `<script>setInterval(() => { const end = performance.now() + 45; while (performance.now() < end); }, 1)</script>`;
      rig().site.page('http://restless.test/a', html({ headline: 'Without rest', paragraphs: long, after: restless }));
      await (await openAndRemember(rig(), 'http://restless.test/a')).close();
    });

    test('in a private window nothing is asked and nothing is kept', async () => {
      await rig().allowPrivate();
      const url = 'http://autoblog.test/private';
      rig().site.page(url, html({ ...ferry, headline: 'Ferry is back', after: LITTER }));
      const before = await rememberedHosts(rig());
      const inPrivate = async (settings: object) => {
        await rig().api(`browser.storage.local.set(${JSON.stringify(settings)}).then(() => 0)`);
        const id = await rig().api<number>(
          `browser.windows.create({ incognito: true, url: '${url}' }).then(({ id }) => id)`,
        );
        const page = await until('the private window', async () =>
          (await rig().browser.pages()).find((one) => one.url() === url),
        );
        // The other extension pages stand in another window, from which the toolbar's popup does not open.
        const tab = await rig().tabId(page as NonNullable<typeof page>);
        const popup = await rig().extensionPage(`popup.html?tab=${tab}`);
        await until('the verdict', () => textOf(popup, '.verdict'), Boolean);
        await popup.evaluate(HAS_ASKED);
        expect(await textOf(popup, '.memory')).toBe('');
        await popup.close();
        await rig().api(`browser.windows.remove(${id}).then(() => 0)`);
      };
      // The next repost would be the third, at which everybody is asked.
      await inPrivate({ remember: 'ask', repostsBeforeAsking: 2 });
      expect(await rig().api(`browser.storage.local.get('repostsBeforeAsking')`)).toEqual({ repostsBeforeAsking: 2 });
      await inPrivate({ remember: 'on' });
      // What comes later, in a usual window, has been remembered.
      rig().site.page('http://usual.test/a', html(article('fr-phare')));
      await (await openAndRemember(rig(), 'http://usual.test/a')).close();
      expect((await rememberedHosts(rig())).toSorted()).toEqual([...before, 'usual.test'].toSorted());
    });
  },
  { own: true },
);
