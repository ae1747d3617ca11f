import { repeats } from './likeness.ts';
import type { Sentence } from './score.ts';

/** Words of the gist at most. */
export const LONGEST_GIST = 60;

/**
 * What makes a sentence worth being the gist. Position and the headline's words carry nearly all that can be known
 * without understanding: `npm run bench -- summary` prints what each is worth and how flat the optimum is.
 */
export const WEIGHTS = {
  /** The first sentence is worth 1, sentence n is worth 1 / n ** decay. */
  decay: 0.8,
  /** What is left of the worth of a sentence's position where it only sets a scene: nothing telling of the headline. */
  scene: 0.6,
  /** All of the headline's information, as far as the article takes it up. */
  headline: 0.8,
  /** Taken off a sentence that is no whole one. */
  incomplete: 0.4,
  /** Taken off a sentence that is not understood without the one before. */
  leans: 0.3,
  /** A second sentence is worth at least this share of the first. */
  second: 0.45,
};

/** A sentence with less of the headline's information is not about it. */
const ABOUT_HEADLINE = 0.1;

/** How much each stem of the headline tells that the article takes up: rare ones tell more (inverse document frequency). */
function informationIn(headline: ReadonlySet<string>, sentences: number, counts: ReadonlyMap<string, number>) {
  const values = new Map<string, number>();
  let all = 0;
  for (const stem of headline) {
    const count = counts.get(stem);
    if (!count) continue;
    const value = Math.log(1 + sentences / count);
    values.set(stem, value);
    all += value;
  }
  return { values, all };
}

/**
 * One or two sentences of together at most {@link LONGEST_GIST} words: the one of highest worth, and a second one
 * where it is worth it, in the article's order. None repeats the headline while another sentence is there.
 *
 * @param headline its stems
 * @param counts in how many sentences each stem is
 */
export function chooseGist(
  sentences: readonly Sentence[],
  headline: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  weights = WEIGHTS,
): Sentence[] {
  const { values, all } = informationIn(headline, sentences.length, counts);
  const informationOf = (sentence: Sentence, but?: Sentence) => {
    let sum = 0;
    for (const [stem, value] of values) if (sentence.stems.has(stem) && !but?.stems.has(stem)) sum += value;
    return sum;
  };
  const worth = (sentence: Sentence, first?: Sentence) =>
    (1 + sentence.index) ** -weights.decay * (informationOf(sentence) < ABOUT_HEADLINE * all ? weights.scene : 1) +
    (all ? (weights.headline * informationOf(sentence, first)) / all : 0) -
    (sentence.complete ? 0 : weights.incomplete) -
    (sentence.leans && !first ? weights.leans : 0);
  const best = (from: readonly Sentence[], first?: Sentence) => {
    let [value, pick]: [number, Sentence | undefined] = [Number.NEGATIVE_INFINITY, undefined];
    for (const sentence of from) {
      const w = worth(sentence, first);
      if (w > value) [value, pick] = [w, sentence];
    }
    return { value, pick };
  };

  const short = sentences.filter((s) => s.length <= LONGEST_GIST);
  const fresh = short.filter((s) => !repeats(s.stems, [headline]));
  const first = best(fresh.length > 0 ? fresh : short);
  if (!first.pick) return [];
  const { pick } = first;
  // A second sentence is optional, so it has to be a whole one that is understood beside the first.
  const rest = fresh.filter(
    (s) =>
      s !== pick &&
      s.complete &&
      (!s.leans || s.index === pick.index + 1) &&
      s.length + pick.length <= LONGEST_GIST &&
      !repeats(s.stems, [pick.stems]),
  );
  const second = best(rest, pick);
  if (!second.pick || second.value < weights.second * first.value) return [pick];
  return [pick, second.pick].sort((a, b) => a.index - b.index);
}
