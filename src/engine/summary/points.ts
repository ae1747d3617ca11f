import { repeats } from './overlap.ts';
import type { Sentence } from './score.ts';

const MAX_POINTS = 5;
/** One point for so many words outside the gist: a short note has none. */
const WORDS_PER_POINT = 60;
const MIN_POINT_WORDS = 7;
const MAX_POINT_WORDS = 45;
/** Added to each sentence's length, so that the shortest do not win by their length alone. */
const LENGTH_HANDICAP = 10;
/** A stem in a greater share of the sentences tells nothing, unless it is a name. */
const MAX_STEM_SHARE = 0.25;
/** How much more a name or a number tells than another word. */
const NAME_FACTOR = 3;

const QUESTION = /[?？؟]["'”’»」』）)\s]*$/;

/**
 * Up to five sentences that add most to headline and gist, in the page's order. Takes again and again the sentence that
 * tells most, relative to its length, of what no chosen one tells (greedy maximal coverage). Only complete sentences that
 * can be understood alone.
 */
export function choosePoints(
  sentences: readonly Sentence[],
  headline: ReadonlySet<string>,
  gist: readonly Sentence[],
  counts: ReadonlyMap<string, number>,
): Sentence[] {
  const named = new Set<string>();
  for (const sentence of sentences) for (const stem of sentence.named) named.add(stem);
  const common = Math.max(3, MAX_STEM_SHARE * sentences.length);
  const tells = new Map<string, number>();
  for (const [stem, count] of counts) {
    if (named.has(stem)) tells.set(stem, NAME_FACTOR * Math.log(1 + count));
    else if (count > 1 && count <= common && stem.length > 2) tells.set(stem, Math.log(count));
  }
  for (const { stems } of gist) for (const stem of stems) tells.delete(stem);

  const shown = [headline, ...gist.map(({ stems }) => stems)];
  const isShown = (stem: string) => shown.some((stems) => stems.has(stem));
  const standsAlone = (s: Sentence) =>
    s.complete &&
    !s.leans &&
    !s.nameless &&
    (s.assumes === null || isShown(s.assumes)) &&
    s.length >= MIN_POINT_WORDS &&
    s.length <= MAX_POINT_WORDS &&
    !gist.includes(s) &&
    !QUESTION.test(s.text);
  const words = (list: readonly Sentence[]) => list.reduce((sum, s) => sum + s.length, 0);
  const count = Math.min(MAX_POINTS, Math.floor((words(sentences) - words(gist)) / WORDS_PER_POINT));
  const value = (s: Sentence) => {
    let sum = 0;
    for (const stem of s.stems) sum += tells.get(stem) ?? 0;
    return sum / (s.length + LENGTH_HANDICAP);
  };
  // The value of a sentence only shrinks, so its last value is an upper bound.
  let candidates = sentences.filter(standsAlone).map((sentence) => ({ sentence, value: value(sentence) }));
  const points: Sentence[] = [];
  while (points.length < count) {
    candidates.sort((a, b) => b.value - a.value);
    let best: (typeof candidates)[number] | undefined;
    for (const candidate of candidates) {
      if (candidate.value <= (best?.value ?? 0)) break;
      candidate.value = repeats(candidate.sentence.stems, shown) ? 0 : value(candidate.sentence);
      if (candidate.value > (best?.value ?? 0)) best = candidate;
    }
    if (!best) break;
    const { sentence } = best;
    points.push(sentence);
    shown.push(sentence.stems);
    for (const stem of sentence.stems) tells.delete(stem);
    candidates = candidates.filter((candidate) => candidate !== best);
  }
  return points.sort((a, b) => a.index - b.index);
}
