import { UNSPACED } from './scripts.ts';

/** Characters between words: white space, punctuation, symbols, pictures. The others are letters, digits and their marks. */
const BETWEEN_WORDS = [
  '\\s!-/:-@\\[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf×÷', // Latin
  '\u037e\u0387\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05f3\u05f4\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0970', // other scripts
  '\u2000-\u200b\u200e-\u206f\u20a0-\u20cf\u2100-\u2bff\u2e00-\u2e7f\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65', // all
  '\ud83c-\ud83e\udc00-\udfff', // pictures, in halves
].join('');

/** A word of a script with spaces: letters and digits, with the marks that may stand inside words and numbers. */
const SPACED_WORD = new RegExp(`[^${BETWEEN_WORDS}]+(?:['’.,׳״][^${BETWEEN_WORDS}]+)*`, 'g');

/** Of what has no end of a sentence for longer than that, the rest is not looked at: the segmenter takes a second for 40,000. */
const MAX_SEGMENTED_CHARS = 4000;

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text in order, as written. For scripts with spaces a pattern, which is several times faster than
 * `Intl.Segmenter` and gives nearly the same words; for the others the segmenter, made when first needed.
 */
export function wordsOf(text: string): string[] {
  if (!UNSPACED.test(text)) return text.match(SPACED_WORD) ?? [];
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text.slice(0, MAX_SEGMENTED_CHARS)))
    if (isWordLike) words.push(segment);
  return words;
}

/** So many first letters stand for all forms of a word: in most languages the rest is grammar. */
const STEM_CHARS = 6;
/** The first letter of the Arabic script. */
const ARABIC = '\u0620';
const ARABIC_ARTICLE = /^(?:[وفبك]?ال|لل)(?=.{3})/;

/** Roughly what the forms of a word have in common: its first letters, lower case, without an Arabic article. */
export function stemOf(word: string): string {
  const small = word.toLowerCase();
  return (small < ARABIC ? small : small.replace(ARABIC_ARTICLE, '')).slice(0, STEM_CHARS);
}

/** The distinct stems of a text. */
export const stemsOf = (text: string): Set<string> => new Set(wordsOf(text).map(stemOf));
