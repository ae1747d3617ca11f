import { alike } from './clutter/alike.ts';
import type { Analysis } from './types.ts';

const STOP = /(?<=[.!?…][”"’')\]»]*)\s+(?=[\p{Lu}\p{Lo}\p{N}“"‘«(¿¡])|(?<=[。！？｡።][”」』）]*)|(?<=[۔؟।॥][”"»]*)\s+/u;
const FEWEST_WORDS = 8;
const MOST_WORDS = 20;
/** A character of a script without spaces is about half a word. */
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}]/gu;
/** Said by somebody, a reporter's place, a note: many pages have these with small differences. */
const UNFIT = /[“”"«»„「」『』…]|^[^.]{0,40}\s[–—-]\s|[(（[][^)）\]]*$|https?:|@|\p{Nd}{1,2}:\p{Nd}{2}/u;
const NAME = /(?<=\p{L}\s)\p{Lu}\p{L}+/gu;
const NUMBER = /\p{Nd}+/gu;

/**
 * The article's most telling sentence, for a search with quotation marks: of 8 to 20 words, from the first half of the
 * body, word for word, with the most names, numbers and rare words. `null` where none is fit.
 */
export function tellingSentence({ article }: Analysis): string | null {
  if (!article) return null;
  const prose = article.body.filter(({ kind }) => kind === 'paragraph' || kind === 'cell');
  const counts = new Map<string, number>();
  for (const { text } of prose) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: string | null = null;
  let most = Number.NEGATIVE_INFINITY;
  prose.forEach(({ text }, place) => {
    for (const sentence of text.split(STOP)) {
      const said = sentence.trim();
      const words = sizeOf(said);
      if (words < FEWEST_WORDS || words > MOST_WORDS || UNFIT.test(said)) continue;
      if (article.headline && alike(said, article.headline)) continue;
      const rare = wordsOf(said).filter((word) => counts.get(word) === 1 && word.length > 4).length;
      const names = said.match(NAME)?.length ?? 0;
      const numbers = said.match(NUMBER)?.length ?? 0;
      const score = rare + 2 * Math.min(names, 3) + Math.min(numbers, 2) + words / 4 - (6 * place) / prose.length;
      if (score > most) [best, most] = [said, score];
    }
  });
  return best;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Length in words, whether the script puts spaces between them or not. */
function sizeOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide / 2 + (text.replace(WIDE, ' ').trim().match(/\S+/g)?.length ?? 0);
}
