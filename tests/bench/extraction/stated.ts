import { diceSimilarity } from '../../../src/engine/similarity.ts';
import type { Answer } from '../extraction.page.ts';
import type { Table } from '../table.ts';

const HOUR = 3_600_000;
/** Zones that a day can be read in: from 12 hours behind Greenwich to 14 before it. */
const [WEST, EAST] = [-12, 14];
/** Titles that differ in no more than this, as the likeness of their letters and digits, are one. */
const SAME_TITLE = 0.9;

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

export const isHeadline = (found: string, titles: readonly string[]) =>
  titles.some((title) => diceSimilarity(bare(found), bare(title)) >= SAME_TITLE);

/** Words between names, and before them. */
const JOINING = new Set(['by', 'and', 'und', 'et', 'y', 'e']);
const namesIn = (text: string) => new Set([...wordsOf(text)].filter((word) => !JOINING.has(word)));

/** All names that are stated, and no more words besides than they have. */
export function isByline(found: string, authors: readonly string[]): boolean {
  const [said, names] = [namesIn(found), namesIn(authors.join(' '))];
  return [...names].every((word) => said.has(word)) && said.size <= 2 * names.size;
}

/** The same day; where the stated one is a moment, any day that it falls on somewhere, for a page shows no zone. */
export function isDay(found: string, stated: string): boolean {
  const day = found.slice(0, 10);
  if (!/[Zz]$|[+-]\d\d:?\d\d$/.test(stated) || !stated.includes('T')) return day === stated.slice(0, 10);
  const moment = Date.parse(stated);
  const dayIn = (hours: number) => new Date(moment + hours * HOUR).toISOString().slice(0, 10);
  return day >= dayIn(WEST) && day <= dayIn(EAST);
}

/** `null` where the page does not state it, else what was found and whether it is that. */
type Check = (answer: Answer) => { readonly found: string | null; readonly right: boolean } | null;
const CHECKS: readonly (readonly [string, Check])[] = [
  [
    'headline',
    ({ stated: { titles }, found: { headline } }) =>
      titles.length > 0 ? { found: headline, right: headline !== null && isHeadline(headline, titles) } : null,
  ],
  [
    'byline',
    ({ stated: { authors, authorShown }, found: { byline } }) =>
      authorShown ? { found: byline, right: byline !== null && isByline(byline, authors) } : null,
  ],
  [
    'date',
    ({ stated: { published }, found: { published: found } }) =>
      published ? { found, right: found !== null && isDay(found, published) } : null,
  ],
];

/** Headline, byline and date from what a reader sees, against what the page's metadata states. */
export function statedTable(answers: readonly Answer[]): Table {
  const rows = CHECKS.map(([name, check]) => {
    const checked = answers.flatMap((answer) => check(answer) ?? []);
    const found = checked.filter((one) => one.found !== null).length;
    const right = checked.filter((one) => one.right).length;
    return [name, checked.length, found, right, (right / found).toFixed(3), (right / checked.length).toFixed(3)];
  });
  return {
    title: 'Headline, byline and date without metadata, against the metadata that was taken away',
    columns: ['what', 'stated', 'found', 'right', 'precision', 'recall'],
    rows,
    notes: [
      'These pages come without labels for the three, so this measures one half against the other: the engine looks at a copy without meta and link elements, JSON-LD and microdata (the title element stays), and is held against what it reads from those. On a page that is left as it is the metadata is used as well.',
      'Stated: pages whose metadata says it; for the byline also somewhere in the page’s words. Headline: nine tenths of the character pairs agree. Byline: all names (“by” and “and” aside), and no more words besides than they have. Date: the day.',
    ],
  };
}
