/**
 * `npm test` and `npm run test:all`: runs the parts one after another, says how long each took, and ends with what came
 * of it. The first part that fails ends the run with its exit status.
 *
 * `npm test` is what runs before every pull request. `npm run test:all` runs what that leaves out because it is long: more
 * documents, all faults in both browsers, the other browser for what concerns only the document, the machine's clock and
 * disk, and the floor under the quality of recognition.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ROOT } from './paths.ts';

interface Part {
  readonly name: string;
  /** A line for the shell, with the programs of node_modules on its path as in scripts of package.json. */
  readonly command: string;
}

/** Parts that run side by side: they are short, use one core each for the most part, and do not disturb each other. */
type Stage = readonly Part[];

const BROWSERS: Part = { name: 'browsers and build', command: 'npm run browsers && npm run build' };

const STAGES: Readonly<Record<'test' | 'test:all', readonly Stage[]>> = {
  test: [
    [
      { name: 'check', command: 'npm run check' },
      { ...BROWSERS, name: `${BROWSERS.name}, store lint`, command: `${BROWSERS.command} && npm run lint:firefox` },
    ],
    [{ name: 'unit tests', command: 'vitest run --project unit --project unit-alone' }],
    [{ name: 'browser tests', command: 'vitest run --project browser' }],
  ],
  'test:all': [
    [BROWSERS],
    [{ name: 'long browser tests', command: 'vitest run --project long' }],
    [{ name: 'clock and disk', command: 'tsx scripts/machine.ts' }],
    [{ name: 'floor', command: 'npm run floor' }],
  ],
};

interface Result {
  readonly name: string;
  readonly seconds: number;
  /** Exit status, or the name of the signal that ended it. */
  readonly status: number | string;
}

/** Each line with the name of the part that printed it. */
function relay(name: string, from: Readable | null, to: NodeJS.WriteStream): void {
  if (from) createInterface({ input: from }).on('line', (line) => to.write(`${name} │ ${line}\n`));
}

/** A part that runs alone prints as it would without us. */
function run({ name, command }: Part, isAlone: boolean): Promise<Result> {
  const start = performance.now();
  const child: ChildProcess = spawn(command, {
    cwd: ROOT,
    shell: true,
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  relay(name, child.stdout, process.stdout);
  relay(name, child.stderr, process.stderr);
  return new Promise((resolve) => {
    child.on('close', (code, signal) =>
      resolve({ name, seconds: (performance.now() - start) / 1000, status: code ?? signal ?? 1 }),
    );
  });
}

function print(results: readonly Result[], seconds: number): void {
  const rows = [...results, { name: 'together', seconds, status: 0 }];
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log('');
  for (const { name, seconds, status } of rows)
    console.log(`${name.padEnd(width)}  ${seconds.toFixed(0).padStart(5)} s${status === 0 ? '' : '  FAILED'}`);
}

const all = process.argv.includes('--all');
const command = all ? 'test:all' : 'test';
const results: Result[] = [];
const start = performance.now();
for (const stage of STAGES[command]) {
  results.push(...(await Promise.all(stage.map((part) => run(part, stage.length === 1)))));
  if (results.some(({ status }) => status !== 0)) break;
}
print(results, (performance.now() - start) / 1000);
const failed = results.filter(({ status }) => status !== 0);
console.log(
  failed.length === 0
    ? `\nnpm run ${command}: passed`
    : `\nnpm run ${command}: FAILED in ${failed.map(({ name }) => name).join(', ')}`,
);
const [first] = failed;
if (first) process.exitCode = typeof first.status === 'number' ? first.status : 1;
