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

/** Milliseconds of each call for each article, every one in a fresh process of real Chromium. */
const timesOf = (articles: readonly string[]) =>
  inChromium<number[]>(
    articles.map((html, i) => ({ id: String(i), url: 'https://time.example/', html: Buffer.from(html), truth: '' })),
    'tests/bench/summary/time.page.ts',
  );

const nLogN = (words: number) => words * Math.log2(words);

/** Time of a summary by the length of the article. */
async function byLength(): Promise<Table> {
  const times = await timesOf(SIZES.map(invented));
  const fastest = times.map(([, ...later]) => Math.min(...later));
  const unit = (fastest[0] as number) / nLogN(SIZES[0] as number);
  return {
    title: 'Time of a summary, articles of invented words, real Chromium',
    columns: ['words', 'first call ms', 'later calls, median ms', 'fastest ms', 'µs per word', '÷ n log n'],
    rows: SIZES.map((words, i) => {
      const [first = 0, ...later] = times[i] ?? [];
      const best = fastest[i] as number;
      return [
        words,
        first.toFixed(1),
        median(later).toFixed(1),
        best.toFixed(1),
        ((1000 * best) / words).toFixed(2),
        (best / nLogN(words) / unit).toFixed(2),
      ];
    }),
    notes: [
      'First: in a fresh process, with the making of its first `Intl.Segmenter`. Fastest of the thirty later calls: the least interrupted one, with the browser’s compiler warm by then; what stands behind it is of it. ÷ n log n: 1 at 1,000 words; more than 1 would be growth faster than that.',
    ],
  };
}

/** What no article says: nothing ever closes, every full stop may be none. */
const ODD = ['(', 'Mr. ', '“A b. ', '1. ', '"', 'ก ', '「あ。'];
const LENGTHS = [30_000, 60_000];

/** Time of texts that mean harm, one paragraph each. */
async function ofOddTexts(): Promise<Table> {
  const articles = ODD.flatMap((unit) =>
    LENGTHS.map((length) => `<!doctype html><title>Odd</title><p>${unit.repeat(length / unit.length)}</p>`),
  );
  const times = (await timesOf(articles)).map(([, ...later]) => Math.min(...later));
  return {
    title: 'Time of a summary, one paragraph of one thing over and over, real Chromium',
    columns: ['over and over', ...LENGTHS.map((length) => `${length} characters, fastest ms`), '×'],
    rows: ODD.map((unit, i) => {
      const [short = 0, long = 0] = times.slice(2 * i, 2 * i + 2);
      return [`\`${unit}\``, short.toFixed(1), long.toFixed(1), (long / short).toFixed(1)];
    }),
  };
}

export const timeTables = async (): Promise<Table[]> => [await byLength(), await ofOddTexts()];
