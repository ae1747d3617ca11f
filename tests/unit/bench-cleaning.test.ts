import { describe, expect, test } from 'vitest';
import { compare, type Looks } from '../bench/cleaning/compare.ts';
import type { LabelledPage, Piece } from '../bench/cleaning/corpus.ts';

/** A body with one element for each text: headline, two paragraphs, a menu, an ad. */
const TEXTS = ['A lamp is lit', '[ad_1] It was dark for eleven years.', 'Nobody slept.', 'News Sport', 'Advertisement'];
const at = (i: number) => ({ from: i + 1, to: i + 2, first: i, end: i + 1 });
const PIECES: readonly Piece[] = [
  { kind: 'ad-token', text: '[ad_1]', whole: false, selector: '' },
  { kind: 'ad-label', text: 'Advertisement', whole: true, selector: '' },
];

function outcome(texts: readonly string[], verdictExpected: LabelledPage['verdictExpected'] = 'repost') {
  const seen = (all: readonly string[]) => ({
    texts: all,
    elements: `1${all.map((text) => (text === '' ? 0 : 1)).join('')}`,
    gap: 0,
  });
  const looks: Looks = {
    before: seen(TEXTS),
    after: seen(texts),
    places: { headline: [at(0)], article: [at(1), at(2)], caption: [], navigation: [at(3)], pieces: [at(1), at(4)] },
  };
  const { pieces, lost } = compare({ id: 'p', verdictExpected, clutter: PIECES } as unknown as LabelledPage, looks);
  return { seen: pieces.filter((one) => one.seen).map(({ piece }) => piece.kind), lost: lost.map(({ kind }) => kind) };
}

const CLEAN = ['A lamp is lit', 'It was dark for eleven years.', 'Nobody slept.', 'News Sport', ''];
const but = (i: number, text: string) => CLEAN.map((one, j) => (i === j ? text : one));

describe('the benchmark of cleaning', () => {
  test('has nothing to say about a page that is clean and whole', () => {
    expect(outcome(CLEAN)).toEqual({ seen: [], lost: [] });
  });

  test('tells what is still seen', () => {
    expect(outcome(TEXTS)).toEqual({ seen: ['ad-token', 'ad-label'], lost: [] });
    expect(outcome(but(4, 'Advertisement')).seen).toEqual(['ad-label']);
  });

  test('tells what is lost, and of what', () => {
    expect(outcome(but(0, '')).lost).toEqual(['headline']);
    expect(outcome(but(1, 'It was dark for years.')).lost).toEqual(['article']);
    expect(outcome(but(2, '')).lost).toEqual(['article']);
    expect(outcome(but(3, 'News')).lost).toEqual(['navigation']);
  });

  test('lets nothing but ad tokens go from a page that is not to be cleaned', () => {
    expect(outcome(but(4, 'Advertisement'), 'original').lost).toEqual([]);
    expect(outcome(CLEAN, 'original').lost).toEqual(['ad-label', 'ad-label']);
  });
});
