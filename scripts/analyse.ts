/**
 * `npm run -s analyse -- FILE.html… [--url URL]`: what the engine says about pages, one JSON object a line, in the order
 * given. `-` is standard input, `--list LIST.jsonl` names `{ "file", "url" }` a line, `.gz` is unpacked, `--explain`
 * prints tables for a person instead. Where no address is given, the page's own word for it is taken. Exit status 1 when a file could not be read.
 */
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyzeSteps, type Stage } from '../src/engine/analyse.ts';
import { summarize } from '../src/engine/summary/summarize.ts';
import type { Analysis } from '../src/engine/types.ts';
import { explain } from './analyse/explain.ts';
import { type Named, openPage, readList } from './analyse/pages.ts';
import { type Milliseconds, recordOf } from './analyse/record.ts';

/** Analysis and time per stage. */
function measured(document: Document, url: string): { analysis: Analysis; times: Omit<Milliseconds, 'summary'> } {
  const times = { blocks: 0, article: 0, verdict: 0, clutter: 0, total: 0 };
  const start = performance.now();
  let last = start;
  const lap = (stage: Stage | 'clutter') => {
    const now = performance.now();
    times[stage] = now - last;
    last = now;
  };
  const slices = analyzeSteps(document, url);
  for (;;) {
    const step = slices.next();
    if (step.done) {
      void step.value.clutter;
      lap('clutter');
      times.total = last - start;
      return { analysis: step.value, times };
    }
    if (step.value) lap(step.value);
  }
}

const rounded = (times: Milliseconds) =>
  Object.fromEntries(Object.entries(times).map(([stage, ms]) => [stage, Math.round(ms * 1000) / 1000])) as Milliseconds;

/** One page as a line of JSON, or as a table for a person. */
function look(page: Named, asTable: boolean): string {
  const dom = openPage(page);
  try {
    const url = page.url ?? dom.window.location.href;
    const { analysis, times } = measured(dom.window.document, url);
    if (asTable) return explain(analysis);
    const start = performance.now();
    const summary = summarize(analysis);
    const summaryTime = performance.now() - start;
    const all = { ...times, summary: summaryTime, total: times.total + summaryTime };
    return JSON.stringify(recordOf({ file: page.file, url }, analysis, summary, rounded(all)));
  } finally {
    dom.window.close();
  }
}

/** All of it, also into a pipe whose reader is slow. */
function print(text: string): void {
  const bytes = Buffer.from(`${text}\n`);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    list: { type: 'string', multiple: true, default: [] },
    explain: { type: 'boolean', default: false },
  },
});

/** The pages that the command line names. */
function named(): Named[] {
  try {
    return [...positionals.map((file): Named => ({ file, url: values.url })), ...values.list.flatMap(readList)];
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

const pages = named();
if (pages.length === 0) {
  console.error('Usage: npm run -s analyse -- FILE.html… [--url URL] [--list LIST.jsonl] [--explain]');
  process.exit(2);
}
/** Left to itself, V8 lets a gigabyte of closed pages gather before it looks. */
const PAGES_BETWEEN_COLLECTIONS = 20;
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

async function main(): Promise<void> {
  for (const [index, page] of pages.entries()) {
    try {
      print(look(page, values.explain));
    } catch (error) {
      print(JSON.stringify({ file: page.file, url: page.url ?? null, error: (error as Error).message }));
      process.exitCode = 1;
    }
    // What jsdom holds by weak references is let go of only between two turns of the event loop.
    await new Promise((done) => setImmediate(done));
    if (index % PAGES_BETWEEN_COLLECTIONS === PAGES_BETWEEN_COLLECTIONS - 1) collect();
  }
}

void main();
