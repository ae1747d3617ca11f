import { UNSPACED } from './scripts.ts';

/** What stands between words: white space, punctuation, symbols, pictures. All else is letters, digits and their marks. */
const APART = [
  '\\s!-/:-@\\[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf×÷', // Latin
  '\u037e\u0387\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05f3\u05f4\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0970', // other scripts
  '\u2000-\u200b\u200e-\u206f\u20a0-\u20cf\u2100-\u2bff\u2e00-\u2e7f\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65', // all
  '\ud83c-\ud83e\udc00-\udfff', // pictures, in halves
].join('');

/** A word of a script with spaces: letters and digits, joined by what stands inside words and numbers. */
const SPACED = new RegExp(`[^${APART}]+(?:['’.,׳״][^${APART}]+)*`, 'g');

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text in order, as written. Scripts with spaces take a pattern, which is several times faster than
 * `Intl.Segmenter` and gives the same words but for rare joins; the others take the segmenter, made when first needed.
 */
export function wordsOf(text: string): string[] {
  if (!UNSPACED.test(text)) return text.match(SPACED) ?? [];
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) if (isWordLike) words.push(segment);
  return words;
}

/** Letters of a word that stand for all its forms: endings carry grammar in most languages. */
const STEM = 6;
/** The first letter of the Arabic script. */
const ARABIC = '\u0620';
const ARABIC_ARTICLE = /^(?:[وفبك]?ال|لل)(?=.{3})/;

/** What the forms of a word have in common, roughly: its first letters in lower case, an Arabic article taken off. */
export function stemOf(word: string): string {
  const small = word.toLowerCase();
  return (small < ARABIC ? small : small.replace(ARABIC_ARTICLE, '')).slice(0, STEM);
}

/** The distinct stems of a text. */
export const stemsOf = (text: string): Set<string> => new Set(wordsOf(text).map(stemOf));
