import { summarizeText } from '../../../src/engine/summary/summarize.ts';
import type { Table } from '../table.ts';
import type { Told } from './articles.ts';
import { mean, random, shuffled } from './random.ts';
import { wordsIn } from './rouge.ts';
import { plainSentences } from './systems.ts';

const DRAWS = 20;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*[\p{L}\p{M}\p{N}]|[\p{L}\p{N}]/gu;

/** Figures, and words with a capital inside a sentence. */
function namedIn(sentences: readonly string[]): Set<string> {
  const named = new Set<string>();
  for (const sentence of sentences)
    for (const [i, word] of (sentence.match(WORD) ?? []).entries())
      if (/\p{N}/u.test(word) || (i > 0 && /^\p{Lu}/u.test(word))) named.add(word.toLowerCase());
  return named;
}

const mentioned = (named: ReadonlySet<string>, sentences: readonly string[]) => {
  const words = new Set((sentences.join(' ').match(WORD) ?? []).map((word) => word.toLowerCase()));
  return [...named].filter((word) => words.has(word)).length / named.size;
};

/** How much of what an article names its gist and points mention, beside as many random or next sentences. */
export function pointsTable(articles: readonly Told[]): Table {
  const next = random(3);
  const measured = articles.flatMap(({ headline, language, true: paragraphs }) => {
    const { gist, points } = summarizeText({ paragraphs, headline, language, description: null });
    const plain = plainSentences(paragraphs.join('\n'));
    const named = namedIn(plain);
    if (points.length === 0 || named.size === 0) return [];
    const others = plain.filter((sentence) => !gist.includes(sentence));
    const row = (chosen: readonly string[]) => ({
      share: mentioned(named, [...gist, ...chosen]),
      words: wordsIn(chosen.join(' ')).length,
    });
    const draws = Array.from({ length: DRAWS }, () => row(shuffled(others, next).slice(0, points.length)));
    return [
      {
        'gist alone': row([]),
        'gist and points': row(points),
        'gist and next sentences': row(others.slice(0, points.length)),
        'gist and random sentences': {
          share: mean(draws.map(({ share }) => share)),
          words: mean(draws.map(({ words }) => words)),
        },
      },
    ];
  });
  const names = Object.keys(measured[0] ?? {}) as (keyof (typeof measured)[number])[];
  return {
    title: `Named things and figures of the article that are mentioned, ${measured.length} pages with points`,
    columns: ['', 'share', 'words beside the gist', 'share per 100 words'],
    rows: names.map((name) => {
      const share = mean(measured.map((page) => page[name].share));
      const words = mean(measured.map((page) => page[name].words));
      const gain = share - mean(measured.map((page) => page['gist alone'].share));
      return [name, share.toFixed(3), words.toFixed(0), words > 0 ? ((100 * gain) / words).toFixed(3) : ''];
    }),
    notes: ['As many sentences as there are points; random ones are the mean of 20 draws.'],
  };
}
