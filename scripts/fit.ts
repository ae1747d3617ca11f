/**
 * `npm run fit [-- --shared DIR] [--write]`: fits the weights of the Signals to labelled pages and prints the table, with
 * what leaving out one template, site or language at a time makes of the Verdicts. `--write`
 * puts the table into `src/engine/repost/weights.ts`. `npm run fit -- blocks` fits the likelihood of Blocks instead: see
 * `fit/blocks.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { WEIGHTS } from '../src/engine/repost/weights.ts';
import { fitBlocks } from './fit/blocks.ts';
import { fitted, type Model, oddsFor } from './fit/fit.ts';
import { type Labelled, readAll } from './fit/labelled.ts';
import { articlesOf, judgedBy, leavingOut, logLoss, tally } from './fit/score.ts';

const TABLE = new URL('../src/engine/repost/weights.ts', import.meta.url);

const { values, positionals } = parseArgs({
  options: {
    shared: { type: 'string', default: '../shared' },
    write: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const rounded = (value: number) => Math.round(value * 10) / 10;

/** The source of the table with the new weights in it. */
function rewritten(source: string, model: Model): string {
  const put = (text: string, name: string, value: number) =>
    text.replace(new RegExp(`(['"]?${name}['"]?: w\\([^,]+, [^,)]+)(?:, [^)]+)?\\)`), `$1, ${rounded(value)})`);
  const table = [...model.weights].reduce((text, [id, value]) => put(text, id, value), source);
  return put(put(table, 'repost', model.repost), 'syndicated', model.syndicated);
}

function print(pages: readonly Labelled[], model: Model): void {
  const articles = articlesOf(pages);
  const count = (id: string, repost: boolean) =>
    articles.filter(({ signals, label }) => (label === 'repost') === repost && signals?.includes(id)).length;
  console.log('Signal                     prior   most  fitted  on reposts  on others');
  for (const [id, { prior, most }] of Object.entries(WEIGHTS)) {
    const columns = [prior, most, rounded(model.weights.get(id) ?? 0)].map((n) => n.toFixed(1).padStart(7));
    console.log(
      id.padEnd(25) + columns.join('') + `${count(id, true)}`.padStart(12) + `${count(id, false)}`.padStart(11),
    );
  }
  console.log(`start: repost ${rounded(model.repost)}, syndicated ${rounded(model.syndicated)}\n`);
  const rows = [
    ['fitted', judgedBy(articles, ({ signals }) => oddsFor(signals, model))] as const,
    ['without its template or site', leavingOut(pages, 'template')] as const,
    ['without its language', leavingOut(pages, 'language')] as const,
  ];
  for (const [name, judged] of rows) console.log(`${name}: log loss ${logLoss(judged).toFixed(3)}; ${tally(judged)}`);
}

if (positionals.includes('blocks')) await fitBlocks(values.shared, values.write);
else {
  const pages = await readAll(values.shared);
  const model = fitted(pages);
  print(pages, model);
  if (values.write) writeFileSync(TABLE, rewritten(readFileSync(TABLE, 'utf8'), model));
}
