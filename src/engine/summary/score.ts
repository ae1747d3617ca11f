import { leansOnWhatIsBefore, speaksOfPerson, takenAsKnown } from './openings.ts';
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
  /** The stem of what it begins with as if it had been told: the last part of a name given in full before, or a thing. */
  readonly assumes: string | null;
  /** Speaks of "her" or "him", and names nobody. */
  readonly nameless: boolean;
}

/** Fewer words are no sentence that says something: a label, a time, a cry. */
const FEWEST_WORDS = 5;

/** The end of a sentence. */
export const ENDS = /[.!?…。！？｡．؟۔।॥།။]["'”’»›«“」』）)\]\s]*$/;
const UNMARKED = /[\u0e00-\u0eff]["'”’»)\s]*$/;
const ADDRESS = /https?:|www\.|\S@\S|(?:^|\s)@\w|©/iu;

/** "Marsh's", "Marsh’" */
const POSSESSIVE = /['’]s?$/;

/** Names as an article gives them: in full first ("Theo Marsh"), then by their last part. */
class Names {
  /** Words that stand with a small letter somewhere are no names where a sentence begins. */
  readonly #small: ReadonlySet<string>;
  readonly #known = new Set<string>();

  constructor(sentences: readonly (readonly string[])[]) {
    this.#small = new Set(sentences.flatMap((words) => words.filter((word) => !startsCapital(word))));
  }

  /**
   * The last part of a name given before, when the sentence begins with it, and whether it names anybody at all. Then
   * what is given in full here is known.
   */
  read(words: readonly string[]): { surname: string | null; names: boolean } {
    const bare = words.map((word) => word.replace(POSSESSIVE, ''));
    const isName = (at: number) =>
      startsCapital(bare[at] ?? '') && (at > 0 || !this.#small.has((bare[0] as string).toLowerCase()));
    const first = isName(0) && !isName(1) && this.#known.has(bare[0] as string) ? stemOf(bare[0] as string) : null;
    for (const at of bare.keys()) if (at > 0 && isName(at) && isName(at - 1)) this.#known.add(bare[at] as string);
    return { surname: first, names: bare.some((word) => this.#known.has(word)) };
  }
}

/** Cut texts with their measures, without those that are too short to say something. */
export function measure(pieces: readonly Piece[], language: string): Sentence[] {
  const sentences: Sentence[] = [];
  const cut = pieces.map((piece) => ({ ...piece, words: wordsOf(piece.text) }));
  const given = new Names(cut.map(({ words }) => words));
  for (const { text, whole, words } of cut) {
    const { surname, names } = given.read(words);
    if (words.length < FEWEST_WORDS) continue;
    const stems = words.map(stemOf);
    const thing = takenAsKnown(text, language);
    // A single capital is an initial or "I": it names nobody by itself.
    const isNamed = (word: string, at: number) =>
      DIGIT.test(word) || (at > 0 && word.length > 1 && startsCapital(word));
    sentences.push({
      index: sentences.length,
      text,
      length: words.length,
      stems: new Set(stems),
      named: new Set(stems.filter((_, at) => isNamed(words[at] ?? '', at))),
      complete: whole && (ENDS.test(text) || UNMARKED.test(text)) && !ADDRESS.test(text),
      leans: leansOnWhatIsBefore(text, language),
      assumes: surname ?? (thing === null ? null : stemOf(thing)),
      nameless: !names && speaksOfPerson(words, language),
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
