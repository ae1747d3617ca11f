import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/paths.ts';
import type { Figures } from './sets.ts';

/**
 * Small pages with one thing to get right: how many are right, by kind. Those that are looked at in a browser take the
 * built extension, and the time of the machine decides some of them, so only what the engine says counts here.
 * @returns `null` where they are not there
 * @throws where they cannot be run
 */
export function rightCases(shared: string): Figures | null {
  const script = join(shared, 'cases/run.mjs');
  if (!existsSync(script)) return null;
  const { stdout, stderr } = spawnSync(process.execPath, [script, '--engine', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const line = stdout.split('\n').find((one) => one.startsWith('['));
  if (!line) throw new Error(`the cases say nothing: ${stderr || stdout}`);
  const cases: { kind: string; faults: string[] }[] = JSON.parse(line);
  const counts: Record<string, number> = {};
  for (const { kind, faults } of cases) counts[kind] = (counts[kind] ?? 0) + Number(faults.length === 0);
  return counts;
}
