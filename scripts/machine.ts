/**
 * `npx tsx scripts/machine.ts`: runs the tests that change the clock and the disk under a browser, as far as this machine
 * lets them. What is left out, and why, is said in a line each.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from './browsers.ts';
import { ROOT } from './paths.ts';

const works = (program: string, ...args: string[]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** The clock is moved by a small library that is compiled here and put between the browser and the system. */
function mayMoveClock(): boolean {
  if (!works('cc', '--version')) installPackages(() => ['gcc', 'libc6-dev']);
  return works('cc', '--version');
}

/** The disk that is filled is a small one in memory, mounted for the test. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mount-'));
  const mounted = works('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder);
  if (mounted) works('umount', folder);
  rmdirSync(folder);
  return mounted;
}

const isLinux = process.platform === 'linux';
const files: string[] = [];
for (const [file, needs, isPossible] of [
  ['clock', 'Linux and a C compiler', mayMoveClock],
  ['disk', 'Linux and the right to mount a file system', mayMount],
] as const)
  if (isLinux && isPossible()) files.push(`tests/machine/${file}.test.ts`);
  else console.log(`Left out: tests/machine/${file}.test.ts takes ${needs}.`);
if (files.length > 0) {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'machine', ...files], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
