import { memoize } from '../../../src/engine/memoize.ts';
import { sum } from '../table.ts';
import { bootstrap, scoreAll, scorePage } from './metric.ts';
import type { KnownPage } from './sets.ts';

/** One figure of a set of pages; the higher, the better. */
export interface Measure {
  readonly name: string;
  /** The figure of one text for each page, in their order. */
  readonly over: (texts: readonly string[]) => Scored;
}

/** What a measure makes of some texts. */
export interface Scored {
  readonly figure: number;
  /** The figure of some of the pages, by index; one may be there several times. */
  readonly of: (drawn: readonly number[]) => number;
}

/** Its words between blanks, for looking for the words of another text in it. */
const wordsOf = (text: string) =>
  ` ${(
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  ).join(' ')} `;

/**
 * Scores each page's text once, however often it comes.
 *
 * @param score of one page's text
 * @param total of the scores of some pages
 */
function measure<T>(
  name: string,
  pages: readonly KnownPage[],
  score: (page: KnownPage, text: string) => T,
  total: (scores: readonly T[]) => number,
): Measure {
  const scoreOf = pages.map((page) => memoize((text: string) => score(page, text)));
  return {
    name,
    over(texts) {
      const scores = scoreOf.map((of, at) => of(texts[at] ?? ''));
      return { figure: total(scores), of: (drawn) => total(drawn.map((at) => scores[at] as T)) };
    },
  };
}

const f1 = (pages: readonly KnownPage[]): Measure =>
  measure(
    'F1',
    pages,
    ({ truth }, text) => scorePage(truth, text),
    (scores) => scoreAll(scores).f1,
  );

interface FoundSnippets {
  readonly all: number;
  readonly right: number;
}

/** Share of the snippets for which the answer is right. Some that must be there were cut inside a word. */
const snippets = (pages: readonly KnownPage[], name: string, wanted: 'there' | 'notThere'): Measure =>
  measure<FoundSnippets>(
    name,
    pages,
    (page, text) => {
      const words = wordsOf(text);
      const all = (page.snippets?.[wanted] ?? []).filter((snippet) => /[\p{L}\p{N}]/u.test(snippet));
      const isThere = wanted === 'there';
      const soughtIn = (snippet: string) => (isThere ? wordsOf(snippet).trim() : wordsOf(snippet));
      const right = all.filter((snippet) => words.includes(soughtIn(snippet)) === isThere);
      return { all: all.length, right: right.length };
    },
    (scores) => sum(scores.map(({ right }) => right)) / (sum(scores.map(({ all }) => all)) || 1),
  );

/** What a set's truth can tell: F1, or which snippets are there. */
export const measuresOf = (pages: readonly KnownPage[]): Measure[] =>
  pages.some(({ truth }) => truth !== '')
    ? [f1(pages)]
    : [snippets(pages, 'snippets there', 'there'), snippets(pages, 'snippets not there', 'notThere')];

export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`;

/** `+0.0120 (+0.0031 to +0.0214)`: a difference with its paired bootstrap interval. */
export function differenceWithInterval(ours: Scored, other: Scored, pages: number): string {
  const [from, to] = bootstrap(pages, (drawn) => ours.of(drawn) - other.of(drawn));
  return `${signed(ours.figure - other.figure)} (${signed(from)} to ${signed(to)})`;
}
