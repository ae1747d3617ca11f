import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { ROOT } from '../../../scripts/paths.ts';
import type { findArticle } from '../../../src/engine/article.ts';
import { readPage } from '../../../src/engine/blocks.ts';
import { readMetadata } from '../../../src/engine/metadata.ts';
import type { Metadata, Page } from '../../../src/engine/types.ts';
import type { BenchPage } from '../pages.ts';
import type { Table } from '../table.ts';
import { type PageScore, scoreAll, scorePage } from './metric.ts';
import { opened } from './opened.ts';

const FOLDS = 5;
const FOLDER = join(ROOT, 'src/engine/article');

/** Numbers of the article stage that were chosen with these pages in sight, and what else they could be. */
const GRID: readonly (readonly [file: string, name: string, values: readonly number[]])[] = [
  ['root.ts', 'TOO_MUCH', [0.3, 0.5, 0.7]],
  ['flow.ts', 'TRUNK_SHARE', [0.06, 0.12, 0.24]],
  ['labels.ts', 'MAIN_SHARE', [0.25, 0.4, 0.6]],
  ['labels.ts', 'MOST_LINKS', [0.3, 0.5, 0.7]],
  ['cards.ts', 'MOST', [0.5, 0.7, 0.9]],
];

/** A value for each row of the grid. */
type Choice = readonly number[];

/** The article stage with other numbers. */
type Find = typeof findArticle;
type Parsed = { readonly page: Page; readonly metadata: Metadata; readonly truth: string };

/** The line that gives a name its number. */
const lineOf = (name: string) => new RegExp(`^const ${name} = ([\\d.]+);$`, 'm');

function inUse([file, name]: (typeof GRID)[number]): number {
  const found = lineOf(name).exec(readFileSync(join(FOLDER, file), 'utf8'))?.[1];
  if (!found) throw new Error(`no number ${name} in ${join(FOLDER, file)}`);
  return Number(found);
}

/** Takes the numbers of the grid from an array that is there at run time. */
const injected: Plugin = {
  name: 'injected',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]engine[\\/]article[\\/]\w+\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: GRID.reduce(
        (source, [file, name], at) =>
          path === join(FOLDER, file) ? source.replace(lineOf(name), `const ${name}: number = chosen[${at}];`) : source,
        readFileSync(path, 'utf8'),
      ),
    })),
};

/** Makes article stages to order. */
async function articleStage(): Promise<(choice: Choice) => Find> {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, '../article.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'stage',
    target: 'node20',
    plugins: [injected],
    logLevel: 'warning',
  });
  const make = compileFunction(`${outputFiles[0]?.text}\nreturn stage.findArticle;`, ['chosen']);
  return (choice) => make(choice) as Find;
}

function parse(page: BenchPage): Parsed {
  const { url, truth } = page;
  const document = opened(page);
  return { page: readPage(document, url), metadata: readMetadata(document, url), truth };
}

/** Every way to take a value from each row. */
const choices = (): Choice[] =>
  GRID.reduce<number[][]>((ways, [, , values]) => ways.flatMap((way) => values.map((value) => [...way, value])), [[]]);

/** Scores texts, each only once: most choices make no difference to most pages. */
function scorer(pages: readonly Parsed[]): (find: Find) => PageScore[] {
  const known = pages.map(() => new Map<string, PageScore>());
  return (find) =>
    pages.map(({ page, metadata, truth }, i) => {
      const text =
        find(page, metadata)
          ?.body.map((block) => block.text)
          .join('\n') ?? '';
      const score = known[i]?.get(text) ?? scorePage(truth, text);
      known[i]?.set(text, score);
      return score;
    });
}

/**
 * The numbers chosen anew without each fifth of the pages, from a full grid, and how that fifth fares with them: what
 * the choice is worth on pages that it did not see.
 */
export async function foldsTable(pages: readonly BenchPage[]): Promise<Table> {
  const stage = await articleStage();
  const score = scorer(pages.map(parse));
  const now = GRID.map(inUse);
  const used = score(stage(now));
  const tried = choices().map((choice) => ({ choice, scores: score(stage(choice)) }));
  const part = (scores: readonly PageScore[], fold: number, inside: boolean) =>
    scores.filter((_, i) => (i % FOLDS === fold) === inside);
  const unseen: PageScore[] = [];
  const rows = Array.from({ length: FOLDS }, (_, fold) => {
    const f1Without = (scores: readonly PageScore[]) => scoreAll(part(scores, fold, false)).f1;
    // Where others are no better, the numbers in use stay.
    const best = tried.reduce((top, one) => (f1Without(one.scores) > f1Without(top.scores) ? one : top), {
      choice: now,
      scores: used,
    });
    const held = part(best.scores, fold, true);
    unseen.push(...held);
    return [
      `${fold + 1}`,
      held.length,
      scoreAll(part(used, fold, true)).f1.toFixed(4),
      scoreAll(held).f1.toFixed(4),
      ...best.choice,
    ];
  });
  return {
    title: 'Cross-validation of the numbers in the article stage',
    columns: ['fold', 'pages', 'F1 in use', 'F1 chosen without it', ...GRID.map(([, name]) => name)],
    rows: [...rows, ['all', used.length, scoreAll(used).f1.toFixed(4), scoreAll(unseen).f1.toFixed(4), ...now]],
    notes: [
      `Blocks + article in jsdom, ${tried.length} choices. For each fold the numbers that are best on the other four; the last row has the numbers in use, and F1 over all pages, each judged by numbers that were chosen without it.`,
      'This covers numbers only. Nothing in the article stage is fitted by a command; the rules themselves were written with these pages in sight, which no cross-validation on them can undo.',
    ],
  };
}
