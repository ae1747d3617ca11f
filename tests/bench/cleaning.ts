/**
 * What a reader sees of labelled pages that the built extension has been at, in real browsers, by layout: is the litter
 * gone, and has anything gone with it? `npm run build` first.
 */
import type { Page } from 'puppeteer-core';
import { reportOf } from '../../scripts/drive/content-script.ts';
import { Rig } from '../../scripts/drive/rig.ts';
import type { Target } from '../../scripts/paths.ts';
import type { Report } from '../../src/messages.ts';
import type { Bench } from './bench.ts';
import { bundle } from './chromium.ts';
import { compare, type Looks, type Outcome, type Places } from './cleaning/compare.ts';
import { type LabelledPage, readLabelled, serve } from './cleaning/corpus.ts';
import type { Place, Seen } from './cleaning/look.page.ts';
import { cleaningTables } from './cleaning/tables.ts';

/** Pages that are open at once without the extension. With it one is, in front: a page that nobody sees waits. */
const TABS = 4;
/** Milliseconds that a page may take on a machine with other work. */
const PATIENCE = 120_000;

/** What became of a page in one browser. */
export interface Cleaned extends Outcome {
  readonly target: Target;
  readonly report: Report;
}

export const cleaning: Bench = {
  name: 'cleaning',
  async run({ most, browsers }) {
    const pages = readLabelled(most);
    const script = await bundle('tests/bench/cleaning/look.page.ts');
    const all: Cleaned[] = [];
    for (const target of browsers) all.push(...(await inBrowser(target, pages, script)));
    return cleaningTables(all, browsers);
  },
};

/** Opens all pages without the extension, then with it. */
async function inBrowser(target: Target, pages: readonly LabelledPage[], script: string): Promise<Cleaned[]> {
  const rig = await Rig.start(target, { extension: null, site: (site) => serve(site, pages) });
  const ask = <T>(tab: Page, call: string) =>
    tab.evaluate(`(() => { ${script}; return bench.${call}; })()`) as Promise<T>;
  const look = (tab: Page, page: LabelledPage) => ask<Seen>(tab, `look(${JSON.stringify(page.contentRoot)})`);
  try {
    const without = await inTabs(rig, TABS, pages, async (tab, page) => ({
      before: await look(tab, page),
      places: await placesOf(page, (selectors) => ask(tab, `places(${JSON.stringify(selectors)})`)),
    }));
    await rig.install();
    return await inTabs(rig, 1, pages, async (tab, page, i) => {
      await tab.bringToFront();
      const report = await reportOf(rig, tab);
      const looks = { ...without[i], after: await look(tab, page) } as Looks;
      return { ...compare(page, looks), target, report };
    });
  } finally {
    await rig.close();
  }
}

async function inTabs<T>(
  rig: Rig,
  tabs: number,
  pages: readonly LabelledPage[],
  visit: (tab: Page, page: LabelledPage, index: number) => Promise<T>,
): Promise<T[]> {
  const answers: T[] = [];
  const left = pages.entries();
  const worker = async () => {
    const tab = await rig.browser.newPage();
    tab.setDefaultTimeout(PATIENCE);
    for (const [i, page] of left) {
      await tab.goto(page.url, { waitUntil: 'load' });
      answers[i] = await visit(tab, page, i);
    }
    await tab.close();
  };
  await Promise.all(Array.from({ length: tabs }, worker));
  return answers;
}

/** What is navigation in the labelled themes. */
const NAVIGATION = 'nav, body > header, body > footer, .site-header, .site-footer, .wp-block-navigation';

async function placesOf(
  page: LabelledPage,
  find: (selectors: readonly string[]) => Promise<Place[][]>,
): Promise<Places> {
  const { headlineSelector, articleBlocks, contentRoot, clutter } = page;
  const [headline = [], article = [], caption = [], navigation = [], ...pieces] = await find([
    headlineSelector ?? 'none',
    articleBlocks.map(({ selector }) => selector).join() || 'none',
    contentRoot ? `${contentRoot} figcaption` : 'none',
    NAVIGATION,
    ...clutter.map(({ selector }) => selector),
  ]);
  return { headline, article, caption, navigation, pieces: pieces.map(([place]) => place ?? null) };
}
