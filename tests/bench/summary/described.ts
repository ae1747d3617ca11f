import { join } from 'node:path';
import type { BenchOptions } from '../bench.ts';
import { readSet, setsAt } from '../extraction/sets.ts';
import { rememberedAnswers } from '../remembered.ts';
import type { Table } from '../table.ts';
import type { Described } from './described.page.ts';
import { interval, mean } from './random.ts';
import { rougeOne, wordsIn } from './rouge.ts';
import { plainSentences } from './systems.ts';

/** A shorter description is a section's name or a slogan. Words. */
const MIN_REFERENCE_WORDS = 8;
/** Languages with fewer pages have no row of their own. */
const MIN_PAGES = 10;
const LEADS = [1, 2, 3];

interface Scores {
  readonly language: string;
  readonly gist: number;
  readonly leads: readonly number[];
}

function rowOf(name: string, pages: readonly Scores[]): (string | number)[] {
  const gist = mean(pages.map((page) => page.gist));
  const leads = LEADS.map((_, at) => mean(pages.map((page) => page.leads[at] ?? 0)));
  const best = Math.max(...leads);
  const bestAt = leads.indexOf(best);
  const [from, to] = interval(pages.map((page) => page.gist - (page.leads[bestAt] ?? 0)));
  return [
    ...[name, pages.length, ...leads.map((lead) => lead.toFixed(3)), gist.toFixed(3)],
    ...[(gist / best).toFixed(3), `${from.toFixed(3)} to ${to.toFixed(3)}`],
  ];
}

/** The gist beside leads on every set of articles, by language. */
export async function describedTable(options: BenchOptions): Promise<Table | null> {
  const shared = join(options.pages, '..');
  const pages = setsAt(shared, options.sets).flatMap((set) => readSet(set, shared).slice(0, options.most));
  if (pages.length === 0) return null;
  const answers = await rememberedAnswers<Described>(pages, 'tests/bench/summary/described.page.ts');
  const scores = pages.flatMap(({ truth, details }, at): Scores[] => {
    const { reference, language, gist, found } = answers[at] as Described;
    const wanted = wordsIn(reference ?? '');
    if (wanted.length < MIN_REFERENCE_WORDS) return [];
    const score = (sentences: readonly string[]) => rougeOne(wordsIn(sentences.join(' ')), wanted);
    const plain = plainSentences(truth || found.join('\n'));
    const tag = (details.language ?? language).toLowerCase().split(/[-_]/)[0] as string;
    return [{ language: tag, gist: score(gist), leads: LEADS.map((count) => score(plain.slice(0, count))) }];
  });
  const languages = [...new Set(scores.map(({ language }) => language))]
    .map((language) => [language, scores.filter((page) => page.language === language)] as const)
    .filter(([, own]) => own.length >= MIN_PAGES)
    .sort((a, b) => b[1].length - a[1].length);
  return {
    title: `The gist on all sets, by language, ${scores.length} pages`,
    columns: ['language', 'pages', ...LEADS.map((count) => `lead-${count}`), 'our gist', '× best lead', '− best lead'],
    rows: [rowOf('all', scores), ...languages.map(([language, own]) => rowOf(language, own))],
    notes: [
      `ROUGE-1. Each page’s own description of ${MIN_REFERENCE_WORDS} words or more is taken out of the page and is the reference. The gist is what a reader gets of the page without it, from the standfirst too. Leads are of the true text, which has the standfirst in most sets; where only snippets are known, of the text as found with the standfirst. Languages of ${MIN_PAGES} pages or more. The last column: 95 % of 2,000 paired bootstrap means.`,
    ],
  };
}
