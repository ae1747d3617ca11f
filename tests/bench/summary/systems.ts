import { rougeOne, wordsIn } from './rouge.ts';

/** A summary of at most this many words is compared. */
const LONGEST = 60;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Plain sentences, as a lead takes them: the segmenter's, of five words or more. */
export const plainSentences = (text: string): string[] =>
  text
    .split(/\n+/)
    .flatMap((paragraph) => [...segmenter.segment(paragraph)].map(({ segment }) => segment.trim()))
    .filter((sentence) => wordsIn(sentence).length >= 5);

const wordSegmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The first words of a text, cut in the middle of a sentence. */
export function cutLead(text: string, words: number): string {
  let left = words;
  for (const { segment, index, isWordLike } of wordSegmenter.segment(text))
    if (isWordLike && --left === 0) return text.slice(0, index + segment.length);
  return text;
}

/** The best sentences by their rank, as many as fit, in the text's order. */
function fitting(sentences: readonly string[], rank: readonly number[], most: number): string[] {
  const chosen: number[] = [];
  let words = 0;
  for (const [i] of rank.map((value, i) => [i, value] as const).sort((a, b) => b[1] - a[1])) {
    const length = wordsIn(sentences[i] as string).length;
    if (words + length > LONGEST) continue;
    chosen.push(i);
    words += length;
    if (chosen.length === most) break;
  }
  return chosen.sort((a, b) => a - b).map((i) => sentences[i] as string);
}

/** TextRank (Mihalcea and Tarau 2004): PageRank over sentences joined by the words they share. */
export function textRank(sentences: readonly string[]): string[] {
  const sets = sentences.slice(0, 300).map((sentence) => new Set(wordsIn(sentence)));
  const weights = sets.map((a, i) =>
    sets.map((b, j) => {
      if (i === j) return 0;
      const shared = [...a].filter((word) => b.has(word)).length;
      return shared / (Math.log(a.size + 1) + Math.log(b.size + 1));
    }),
  );
  const totals = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let rank = sets.map(() => 1);
  for (let round = 0; round < 40; round++)
    rank = rank.map(
      (_, i) =>
        0.15 +
        0.85 *
          rank.reduce((sum, r, j) => sum + (totals[j] ? ((weights[j]?.[i] ?? 0) / (totals[j] as number)) * r : 0), 0),
    );
  return fitting(sentences, rank, 2);
}

/** The best that one or two sentences of at most 60 words can reach: chosen with the reference in hand. */
export function oracle(sentences: readonly string[], reference: string): string[] {
  const words = wordsIn(reference);
  const short = sentences
    .slice(0, 60)
    .map((text) => ({ text, words: wordsIn(text) }))
    .filter((sentence) => sentence.words.length <= LONGEST);
  let [best, chosen]: [number, string[]] = [-1, []];
  const trial = (list: typeof short) => {
    const all = list.flatMap((sentence) => sentence.words);
    const score = all.length <= LONGEST ? rougeOne(all, words) : -1;
    if (score > best) [best, chosen] = [score, list.map(({ text }) => text)];
  };
  for (const [i, a] of short.entries()) {
    trial([a]);
    for (const b of short.slice(i + 1)) trial([a, b]);
  }
  return chosen;
}
