import { join } from 'node:path';
import type { Bench, BenchOptions } from './bench.ts';
import { inChromium } from './chromium.ts';
import { compareSets, detailTable, textTable } from './extraction/compared.ts';
import { disagreeTables } from './extraction/disagree.ts';
import { disguisedTable } from './extraction/disguised.ts';
import { bootstrap, f1Of, type PageScore, scoreAll, scorePage } from './extraction/metric.ts';
import { readSet, setsAt } from './extraction/sets.ts';
import { statedTable } from './extraction/stated.ts';
import { withoutTable } from './extraction/without.ts';
import type { Answer, System } from './extraction.page.ts';
import { readPages } from './pages.ts';
import { median, sum, type Table } from './table.ts';

const NAMES: Readonly<Record<System, string>> = {
  cleaned: 'Clean Copy',
  article: 'Clean Copy, blocks + article',
  readability: 'Readability, clone included',
  defuddle: 'Defuddle',
};
const SYSTEMS = Object.keys(NAMES) as System[];
/** A page below this is as good as lost. */
const LOST = 0.5;

/** The article's text as ours and others find it, side by side on the same pages in one run. */
export const extraction: Bench = {
  name: 'extraction',
  async run(options) {
    const shared = join(options.pages, '..');
    const known = setsAt(shared, options.sets).flatMap((set) => readSet(set, shared).slice(0, options.most));
    if (options.without.length > 0) return [await withoutTable(known, options.without)];
    if (options.disagree) return disagreeTables(known);
    const compared = known.length > 0 ? await compareSets(known, shared) : [];
    const tables = compared.length > 0 ? [textTable(compared), detailTable(compared)] : [];
    return options.sets.length > 0 ? tables : [...tables, ...(await extractorTables(options))];
  },
};

/** What takes the time of the extractors, and pages without metadata, on one set. */
async function extractorTables(options: BenchOptions): Promise<Table[]> {
  const pages = readPages(options);
  const answers = await inChromium<Answer>(pages, 'tests/bench/extraction.page.ts');
  const scoresOf = (system: System) => pages.map(({ truth }, i) => scorePage(truth, answers[i]?.texts[system] ?? ''));
  const scores: Scores = {
    cleaned: scoresOf('cleaned'),
    article: scoresOf('article'),
    readability: scoresOf('readability'),
    defuddle: scoresOf('defuddle'),
  };
  return [extractionTable(answers, scores), differenceTable(scores), statedTable(answers), disguisedTable(pages)];
}

type Scores = Readonly<Record<System, readonly PageScore[]>>;

function extractionTable(answers: readonly Answer[], scores: Scores): Table {
  const walks = answers.map(({ walk }) => median(walk));
  const cells = (times: readonly number[]) => [
    sum(times).toFixed(1),
    (sum(times) / sum(walks)).toFixed(1),
    median(times).toFixed(2),
    (median(times) / median(walks)).toFixed(1),
  ];
  return {
    title: `The article's text, ${answers.length} pages, real Chromium`,
    columns: [
      ...['extractor', 'F1', 'precision', 'recall', 'exact', `F1 < ${LOST}`],
      ...['sum ms', '× walk', 'median ms', '× median walk', 'first median ms'],
    ],
    rows: [
      ['bare walk', '', '', '', '', '', ...cells(walks), median(answers.map(({ walk }) => walk[0] ?? 0)).toFixed(2)],
      ...SYSTEMS.map((system) => {
        const { f1, precision, recall, exact } = scoreAll(scores[system]);
        return [
          NAMES[system],
          ...[f1, precision, recall].map((share) => share.toFixed(4)),
          exact.toFixed(2),
          scores[system].filter((page) => f1Of(page) < LOST).length,
          ...cells(answers.map(({ times }) => median(times[system]))),
          median(answers.map(({ times }) => times[system][0] ?? 0)).toFixed(2),
        ];
      }),
    ],
    notes: [
      'Shingles of four words; precision and recall averaged over pages, F1 of the two (the metric of the public article-extraction-benchmark). Exact: word for word.',
      'Walk: a TreeWalker over all nodes that reads the length of each text node. On each page the walk five times, then ours, Readability and Defuddle five times each, in this order; per page the median of five. First: the first of the five.',
      'Clean Copy: the text that is copied and summed up, litter inside the body left out; time for all that happens at page load. Blocks + article: the text and the time of these two stages alone. The text of the others is read Block by Block, as ours is, and not timed.',
    ],
  };
}

function differenceTable(scores: Scores): Table {
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`;
  return {
    title: 'F1 of Clean Copy minus F1 of others',
    columns: ['other', 'difference', '95 % from', 'to'],
    rows: (['readability', 'defuddle'] as const).map((other) => {
      const f1Over = (system: System, drawn: readonly number[]) =>
        scoreAll(drawn.flatMap((i) => scores[system][i] ?? [])).f1;
      const difference = (drawn: readonly number[]) => f1Over('cleaned', drawn) - f1Over(other, drawn);
      const [from, to] = bootstrap(scores.cleaned.length, difference);
      return [NAMES[other], ...[difference([...scores.cleaned.keys()]), from, to].map(signed)];
    }),
    notes: ['Paired percentile bootstrap over pages, 2000 draws, the same on every run.'],
  };
}
