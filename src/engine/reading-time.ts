/** Characters of scripts that are written without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-.,]*/gu;
/** So many characters of such a script count as a word. */
const CHARS_PER_WORD = 2;
/** Brysbaert (2019), silent reading of non-fiction in English. */
const WORDS_PER_MINUTE = 238;

/** How many words a text has, and how many whole minutes it takes to read (at least 1). Needs no `Intl.Segmenter`. */
export function readingTime(text: string): { words: number; minutes: number } {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replace(UNSPACED, ' ').match(WORD)?.length ?? 0;
  const words = spaced + Math.ceil(unspaced / CHARS_PER_WORD);
  return { words, minutes: Math.max(1, Math.round(words / WORDS_PER_MINUTE)) };
}
