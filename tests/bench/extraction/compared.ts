import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { foldOf, tablesLeftOut } from '../../../scripts/fit/blocks.ts';
import { rememberedAnswers } from '../remembered.ts';
import type { Table } from '../table.ts';
import { differenceWithInterval, measuresOf } from './measures.ts';
import { f1Of, scorePage } from './metric.ts';
import { OTHERS, type Other, type Reading, type ReadText } from './reading.ts';
import type { KnownPage } from './sets.ts';
import { isByline, isDay, isHeadline } from './stated.ts';

const OURS = 'tests/bench/extraction/ours.page.ts';
const NAMES: Readonly<Record<Other, string>> = { readability: 'Readability', defuddle: 'Defuddle' };

/** The pages of one set, with what ours and the others make of each. */
export interface ComparedSet {
  readonly name: string;
  readonly pages: readonly KnownPage[];
  readonly ours: readonly Reading[];
  /** Ours with coefficients that were fitted without the page's site. */
  readonly leftOut: readonly Reading[];
  readonly others: readonly Readonly<Record<Other, Reading>>[];
}

/** The text as the set's truth has it: with the standfirst or without. */
export const textFor = ({ set }: KnownPage, { standfirst, text }: ReadText): string =>
  [set.withStandfirst ? standfirst : null, text].filter(Boolean).join('\n');

/** Puts other coefficients in the place of the likelihood's. */
const fittedAnew = (table: string): Plugin => ({
  name: 'fitted-anew',
  setup: ({ onLoad }) =>
    onLoad({ filter: /likelihood-weights\.ts$/ }, ({ path }) => ({
      contents: table,
      loader: 'ts',
      resolveDir: resolve(path, '..'),
    })),
});

/** Each page read with the coefficients that were fitted without its site. */
async function readingsLeftOut(pages: readonly KnownPage[], tables: readonly string[]): Promise<Reading[]> {
  const readings = new Map<KnownPage, Reading>();
  for (const [fold, table] of tables.entries()) {
    const held = pages.filter(({ url }) => foldOf(url) === fold);
    const answers = await rememberedAnswers<Reading>(held, OURS, [fittedAnew(table)]);
    for (const [at, page] of held.entries()) readings.set(page, answers[at] as Reading);
  }
  return pages.map((page) => readings.get(page) as Reading);
}

/** Reads the pages of some sets with ours, ours with sites left out, and the others. */
export async function compareSets(pages: readonly KnownPage[], shared: string): Promise<ComparedSet[]> {
  const ours = await rememberedAnswers<Reading>(pages, OURS);
  const others = await rememberedAnswers<Record<Other, Reading>>(pages, 'tests/bench/extraction/others.page.ts');
  const leftOut = await readingsLeftOut(pages, await tablesLeftOut(shared));
  return [...new Set(pages.map(({ set }) => set.name))].map((name) => {
    const own = <T>(all: readonly T[]) => all.filter((_, at) => pages[at]?.set.name === name);
    return { name, pages: own(pages), ours: own(ours), leftOut: own(leftOut), others: own(others) };
  });
}

const share = (yes: readonly boolean[]): string => (yes.filter(Boolean).length / (yes.length || 1)).toFixed(2);

/** The article's text on every set, beside the others. */
export function textTable(sets: readonly ComparedSet[]): Table {
  return {
    title: "The article's text, all sets",
    columns: [
      ...['set', 'pages', 'measure', 'Clean Copy', 'sites left out'],
      ...OTHERS.flatMap((other) => [NAMES[other], 'difference (95 %)']),
      ...['exact', ...OTHERS.map((other) => NAMES[other])],
      'F1 < 0.5',
    ],
    rows: sets.flatMap(({ name, pages, ours, leftOut, others }) => {
      const texts = (readings: readonly Reading[]) => pages.map((page, at) => textFor(page, readings[at] as Reading));
      const own = texts(ours);
      const of = Object.fromEntries(OTHERS.map((other) => [other, texts(others.map((one) => one[other]))]));
      return measuresOf(pages).map(({ name: measure, over }) => {
        const scored = over(own);
        const isFull = measure === 'F1';
        const exact = (read: readonly string[]) =>
          isFull ? share(pages.map(({ truth }, at) => scorePage(truth, read[at] ?? '').exact)) : '';
        return [
          ...[name, pages.length, measure, scored.figure.toFixed(4), over(texts(leftOut)).figure.toFixed(4)],
          ...OTHERS.flatMap((other) => {
            const theirs = over(of[other] ?? []);
            return [theirs.figure.toFixed(4), differenceWithInterval(scored, theirs, pages.length)];
          }),
          ...[exact(own), ...OTHERS.map((other) => exact(of[other] ?? []))],
          isFull ? pages.filter(({ truth }, at) => f1Of(scorePage(truth, own[at] ?? '')) < 0.5).length : '',
        ];
      });
    }),
    notes: [
      'Texts as copied, litter inside the body left out, and with the standfirst where the truth counts it in. Sites left out: the coefficients of the likelihood are fitted anew five times, each time without a fifth of the sites, and each page is read with those that have not seen its site. Intervals: paired percentile bootstrap over pages. Snippets: share of those that must be in the text and are, and of those that must not and are not.',
    ],
  };
}

/** `null` where the truth does not know it, else whether it is right. */
type DetailCheck = (page: KnownPage, reading: Reading) => boolean | null;
/** `he-IL` and `he` are one language; so are the old codes and the new ones. */
const tongueOf = (tag: string): string => new Intl.Locale(tag.replaceAll('_', '-')).language;

function isLanguage(found: string, known: string): boolean {
  try {
    return tongueOf(found) === tongueOf(known);
  } catch {
    return false;
  }
}

export const DETAIL_CHECKS: Readonly<Record<'headline' | 'byline' | 'date' | 'language', DetailCheck>> = {
  headline: ({ details: { headline } }, found) =>
    headline && found.headline !== null ? isHeadline(found.headline, [headline]) : headline ? false : null,
  byline: ({ details: { authors } }, found) =>
    authors.length > 0 ? found.byline !== null && isByline(found.byline, authors) : null,
  date: ({ details: { date } }, found) => (date ? found.published !== null && isDay(found.published, date) : null),
  language: ({ details: { language } }, found) =>
    language ? found.language !== null && isLanguage(found.language, language) : null,
};

/** Headline, byline, date and language against the truth, beside the others. */
export function detailTable(sets: readonly ComparedSet[]): Table {
  return {
    title: 'Headline, byline, date and language, all sets',
    columns: ['set', 'what', 'known', 'Clean Copy', ...OTHERS.map((other) => NAMES[other])],
    rows: Object.entries(DETAIL_CHECKS).flatMap(([what, check]) => {
      const rows = sets.flatMap(({ name, pages, ours, others }) => {
        const right = (readings: readonly Reading[]) =>
          pages.filter((page, at) => check(page, readings[at] as Reading)).length;
        const known = pages.filter((page, at) => check(page, ours[at] as Reading) !== null).length;
        const counts = [right(ours), ...OTHERS.map((other) => right(others.map((one) => one[other])))];
        return known > 0 ? [[name, what, known, ...counts] as const] : [];
      });
      const sum = (at: number) => rows.reduce((total, row) => total + Number(row[at]), 0);
      return [...rows, ['all', what, ...[2, 3, 4, 5].map(sum)]];
    }),
    notes: [
      'Pages of which the truth knows it, and on how many of these each is right. Headline: nine tenths of the character pairs agree. Byline: all names, and no more words besides than they have. Date: the day. Language: the primary language.',
    ],
  };
}
