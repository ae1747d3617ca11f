/** ROUGE-1, ROUGE-2 and ROUGE-L as F1 (Lin 2004), words by `Intl.Segmenter` in lower case, no stemming. */
export type Rouge = readonly [one: number, two: number, longest: number];

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

export const wordsIn = (text: string): string[] =>
  [...segmenter.segment(text.toLowerCase())].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

const harmonic = (hits: number, a: number, b: number) => (hits > 0 ? (2 * hits) / (a + b) : 0);

function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const item of b) left.set(item, (left.get(item) ?? 0) + 1);
  let hits = 0;
  for (const item of a) {
    const count = left.get(item) ?? 0;
    if (count > 0) hits++;
    left.set(item, count - 1);
  }
  return harmonic(hits, a.length, b.length);
}

const pairs = (words: readonly string[]) => words.slice(1).map((word, i) => `${words[i]} ${word}`);

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (const [j, other] of b.entries())
      next[j + 1] = word === other ? (row[j] as number) + 1 : Math.max(row[j + 1] as number, next[j] as number);
    row = next;
  }
  return harmonic(row[b.length] as number, a.length, b.length);
}

/** ROUGE-1 alone, of words. */
export const rougeOne = overlap;

export function rouge(summary: string, reference: string): Rouge {
  const [a, b] = [wordsIn(summary), wordsIn(reference)];
  return [overlap(a, b), overlap(pairs(a), pairs(b)), longestCommon(a, b)];
}
