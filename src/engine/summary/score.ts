import { leansOnWhatIsBefore } from './openings.ts';
import { DIGIT, startsCapital } from './scripts.ts';
import type { Piece } from './sentences.ts';
import { stemOf, wordsOf } from './words.ts';

/** A sentence of the article with its measures. */
export interface Sentence {
  /** Place among the article's sentences. */
  readonly index: number;
  readonly text: string;
  /** How many words it has. */
  readonly length: number;
  /** The distinct stems of its words. */
  readonly stems: ReadonlySet<string>;
  /** Stems of figures, and of words with a capital inside the sentence. */
  readonly named: ReadonlySet<string>;
  /** Ends as a sentence does, is not part of a quotation, and is no note with an address in it. */
  readonly complete: boolean;
  /** Is not understood without the one before. */
  readonly leans: boolean;
}

/** Fewer words are no sentence that says something: a label, a time, a cry. */
const FEWEST_WORDS = 5;

/** The end of a sentence. */
export const ENDS = /[.!?…。！？｡．؟۔।॥།။]["'”’»›«“」』）)\]\s]*$/;
const UNMARKED = /[\u0e00-\u0eff]["'”’»)\s]*$/;
const ADDRESS = /https?:|www\.|\S@\S|(?:^|\s)@\w|©/iu;

/** Cut texts with their measures, without those that are too short to say something. */
export function measure(pieces: readonly Piece[], language: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { text, whole } of pieces) {
    const words = wordsOf(text);
    if (words.length < FEWEST_WORDS) continue;
    const stems = words.map(stemOf);
    const isNamed = (word: string, at: number) => DIGIT.test(word) || (at > 0 && startsCapital(word));
    sentences.push({
      index: sentences.length,
      text,
      length: words.length,
      stems: new Set(stems),
      named: new Set(stems.filter((_, at) => isNamed(words[at] ?? '', at))),
      complete: whole && (ENDS.test(text) || UNMARKED.test(text)) && !ADDRESS.test(text),
      leans: leansOnWhatIsBefore(text, language),
    });
  }
  return sentences;
}

/** In how many sentences each stem is. */
export function countStems(sentences: readonly Sentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stems } of sentences) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
