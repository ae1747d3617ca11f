import { repeats } from './overlap.ts';
import type { Sentence } from './score.ts';

export const MAX_GIST_WORDS = 60;

/**
 * How much each feature of a sentence counts. Position and the words of the headline tell nearly everything that can be
 * known without understanding the text. `npm run bench -- summary` prints what each weight is worth.
 */
export const WEIGHTS = {
  /** A word in sentence n is worth 1 / n ** decay. */
  decay: 0.8,
  /** Factor for the position of a sentence with nothing of the headline: it only sets the scene. */
  scene: 0.6,
  /** Worth of a word in a sentence with all the information of the headline that the article has. */
  headline: 0.8,
  /** Taken off an incomplete sentence. */
  incomplete: 0.4,
  /** Taken off a sentence that depends on the one before it, when it comes first. */
  leans: 0.3,
  /** Length of an editor's gist, in words. */
  words: 20,
};

/** A sentence with a smaller share of the headline's information is not about the headline. */
const MIN_HEADLINE_SHARE = 0.1;

/** The information in each stem of the headline that the article has too: rare ones have more (inverse document frequency). */
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

/** The best pair is looked for among so many of the best single sentences. */
const SHORTLIST_LENGTH = 20;

/**
 * One or two sentences, together at most {@link MAX_GIST_WORDS} words, in the article's order: those that probably share
 * most with what an editor would write. As in an F1 score, the shared words count relative to the length of both: a short
 * sentence gains from a second one, and a long one must be better. No sentence repeats the headline if there is another,
 * and none depends on a sentence that is not in the gist.
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
  /** Worth of a sentence in words, beside another one. */
  const worthOf = (sentence: Sentence, beside?: Sentence) => {
    const position =
      (1 + sentence.index) ** -weights.decay * (informationOf(sentence) < MIN_HEADLINE_SHARE * all ? weights.scene : 1);
    const aboutHeadline = all ? (weights.headline * informationOf(sentence, beside)) / all : 0;
    const faults = (sentence.complete ? 0 : weights.incomplete) + (sentence.leans && !beside ? weights.leans : 0);
    return sentence.length * Math.max(0, position + aboutHeadline - faults);
  };
  const scoreOf = (worth: number, length: number) => worth / (length + weights.words);

  const short = sentences.filter((s) => s.length <= MAX_GIST_WORDS);
  const fresh = passingOrAll(short, (s) => !repeats(s.stems, [headline]));
  const shortlist = fresh
    .map((sentence) => ({ sentence, worth: worthOf(sentence) }))
    .map((entry) => ({ ...entry, value: scoreOf(entry.worth, entry.sentence.length) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, SHORTLIST_LENGTH);
  const alone = passingOrAll(shortlist, ({ sentence }) => !sentence.leans || sentence.index === 0);
  let [best, gist]: [number, Sentence[]] = [alone[0]?.value ?? 0, alone[0] ? [alone[0].sentence] : []];
  for (const { sentence: first, worth } of alone)
    for (const { sentence: second } of shortlist) {
      const length = first.length + second.length;
      if (second === first || first.leans || !second.complete || length > MAX_GIST_WORDS) continue;
      if (second.leans && second.index !== first.index + 1) continue;
      const value = scoreOf(worth + worthOf(second, first), length);
      if (value > best && !repeats(second.stems, [first.stems])) [best, gist] = [value, [first, second]];
    }
  return gist.sort((a, b) => a.index - b.index);
}

/** The items that pass; all where none does. */
function passingOrAll<T>(list: readonly T[], passes: (item: T) => boolean): readonly T[] {
  const passing = list.filter(passes);
  return passing.length > 0 ? passing : list;
}
