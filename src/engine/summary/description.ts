import { countShared, repeats } from './overlap.ts';
import { stemOf, stemsOf, wordsOf } from './words.ts';

/** Fewer words are no description. */
const MIN_WORDS = 5;
/** Share of its telling words that a description about the article has in common with it. */
const MIN_ABOUT_SHARE = 0.4;
/** With this share of its pairs of neighbouring words, a description repeats the article's beginning. */
const MIN_EXCERPT_SHARE = 0.8;
/** How much of the article counts as its beginning, in UTF-16 units. */
const BEGINNING_CHARS = 3000;
/** A longer description that does not end like a sentence was cut at a fixed length. */
const MAX_CHARS_WITHOUT_END = 110;

const ENDS = /[.!?。！？｡．؟۔।॥]["'”’»›«“」』）)\]\s]*$/;
const CUT = /(?:…|\.\.\.|→|»)[\])\s]*$/;
/** Tokens, markup and entities: no editor wrote them. */
const LITTER = /\[[\w/:. -]*\]|\{\{|\}\}|%%|<\/?[a-z]|&(?:#\d+|[a-z]+);/i;
/** Telling words. Shorter ones are mostly grammar; in Han, kana, Hangul, Thai and Lao two characters are enough. */
const TELLING = /.{4}|[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]{2}/;

/** The telling ones of some stems. */
export const telling = (stems: ReadonlySet<string>) => new Set([...stems].filter((stem) => TELLING.test(stem)));

function beginningOf(body: readonly string[]): string {
  let text = '';
  for (const paragraph of body) if (text.length < BEGINNING_CHARS) text += `${paragraph} `;
  return text.slice(0, BEGINNING_CHARS);
}

const pairsOf = (words: readonly string[]) => new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));

/**
 * The publisher's description where it is worth showing; else `null`. It must be about this article, complete, written by
 * an editor, and not repeat headline, gist or the article's beginning.
 *
 * @param body the article's paragraphs
 * @param about stems of the article's words
 * @param shown headline and gist
 */
export function trustedDescription(
  description: string | null,
  body: readonly string[],
  about: { has(stem: string): boolean },
  shown: readonly string[],
): string | null {
  const text = description?.replace(/\s+/g, ' ').trim();
  if (!text || CUT.test(text) || LITTER.test(text)) return null;
  if (!ENDS.test(text) && text.length > MAX_CHARS_WITHOUT_END) return null;
  const all = wordsOf(text).map(stemOf);
  if (all.length < MIN_WORDS) return null;

  const words = new Set(all);
  const own = telling(words);
  if (own.size < 2 || countShared(own, about) < MIN_ABOUT_SHARE * own.size) return null;

  const pairs = pairsOf(all);
  if (countShared(pairs, pairsOf(wordsOf(beginningOf(body)).map(stemOf))) >= MIN_EXCERPT_SHARE * pairs.size)
    return null;
  return repeats(words, [stemsOf(shown.join(' '))]) ? null : text;
}
