/**
 * `npm run fuzz`: a hundred thousand documents as nobody should write them through the engine, in a real browser.
 * `-- --runs N`, `--seed N`, `--browser chromium|firefox`. It goes on where it was stopped; with another seed, or with
 * `--again`, it begins anew. The first document that fails is made as small as can be, kept among the fixtures, and ends
 * it with exit status 1.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provide } from '../../scripts/browsers.ts';
import { ROOT, TARGETS } from '../../scripts/paths.ts';
import { startFuzz } from './fuzz.ts';

const BATCH = 100;
const CACHE = join(ROOT, '.cache');
const FIXTURES = join(ROOT, 'tests/fixtures/hostile');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    browser: { type: 'string', default: 'chromium' },
    again: { type: 'boolean', default: false },
  },
});
const target = TARGETS.find((name) => name === values.browser);
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!target || !Number.isInteger(runs) || !Number.isInteger(seed)) {
  console.error(`--runs and --seed are whole numbers, --browser is ${TARGETS.join(' or ')}`);
  process.exit(2);
}
provide([target]);

interface Progress {
  readonly done: number;
  readonly articles: number;
  readonly littered: number;
}
const stateFile = join(CACHE, `fuzz-${target}-${seed}.json`);

function progress(): Progress {
  try {
    if (!values.again) return JSON.parse(readFileSync(stateFile, 'utf8'));
  } catch {
    // Never run with this seed.
  }
  return { done: 0, articles: 0, littered: 0 };
}

const fuzz = await startFuzz(target);
let { done, articles, littered } = progress();
const start = Date.now();
try {
  while (done < runs && !process.exitCode) {
    const size = Math.min(BATCH, runs - done);
    // Each batch has a seed of its own, so that it can be looked at by itself.
    const batch = await fuzz.batch(seed * 1_000_003 + done, size);
    if (batch.failure) {
      const name = `${seed}-${done}.html`;
      mkdirSync(FIXTURES, { recursive: true });
      writeFileSync(join(FIXTURES, name), batch.failure.html);
      console.error(`${batch.failure.error}\nThe document: tests/fixtures/hostile/${name}`);
      process.exitCode = 1;
      break;
    }
    done += size;
    articles += batch.articles;
    littered += batch.littered;
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(stateFile, JSON.stringify({ done, articles, littered }));
    if (done % (50 * BATCH) === 0) console.log(`${done} of ${runs}, ${((Date.now() - start) / 1000).toFixed(0)} s`);
  }
  if (!process.exitCode)
    console.log(
      `${target}, seed ${seed}: ${done} documents, ${articles} with an article, ${littered} with clutter, none failed`,
    );
} finally {
  await fuzz.close();
}
