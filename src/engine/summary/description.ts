import { repeats, shared } from './likeness.ts';
import { stemOf, stemsOf, wordsOf } from './words.ts';

/** A description says at least this much. */
const FEWEST_WORDS = 5;
/** From this share of its telling words in headline and body on, a description is about the article. */
const ABOUT = 0.4;
/** From this share of its neighbouring words in the article's beginning on, it is that beginning again. */
const EXCERPT = 0.8;
/** How much of the article is its beginning, in UTF-16 units. */
const BEGINNING = 3000;
/** Longer ones without a mark at their end were cut at a fixed length. */
const LONGEST_WITHOUT_END = 110;

const ENDS = /[.!?。！？｡．؟۔।॥]["'”’»›«“」』）)\]\s]*$/;
const CUT = /(?:…|\.\.\.|→|»)[\])\s]*$/;
/** Tokens, markup and entities that no editor wrote. */
const LITTER = /\[[\w/:. -]*\]|\{\{|\}\}|%%|<\/?[a-z]|&(?:#\d+|[a-z]+);/i;
/** Words of up to three letters are mostly grammar; of Han, kana or Hangul two say something. */
const TELLING = /.{4}|[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]{2}/;

/** Stems that say something, of a text's. */
export const telling = (stems: ReadonlySet<string>) => new Set([...stems].filter((stem) => TELLING.test(stem)));

function beginningOf(body: readonly string[]): string {
  let text = '';
  for (const paragraph of body) if (text.length < BEGINNING) text += `${paragraph} `;
  return text.slice(0, BEGINNING);
}

const pairsOf = (words: readonly string[]) => new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));

/**
 * The publisher's description where it is worth showing: about this article, whole, an editor's words, and not what
 * headline, gist or the article's first sentences say anyway. `null` otherwise.
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
  if (!ENDS.test(text) && text.length > LONGEST_WITHOUT_END) return null;
  const all = wordsOf(text).map(stemOf);
  if (all.length < FEWEST_WORDS) return null;

  const words = new Set(all);
  const own = telling(words);
  if (own.size < 2 || shared(own, about) < ABOUT * own.size) return null;

  const pairs = pairsOf(all);
  if (shared(pairs, pairsOf(wordsOf(beginningOf(body)).map(stemOf))) >= EXCERPT * pairs.size) return null;
  return repeats(words, [stemsOf(shown.join(' '))]) ? null : text;
}
