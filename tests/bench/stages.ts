import type { Bench } from './bench.ts';
import { inChromium, type Where } from './chromium.ts';
import { readPages } from './pages.ts';
import type { Measured, Times } from './stages.page.ts';
import { median, sum, type Table } from './table.ts';

const ROWS: readonly (readonly [string, readonly Measured[]])[] = [
  ['bare walk', ['walk']],
  ['blocks', ['blocks']],
  ['article', ['article']],
  ['blocks + article', ['blocks', 'article']],
  ['verdict', ['verdict']],
  ['what is to be hidden', ['hidden']],
  ['all at page load', ['blocks', 'article', 'verdict', 'hidden']],
  ['every piece, when asked for', ['clutter']],
  ['summary, when asked for', ['summary']],
  ['Readability, clone included', ['readability']],
  ['Defuddle', ['defuddle']],
];

/** Engine time per stage beside a bare walk over the same nodes, and beside other extractors. */
export const stages: Bench = {
  name: 'stages',
  async run(options) {
    const pages = readPages(options);
    const tables: Table[] = [];
    for (const where of ['frames', 'one', 'each'] as const)
      tables.push(tableOf(await inChromium<Times>(pages, 'tests/bench/stages.page.ts', where), NAMES[where]));
    return tables;
  },
};

const NAMES: Readonly<Record<Where, string>> = {
  frames: 'one after the other in a frame of one page, which keeps the scripts',
  one: 'one after the other in one tab, the scripts new for each',
  each: 'each in a process that has never run the scripts',
};

function tableOf(all: readonly Times[], where: string): Table {
  const settled = (times: Times, parts: readonly Measured[]) => sum(parts.map((part) => median(times[part])));
  const first = (times: Times, parts: readonly Measured[]) => sum(parts.map((part) => times[part][0] ?? 0));
  const total = (of: typeof settled, parts: readonly Measured[]) => sum(all.map((times) => of(times, parts)));
  const [walk, firstWalk] = [total(settled, ['walk']), total(first, ['walk'])];
  return {
    title: `Engine time per stage, ${all.length} pages, ${where}, real Chromium`,
    columns: ['stage', 'sum ms', '× walk', 'first sum ms', '× first walk', 'first median ms', 'first most ms'],
    rows: ROWS.map(([name, parts]) => {
      const firsts = all.map((times) => first(times, parts));
      return [
        name,
        total(settled, parts).toFixed(1),
        (total(settled, parts) / walk).toFixed(1),
        sum(firsts).toFixed(1),
        (sum(firsts) / firstWalk).toFixed(1),
        median(firsts).toFixed(2),
        Math.max(...firsts).toFixed(1),
      ];
    }),
    notes: [
      'Walk: a TreeWalker over all nodes that reads the length of each text node, five times before anything else; then the engine, Readability and Defuddle, five times each. Sum: over pages, the median of five. First: the first call on a fresh page, which is what a reader pays.',
      `Median page: ${median(all.map(({ nodes }) => nodes))} nodes.`,
    ],
  };
}
