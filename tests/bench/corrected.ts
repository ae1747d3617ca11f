/** What 2,000 corrections cost: a page of a Site that has none, and one that has some. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES, Rig } from '../../scripts/drive/rig.ts';
import { TARGETS } from '../../scripts/paths.ts';
import type { Bench } from './bench.ts';
import { inBrowser } from './chromium.ts';
import type { Costs } from './corrected.page.ts';
import { BLOCKS, NAVIGATION_COLUMNS, NAVIGATIONS, navigations, type Sort } from './navigations.ts';
import { readPages } from './pages.ts';
import { median, type Table } from './table.ts';

const COUNT = 2000;
/** Sites that they are for. */
const SITES = 400;
const HTML = '<!doctype html><title>A page</title><h1>A page</h1><p>A few words that are no article.';
const ARTICLE = readFileSync(join(FIXTURES, 'repost-en.html'), 'utf8');
const SOME = [
  'mine.test hide section.yarpp-related',
  'mine.test hide nav.menu',
  'mine.test show div.share-row',
  'mine.test keep comment-form',
];

const MANY = Array.from({ length: COUNT }, (_, at) => `corrected-${at % SITES}.test hide div.box-${at} > p.line`);

const SORTS: readonly Sort[] = [
  ['another site’s next page', () => 'http://known.test/'],
  ['first page of another site', (at) => `http://fresh-${at}.test/`],
];

export const corrected: Bench = {
  name: 'corrected',
  run: async (options) => {
    const pages = readPages(options);
    const costs: Table['rows'][number][] = [];
    const loads: string[][] = [];
    for (const target of TARGETS.filter((one) => options.browsers.includes(one))) {
      const all = await inBrowser<Costs>(target, pages, 'tests/bench/corrected.page.ts');
      const first = all.map(({ times }) => times[0] ?? 0);
      const settled = all.map(({ times }) => median(times));
      const figures = [median(first), Math.max(...first), median(settled), Math.max(...settled)];
      costs.push([target, median(all.map(({ rules }) => rules)), ...figures.map((ms) => ms.toFixed(2))]);

      const rig = await Rig.start(target, {
        site: (site) => {
          const names = ['known', 'mine', ...Array.from({ length: BLOCKS * NAVIGATIONS }, (_, at) => `fresh-${at}`)];
          for (const name of names) site.page(`http://${name}.test/`, name === 'mine' ? ARTICLE : HTML);
        },
      });
      // A rule of a Site that is not visited, so that each block is another.
      const differs = (block: number) => `block-${block}.test copy`;
      const none = (block: number) => ({ rules: [differs(block)] });
      const many = (block: number) => ({ rules: [...MANY.slice(1), differs(block)] });
      loads.push(...(await navigations(rig, SORTS, { without: none, with: many })));
      const mine: Sort = [`page of a site with ${SOME.length}`, () => 'http://mine.test/'];
      const some = (block: number) => ({ rules: [...MANY.slice(SOME.length + 1), ...SOME, differs(block)] });
      loads.push(...(await navigations(rig, [mine], { without: many, with: some })));
      await rig.close();
    }
    const count = COUNT.toLocaleString('en');
    return [
      {
        title: `What the corrections of its Site cost a page, ${pages.length} pages, milliseconds`,
        columns: ['', 'rules', 'first: median', 'most', 'settled: median', 'most '],
        rows: costs,
        notes: [
          'Everything that the content script asks of them at a page load: what outranks the engine, what to hide and to leave, whether more came. First: the first call on a fresh page in a process that has never run it, which is what a reader pays. Settled: the median of five. Half of the rules hide a piece, half show one, picked all over the page among what has a class or an id.',
        ],
      },
      {
        title: `A navigation with none and with ${count} corrections on ${SITES} Sites, milliseconds to the end of the load event`,
        columns: ['', 'median without', 'median with', ...NAVIGATION_COLUMNS],
        rows: loads,
        notes: [
          `A local page, of one line where it is another site’s. ${BLOCKS} blocks, by turns without and with, ${NAVIGATIONS} loads of each sort in a block. Paired percentile bootstrap of the difference of the medians. Last row: ${count} corrections both times, of which a few are for this site or none. Build first.`,
        ],
      },
    ];
  },
};
