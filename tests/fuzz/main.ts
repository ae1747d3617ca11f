/**
 * `npm run fuzz`, in a real browser: a hundred thousand documents as nobody should write them through the engine, then 300
 * pages in a tab with the extension and without it (`live.ts`). `-- --runs N`, `--live N`, `--seed N`,
 * `--browser chromium|firefox`. It goes on where it was stopped; with another seed, or with `--again`, it begins anew. The
 * first document or page that fails is made as small as can be, kept among the fixtures, and ends it with exit status 1.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { provide } from '../../scripts/browsers.ts';
import { ROOT, TARGETS, type Target } from '../../scripts/paths.ts';
import { startFuzz } from './fuzz.ts';
import { startLiveFuzz } from './live.ts';
import { largePages, livePages } from './live-pages.ts';

const BATCH = 100;
/** Of so many pages one is large. */
const LARGE = 10;
/** A page that failed is made smaller for so long. Milliseconds. */
const SHRINK_MS = 180_000;
const CACHE = join(ROOT, '.cache');
const FIXTURES = join(ROOT, 'tests/fixtures');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    live: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    browser: { type: 'string', default: 'chromium' },
    again: { type: 'boolean', default: false },
  },
});
const browser = TARGETS.find((name) => name === values.browser);
const [runs, live, seed] = [values.runs, values.live, values.seed].map(Number) as [number, number, number];
if (!browser || ![runs, live, seed].every(Number.isInteger)) {
  console.error(`--runs, --live and --seed are whole numbers, --browser is ${TARGETS.join(' or ')}`);
  process.exit(2);
}
provide([browser]);

interface Progress {
  readonly done: number;
  readonly articles: number;
  readonly littered: number;
}
const START: Progress = { done: 0, articles: 0, littered: 0 };

function progressOf(file: string): Progress {
  try {
    if (!values.again) return JSON.parse(readFileSync(join(CACHE, file), 'utf8'));
  } catch {
    // Never run with this seed.
  }
  return START;
}

function keep(file: string, progress: Progress): void {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, file), JSON.stringify(progress));
}

function failed(folder: string, done: number, { html, error }: { html: string; error: string }): void {
  mkdirSync(join(FIXTURES, folder), { recursive: true });
  const name = `${folder}/${seed}-${done}.html`;
  writeFileSync(join(FIXTURES, name), html);
  console.error(`${error}\nThe document: tests/fixtures/${name}`);
  process.exitCode = 1;
}

/** Each batch, and each page, has a seed of its own, so that it can be looked at by itself. */
const seedOf = (done: number) => seed * 1_000_003 + done;

async function fuzzDocuments(target: Target): Promise<void> {
  const fuzz = await startFuzz(target);
  const file = `fuzz-${target}-${seed}.json`;
  const start = Date.now();
  let { done, articles, littered } = progressOf(file);
  try {
    while (done < runs) {
      const size = Math.min(BATCH, runs - done);
      const batch = await fuzz.batch(seedOf(done), size);
      if (batch.failure) return failed('hostile', done, batch.failure);
      done += size;
      articles += batch.articles;
      littered += batch.littered;
      keep(file, { done, articles, littered });
      if (done % (50 * BATCH) === 0) console.log(`${done} of ${runs}, ${((Date.now() - start) / 1000).toFixed(0)} s`);
    }
    console.log(
      `${target}, seed ${seed}: ${done} documents, ${articles} with an article, ${littered} with clutter, none failed`,
    );
  } finally {
    await fuzz.close();
  }
}

async function fuzzLivePages(target: Target): Promise<void> {
  const fuzz = await startLiveFuzz(target);
  const file = `fuzz-live-${target}-${seed}.json`;
  let { done } = progressOf(file);
  try {
    for (; done < live; keep(file, { ...START, done: ++done })) {
      let error = '';
      const property = fc.asyncProperty(done % LARGE === LARGE - 1 ? largePages : livePages, async (html) => {
        const wrong = await fuzz.check(html);
        if (wrong) error = wrong;
        return wrong === null;
      });
      const settings = { seed: seedOf(done), numRuns: 1, interruptAfterTimeLimit: SHRINK_MS };
      const { counterexample } = await fc.check(property, settings);
      if (counterexample) return failed('live', done, { html: counterexample[0], error });
    }
    console.log(`${target}, seed ${seed}: ${done} pages in a tab, none failed`);
  } finally {
    await fuzz.close();
  }
}

await fuzzDocuments(browser);
if (!process.exitCode) await fuzzLivePages(browser);
