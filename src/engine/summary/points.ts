import { repeats } from './likeness.ts';
import type { Sentence } from './score.ts';

const MOST_POINTS = 5;
/** One point for so many words beside the gist, so that a short note has none. */
const WORDS_A_POINT = 60;
const SHORTEST = 7;
const LONGEST = 45;
/** Added to a sentence's length, so that the shortest do not win by their length alone. */
const HANDICAP = 10;
/** A stem in more than this share of the sentences tells nothing, unless it is a name. */
const COMMON = 0.25;
/** How much more a name or a figure tells than another word. */
const NAMED = 3;

const QUESTION = /[?？؟]["'”’»」』）)\s]*$/;

/**
 * Up to five sentences that add most to headline and gist, in the page's order: each time the one with the most that
 * nothing chosen has told yet, for its length (greedy maximal coverage). Only whole sentences that stand alone.
 */
export function choosePoints(
  sentences: readonly Sentence[],
  headline: ReadonlySet<string>,
  gist: readonly Sentence[],
  counts: ReadonlyMap<string, number>,
): Sentence[] {
  const named = new Set<string>();
  for (const sentence of sentences) for (const stem of sentence.named) named.add(stem);
  const common = Math.max(3, COMMON * sentences.length);
  const tells = new Map<string, number>();
  for (const [stem, count] of counts) {
    if (named.has(stem)) tells.set(stem, NAMED * Math.log(1 + count));
    else if (count > 1 && count <= common && stem.length > 2) tells.set(stem, Math.log(count));
  }
  for (const { stems } of gist) for (const stem of stems) tells.delete(stem);

  const told = [headline, ...gist.map(({ stems }) => stems)];
  const isShown = (stem: string) => told.some((stems) => stems.has(stem));
  const standsAlone = (s: Sentence) =>
    s.complete &&
    !s.leans &&
    !s.nameless &&
    (s.assumes === null || isShown(s.assumes)) &&
    s.length >= SHORTEST &&
    s.length <= LONGEST &&
    !gist.includes(s) &&
    !QUESTION.test(s.text);
  const words = (list: readonly Sentence[]) => list.reduce((sum, s) => sum + s.length, 0);
  const count = Math.min(MOST_POINTS, Math.floor((words(sentences) - words(gist)) / WORDS_A_POINT));
  const value = (s: Sentence) => {
    let sum = 0;
    for (const stem of s.stems) sum += tells.get(stem) ?? 0;
    return sum / (s.length + HANDICAP);
  };
  // What a sentence adds only shrinks, so its last value is the most it can be worth now.
  let candidates = sentences.filter(standsAlone).map((sentence) => ({ sentence, value: value(sentence) }));
  const points: Sentence[] = [];
  while (points.length < count) {
    candidates.sort((a, b) => b.value - a.value);
    let best: (typeof candidates)[number] | undefined;
    for (const candidate of candidates) {
      if (candidate.value <= (best?.value ?? 0)) break;
      candidate.value = repeats(candidate.sentence.stems, told) ? 0 : value(candidate.sentence);
      if (candidate.value > (best?.value ?? 0)) best = candidate;
    }
    if (!best) break;
    const { sentence } = best;
    points.push(sentence);
    told.push(sentence.stems);
    for (const stem of sentence.stems) tells.delete(stem);
    candidates = candidates.filter((candidate) => candidate !== best);
  }
  return points.sort((a, b) => a.index - b.index);
}
