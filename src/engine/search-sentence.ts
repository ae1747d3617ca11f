import { readableText } from './remaining-text.ts';
import { isSameWording } from './similarity.ts';
import type { Analysis } from './types.ts';

/** Where a sentence ends. */
const SENTENCE_END =
  /(?<=[.!?…][”"’')\]»]{0,3})\s+(?=[\p{Lu}\p{Lo}\p{N}“"‘«(¿¡])|(?<=[。！？｡።][”」』）]{0,3})|(?<=[۔؟।॥][”"»]{0,3})\s+/u;
const MIN_WORDS = 8;
const MAX_WORDS = 20;
/** Twenty words of more than this are none. */
const MAX_SENTENCE_CHARS = 400;
/** Scripts without spaces between words: a character is about half a word. */
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}]/gu;
/** Quotations, datelines and notes: other pages have them with small differences. */
const UNFIT = /[“”"«»„「」『』…]|^[^.]{0,40}\s[–—-]\s|[(（[][^)）\]]*$|https?:|@|\p{Nd}{1,2}:\p{Nd}{2}/u;
const NAME = /(?<=\p{L}\s)\p{Lu}\p{L}+/gu;
const NUMBER = /\p{Nd}+/gu;

/**
 * The best sentence to search for with quotation marks: word for word, 8 to 20 words, with many names, numbers and rare
 * words, rather from the beginning of the body. `null` where no sentence fits.
 */
export function searchSentence(analysis: Analysis): string | null {
  const { article } = analysis;
  if (!article) return null;
  const prose = article.body
    .filter(({ kind }) => kind === 'paragraph' || kind === 'cell')
    .map((block) => ({ text: readableText(block, analysis) }));
  const counts = new Map<string, number>();
  for (const { text } of prose) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: string | null = null;
  let most = Number.NEGATIVE_INFINITY;
  prose.forEach((block, place) => {
    for (const sentence of block.text.split(SENTENCE_END)) {
      const text = sentence.trim();
      if (text.length > MAX_SENTENCE_CHARS) continue;
      const words = countWords(text);
      if (words < MIN_WORDS || words > MAX_WORDS || UNFIT.test(text)) continue;
      if (article.headline && isSameWording(text, article.headline)) continue;
      const rare = wordsOf(text).filter((word) => counts.get(word) === 1 && word.length > 4).length;
      const names = text.match(NAME)?.length ?? 0;
      const numbers = text.match(NUMBER)?.length ?? 0;
      const score = rare + 2 * Math.min(names, 3) + Math.min(numbers, 2) + words / 4 - (6 * place) / prose.length;
      if (score > most) [best, most] = [text, score];
    }
  });
  return best;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The number of words, about right too where the script puts no spaces between them. */
function countWords(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide / 2 + (text.replace(WIDE, ' ').trim().match(/\S+/g)?.length ?? 0);
}
