import { SENTENCE_END } from '../sentence-end.ts';
import { dependsOnPrevious, speaksOfPerson, takenAsKnown } from './openings.ts';
import { DIGIT, startsCapital } from './scripts.ts';
import type { SentenceText } from './sentences.ts';
import { stemOf, wordsOf } from './words.ts';

/** A sentence of the article with its features. */
export interface Sentence {
  /** Place among the article's sentences. */
  readonly index: number;
  readonly text: string;
  /** Number of words. */
  readonly length: number;
  /** The distinct stems of its words. */
  readonly stems: ReadonlySet<string>;
  /** Stems of numbers, and of capitalised words after the first one. */
  readonly named: ReadonlySet<string>;
  /** Ends like a sentence, is not part of a longer quotation, and has no address in it. */
  readonly complete: boolean;
  /** Cannot be understood without the sentence before. */
  readonly leans: boolean;
  /** Stem of what it begins with as if known to the reader: the last part of a name that was given before, or a thing. */
  readonly assumes: string | null;
  /** Has a pronoun for a person, and names nobody. */
  readonly nameless: boolean;
}

/** Fewer words are a label, a time, an exclamation. */
const MIN_WORDS = 5;

const UNMARKED = /[\u0e00-\u0eff]["'”’»)\s]*$/;
const ADDRESS = /https?:|www\.|\S@\S|(?:^|\s)@\w|©/iu;

/** "Marsh's", "Marsh’" */
const POSSESSIVE = /['’]s?$/;

/** People's names in the order of the article: in full first ("Theo Marsh"), then only the last part. */
class NamesSoFar {
  /** Words that stand with a small letter somewhere: at the beginning of a sentence they are no names. */
  readonly #small: ReadonlySet<string>;
  readonly #known = new Set<string>();

  constructor(sentences: readonly (readonly string[])[]) {
    this.#small = new Set(sentences.flatMap((words) => words.filter((word) => !startsCapital(word))));
  }

  /**
   * Reads the next sentence, and remembers the names that it gives in full.
   *
   * @returns the last part of a known name where the sentence begins with it, and whether it names anybody known
   */
  read(words: readonly string[]): { surname: string | null; names: boolean } {
    const stripped = words.map((word) => word.replace(POSSESSIVE, ''));
    const isName = (at: number) =>
      startsCapital(stripped[at] ?? '') && (at > 0 || !this.#small.has((stripped[0] as string).toLowerCase()));
    const first =
      isName(0) && !isName(1) && this.#known.has(stripped[0] as string) ? stemOf(stripped[0] as string) : null;
    for (const at of stripped.keys())
      if (at > 0 && isName(at) && isName(at - 1)) this.#known.add(stripped[at] as string);
    return { surname: first, names: stripped.some((word) => this.#known.has(word)) };
  }
}

/** The features of each sentence. Those that are too short are left out. */
export function measure(pieces: readonly SentenceText[], language: string): Sentence[] {
  const sentences: Sentence[] = [];
  const cut = pieces.map((piece) => ({ ...piece, words: wordsOf(piece.text) }));
  const given = new NamesSoFar(cut.map(({ words }) => words));
  for (const { text, whole, words } of cut) {
    const { surname, names } = given.read(words);
    if (words.length < MIN_WORDS) continue;
    const stems = words.map(stemOf);
    const thing = takenAsKnown(text, language);
    // A single capital is an initial or "I", not a name.
    const isNamed = (word: string, at: number) =>
      DIGIT.test(word) || (at > 0 && word.length > 1 && startsCapital(word));
    sentences.push({
      index: sentences.length,
      text,
      length: words.length,
      stems: new Set(stems),
      named: new Set(stems.filter((_, at) => isNamed(words[at] ?? '', at))),
      complete: whole && (SENTENCE_END.test(text) || UNMARKED.test(text)) && !ADDRESS.test(text),
      leans: dependsOnPrevious(text, language),
      assumes: surname ?? (thing === null ? null : stemOf(thing)),
      nameless: !names && speaksOfPerson(words, language),
    });
  }
  return sentences;
}

/** The number of sentences with each stem. */
export function countStems(sentences: readonly Sentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stems } of sentences) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
