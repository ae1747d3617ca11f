/** The history page as a person uses it: with a mouse, a keyboard, and files from the disk. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asFile, fromFile } from '../../../src/memory/file.ts';
import type { MemoryEntry } from '../../../src/memory/memory.ts';
import { type Sketch, sketchOf } from '../../../src/sketch/sketch.ts';
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
import { describeChromiumFirst, picture, type Rig, until, type View } from '../rig.ts';

/** An article that was met at noon. */
function entry(
  id: number,
  url: string,
  name: string,
  day: string,
  others: Partial<MemoryEntry['article']> = {},
): MemoryEntry {
  const { headline, paragraphs } = article(name);
  const sketch = sketchOf(paragraphs.join('\n')) as Sketch;
  const [met, language] = [new Date(`${day}T12:00`).getTime(), name.slice(0, 2)];
  const unsaid = { published: null, verdict: 'none', original: null, copyOf: null } as const;
  return { article: { id, url, title: headline, language, met, ...unsaid, ...others }, sketch };
}

const ENTRIES = [
  entry(1, 'http://harbour.test/ferry', 'en-ferry', '2026-04-30', { published: '2026-04-30T08:00:00Z' }),
  entry(2, 'http://autoblog.test/a', 'en-ferry', '2026-05-02', { verdict: 'repost', copyOf: 1 }),
  entry(3, 'http://autoblog.test/b', 'en-live', '2026-05-02', {
    verdict: 'repost',
    original: { url: 'http://www.daily.test/live', publisher: 'The Daily' },
  }),
  entry(4, 'http://mirror.test/ferry', 'en-ferry', '2026-05-02', { published: '2026-05-01', copyOf: 1 }),
  entry(5, 'http://first.test/scene', 'en-scene', '2026-05-03', { title: 'Another name' }),
  entry(6, 'http://leser.test/bienen', 'de-bienen', '2026-05-04'),
];

const look = (rig: Rig, name: 'light' | 'dark') =>
  rig.api(`browser.storage.local.set({ look: '${name}' }).then(() => 0)`);

/** In both looks, wide and as narrow as a phone: nothing is wrong, nothing sticks out. */
async function inEveryLook(rig: Rig, view: View, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await look(rig, scheme);
    await until('the look', () => view.evaluate<boolean>(`document.documentElement.dataset.look === '${scheme}'`));
    for (const width of [900, 320]) {
      await view.resize(width, 900);
      await until('the width', () => view.evaluate<boolean>(`innerWidth === ${width}`));
      expect(await view.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true);
      await picture(`memory/${name}-history-${scheme}-${width}`, view);
    }
    expect(await violations(view)).toEqual([]);
  }
  await view.resize(900, 900);
}

const news = (view: View, words: RegExp) =>
  until(
    `it is said: ${words}`,
    () => textOf(view, '.news'),
    (said) => words.test(said),
  );

