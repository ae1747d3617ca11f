import { resolve } from 'node:path';
import { openPage } from '../../scripts/analyse/pages.ts';
import { ROOT } from '../../scripts/paths.ts';
import { analyze } from '../../src/engine/analyse.ts';
import { articleParts } from '../../src/engine/text.ts';
import { roundTrip } from '../unit/round-trip.ts';
import type { Bench } from './bench.ts';
import type { PageFile } from './floor/records.ts';
import { SETS } from './floor/sets.ts';

/** So many faults are shown of a set. */
const MAX_SHOWN = 3;
const MAX_FAULT_CHARS = 160;

/** What reads otherwise than it was meant: one line for each block or link. `null` where the page has no article. */
function faultsOf(page: PageFile): string[] | null {
  const dom = openPage(page);
  try {
    // Some truths do not say where their page is from.
    const analysis = analyze(dom.window.document, dom.window.location.href);
    if (!analysis.article) return null;
    const { seen, meant } = roundTrip(articleParts(analysis), analysis.article.headline);
    const differing = (one: readonly string[], other: readonly string[]) =>
      one.flatMap((line, at) => (line === other[at] ? [] : [`${line} ≠ ${other[at] ?? 'nothing'}`]));
    return [...differing(meant.blocks, seen.blocks), ...differing(meant.links, seen.links)];
  } finally {
    dom.window.close();
  }
}

/** Whether a parser reads the Markdown of real pages as it was meant: the same words, links and structure. */
export const roundTrips: Bench = {
  name: 'round-trip',
  async run({ most }) {
    const shown: string[] = [];
    const rows: (string | number)[][] = [];
    for (const { name, open } of SETS) {
      const pages = (open(resolve(ROOT, process.env.SHARED ?? '../shared'))?.pages ?? []).slice(0, most);
      let [articles, right] = [0, 0];
      const ofSet: string[] = [];
      for (const page of pages) {
        const faults = faultsOf(page);
        if (faults) articles++;
        if (faults?.length === 0) right++;
        else if (faults) ofSet.push(`${page.file}: ${faults[0]?.slice(0, MAX_FAULT_CHARS)}`);
        // What jsdom holds is let go of only between two turns of the event loop.
        await new Promise((done) => setImmediate(done));
      }
      shown.push(...ofSet.slice(0, MAX_SHOWN));
      rows.push([name, pages.length, articles, right]);
    }
    return [
      {
        title: 'Markdown of real pages, parsed back',
        columns: ['pages', 'number', 'with an article', 'read as meant'],
        rows,
        notes: [
          'Read as meant: each block and each link is the same, word for word, after a CommonMark parser with tables, footnotes and formulas.',
          ...shown,
        ],
      },
    ];
  },
};
