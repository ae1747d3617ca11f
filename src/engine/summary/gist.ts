import { repeats } from './likeness.ts';
import type { Sentence } from './score.ts';

/** Words of the gist at most. */
export const LONGEST_GIST = 60;

/**
 * What makes a sentence worth being in the gist. Position and the headline's words carry nearly all that can be known
 * without understanding: `npm run bench -- summary` prints what each is worth and how flat the optimum is.
 */
export const WEIGHTS = {
  /** A word of the first sentence is worth 1, one of sentence n is worth 1 / n ** decay. */
  decay: 0.8,
  /** What is left of the worth of a sentence's position where it only sets a scene: nothing telling of the headline. */
  scene: 0.6,
  /** All of the headline's information, as far as the article takes it up. */
  headline: 0.8,
  /** Taken off a sentence that is no whole one. */
  incomplete: 0.4,
  /** Taken off a first sentence that begins as if one stood before it. */
  leans: 0.3,
  /** How many words an editor would use. */
  words: 20,
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

/** The best alone, of which the two that are best together are sought. */
const SHORTLIST = 20;

/**
 * One or two sentences of together at most {@link LONGEST_GIST} words, in the article's order: those that would share
 * most with what an editor wrote about the article. As in F1, what they say counts against their own words and the
 * editor's: so a short first sentence takes a second one with it, and a long one has to be the better for it. None
 * repeats the headline while another sentence is there, and none leans on a sentence that is not in the gist.
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
  /** What a sentence says, in words that count, beside another one. */
  const told = (sentence: Sentence, beside?: Sentence) => {
    const position =
      (1 + sentence.index) ** -weights.decay * (informationOf(sentence) < ABOUT_HEADLINE * all ? weights.scene : 1);
    const aboutHeadline = all ? (weights.headline * informationOf(sentence, beside)) / all : 0;
    const faults = (sentence.complete ? 0 : weights.incomplete) + (sentence.leans && !beside ? weights.leans : 0);
    return sentence.length * Math.max(0, position + aboutHeadline - faults);
  };
  const share = (words: number, length: number) => words / (length + weights.words);

  const short = sentences.filter((s) => s.length <= LONGEST_GIST);
  const fresh = orAll(short, (s) => !repeats(s.stems, [headline]));
  const shortlist = fresh
    .map((sentence) => ({ sentence, words: told(sentence) }))
    .map((entry) => ({ ...entry, value: share(entry.words, entry.sentence.length) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, SHORTLIST);
  const alone = orAll(shortlist, ({ sentence }) => !sentence.leans || sentence.index === 0);
  let [best, gist]: [number, Sentence[]] = [alone[0]?.value ?? 0, alone[0] ? [alone[0].sentence] : []];
  for (const { sentence: first, words } of alone)
    for (const { sentence: second } of shortlist) {
      const length = first.length + second.length;
      if (second === first || first.leans || !second.complete || length > LONGEST_GIST) continue;
      if (second.leans && second.index !== first.index + 1) continue;
      const value = share(words + told(second, first), length);
      if (value > best && !repeats(second.stems, [first.stems])) [best, gist] = [value, [first, second]];
    }
  return gist.sort((a, b) => a.index - b.index);
}

/** Those of a list that pass; all where none does. */
function orAll<T>(list: readonly T[], passes: (item: T) => boolean): readonly T[] {
  const passing = list.filter(passes);
  return passing.length > 0 ? passing : list;
}
