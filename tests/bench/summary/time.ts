import { inChromium } from '../chromium.ts';
import { median, type Table } from '../table.ts';
import { random } from './random.ts';

const SIZES = [1000, 2000, 5000, 10_000, 20_000, 50_000];
const SYLLABLES = 'ka lo mi ren tas vel dor sin pa gu hel bra tin os mer'.split(' ');

/** An article of invented words, in paragraphs of sentences as long as a newspaper's. */
function invented(words: number): string {
  const next = random(words);
  const pick = (most: number) => Math.floor(next() * most);
  const vocabulary = Array.from({ length: Math.round(40 * Math.sqrt(words)) }, () =>
    Array.from({ length: 1 + pick(4) }, () => SYLLABLES[pick(SYLLABLES.length)]).join(''),
  );
  const paragraphs: string[] = [];
  for (let written = 0; written < words; ) {
    const sentences = Array.from({ length: 2 + pick(3) }, () => {
      const length = 8 + pick(28);
      written += length;
      const text = Array.from({ length }, () => {
        // Few words are frequent, as in any language.
        const word = vocabulary[Math.floor(vocabulary.length * next() ** 3)] as string;
        return pick(12) === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      })
        .map((word, i) => (i > 0 && i < length - 1 && i % 9 === 0 ? `${word},` : word))
        .join(' ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    });
    paragraphs.push(`<p>${sentences.join(' ')}</p>`);
  }
  return `<!doctype html><html lang="en"><title>Kalo miren tasvel</title><article><h1>Kalo miren tasvel dorsin</h1>${paragraphs.join('')}</article>`;
}

/** Time of a summary by the length of the article, in real Chromium. */
export async function timeTable(): Promise<Table> {
  const pages = SIZES.map((words) => ({
    id: String(words),
    url: 'https://time.example/',
    html: Buffer.from(invented(words)),
    truth: '',
  }));
  const times = await inChromium<number[]>(pages, 'tests/bench/summary/time.page.ts');
  return {
    title: 'Time of a summary, articles of invented words, real Chromium',
    columns: ['words', 'first call ms', 'later calls, median ms', 'fastest ms', 'µs per word'],
    rows: SIZES.map((words, i) => {
      const [first = 0, ...later] = times[i] ?? [];
      const fastest = Math.min(...later);
      return [
        words,
        first.toFixed(1),
        median(later).toFixed(1),
        fastest.toFixed(1),
        ((1000 * fastest) / words).toFixed(2),
      ];
    }),
    notes: [
      'First: in a fresh process, with the making of its first `Intl.Segmenter`. Fastest of the thirty later calls: the least interrupted one, with the browser’s compiler warm by then; µs per word are of it.',
    ],
  };
}