describeChromiumFirst('the history page', (rig, target) => {
  const folder = mkdtempSync(join(tmpdir(), 'clean-copy-history-'));
  let view: View;

  /** The hosts are those, in the database and on the page. */
  async function isLeft(...hosts: string[]): Promise<void> {
    await until(
      `${hosts} are left`,
      () => rememberedHosts(rig()),
      (all) => all.toSorted().join() === hosts.toSorted().join(),
    );
    await until(
      `${hosts} are shown`,
      () => view.evaluate<string[]>(`[...document.querySelectorAll('.articles a')].map(({ hostname }) => hostname)`),
      (all) => all.toSorted().join() === hosts.toSorted().join(),
    );
  }

  async function openAnew(): Promise<void> {
    await view.close();
    view = await openHistory(rig());
  }

  async function find(words: string): Promise<void> {
    await view.click('input[name=find]');
    for (const key of words) await view.press(key);
  }

  const choose = (name: string, contents: string) => {
    const file = join(folder, name);
    writeFileSync(file, contents);
    return rig().choose(view, 'button[name=take-in]', file);
  };

  beforeAll(async () => {
    await rig().saveTo(folder);
    await turnMemoryOn(rig());
    view = await openHistory(rig());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('takes in a file that is chosen, as a whole or not at all', async () => {
    expect(await textOf(view, 'main')).toContain('No articles yet');
    const good = asFile(ENTRIES);
    await choose('bad.json', good.replace('"http://first.test/scene"', '"javascript:alert(1)"'));
    await news(view, /error at articles\/4\/url/);
    expect(await rememberedHosts(rig())).toEqual([]);
    await choose('good.json', good);
    await news(view, /6 articles/);
    await isLeft('autoblog.test', 'autoblog.test', 'first.test', 'harbour.test', 'leser.test', 'mirror.test');
  });

  test('shows who copies whom, and what was met when', async () => {
    // Without what keeps directions apart.
    const sites = (await textOf(view, '.sites-met')).replace(/[\u2068\u2069]/g, '');
    expect(sites).toMatch(/autoblog\.test\s+2\s+2\s+daily\.test\s+harbour\.test \(earliest copy you’ve read\)/);
    expect(sites).toMatch(/mirror\.test\s+1\s+1\s+harbour\.test \(earliest copy you’ve read\)/);
    expect(sites).toMatch(/harbour\.test\s+1\s+0\s/);
    expect(await textOf(view, '.months')).toMatch(/May 2026\s+5\s+3\s+April 2026\s+1\s+0/);
    const days = await view.evaluate<string[]>(
      `[...document.querySelectorAll('.days h3')].map((day) => day.innerText)`,
    );
    expect(days).toEqual([
      'Monday, May 4, 2026',
      'Sunday, May 3, 2026',
      'Saturday, May 2, 2026',
      'Thursday, April 30, 2026',
    ]);
    await inEveryLook(rig(), view, target);
  });

  test('finds, and forgets one, a day and a site, by mouse', async () => {
    await find('another');
    await until(
      'it is found',
      () => textOf(view, 'output'),
      (found) => found.startsWith('1 of 6'),
    );
    await view.click('.articles button');
    await news(view, /1 article deleted/);
    await openAnew();
    await isLeft('autoblog.test', 'autoblog.test', 'harbour.test', 'leser.test', 'mirror.test');
    // The day that was met last.
    await view.click('.days button[aria-describedby]');
    await isLeft('autoblog.test', 'autoblog.test', 'harbour.test', 'mirror.test');
    await view.click('.sites-met button[aria-label="Delete everything from autoblog.test"]');
    await isLeft('harbour.test', 'mirror.test');
    // The button went with its row; who uses the keyboard goes on from the next one.
    expect(await view.evaluate(`document.activeElement?.closest('table') !== null`)).toBe(true);
    await openAnew();
    await isLeft('harbour.test', 'mirror.test');
  });

  test('saves what is left to a file, and forgets everything only when that is meant', async () => {
    const file = join(folder, 'clean-copy-memory.json');
    await view.click('button[name=save]');
    const saved = await until('the file', () => (existsSync(file) ? readFileSync(file, 'utf8') : ''));
    const urls = fromFile(saved).map(({ article }) => article.url);
    expect(urls).toEqual(['http://harbour.test/ferry', 'http://mirror.test/ferry']);

    const isOpen = (open: boolean) =>
      until('the question', () => view.evaluate<boolean>(`document.querySelector('dialog').open === ${open}`));
    await view.click('button[name=forget-all]');
    await isOpen(true);
    expect(await violations(view)).toEqual([]);
    await picture(`memory/${target}-sure`, view);
    await view.press('Escape');
    await isOpen(false);
    await isLeft('harbour.test', 'mirror.test');
    await view.click('button[name=forget-all]');
    await view.click('button[name=really]');
    await news(view, /2 articles deleted/);
    await isLeft();

    // The background looks into what another window put there.
    await choose('again.json', saved);
    await isLeft('harbour.test', 'mirror.test');
    rig().site.page('http://autoblog.test/a', html({ ...article('en-ferry'), after: LITTER }));
    const copy = await rig().open('http://autoblog.test/a');
    const popup = await rig().popup(copy);
    expect(await until('it is recalled', () => textOf(popup, '.memory'))).toContain('harbour.test');
    await popup.close();
    await copy.close();
  });
});

describeChromiumFirst(
  'what was met, in Arabic',
  (rig, target) => {
    test('the popup says where, and the history page shows it, from right to left', async () => {
      await turnMemoryOn(rig());
      const story = article('ar-zaytoun');
      rig().site.page('http://sahifa.test/zaytoun', html({ ...story, published: '2026-04-30' }));
      rig().site.page('http://naskh.test/a', html({ ...story, published: '2026-05-02', after: LITTER }));
      rig().site.page('http://maktaba.test/a', html(article('ar-maktaba')));
      for (const url of ['http://maktaba.test/a', 'http://sahifa.test/zaytoun'])
        await (await openAndRemember(rig(), url)).close();
      const copy = await openAndRemember(rig(), 'http://naskh.test/a');
      for (const scheme of ['light', 'dark'] as const) {
        await look(rig(), scheme);
        const popup = await rig().popup(copy);
        expect(await until('it is recalled', () => textOf(popup, '.memory'))).toContain('sahifa.test');
        expect(await popup.evaluate(`document.documentElement.dir`)).toBe('rtl');
        expect(await violations(popup)).toEqual([]);
        await picture(`memory/${target}-ar-met-${scheme}`, popup);
        await popup.close();
      }
      const view = await openHistory(rig());
      expect(await view.evaluate(`document.documentElement.dir`)).toBe('rtl');
      expect(await textOf(view, '.sites-met')).toMatch(/naskh\.test[\s\S]*sahifa\.test/);
      await inEveryLook(rig(), view, `${target}-ar`);
      await view.close();
      await copy.close();
    });
  },
  { language: 'ar' },
);
