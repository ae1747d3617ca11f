/**
 * `npm run audit`: does the registry know of anything bad in what the lockfile names? Fails where it does, and, with
 * other words, where it could not be asked: not every registry answers that question.
 */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { ROOT } from './paths.ts';

interface Audit {
  readonly metadata?: {
    readonly vulnerabilities: { readonly total: number };
    readonly dependencies: { total: number };
  };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  /** Where there is no answer. */
  readonly message?: string;
}

export interface Outcome {
  readonly says: string;
  /** 0: nothing is known; 1: something is; 2: nobody knows. */
  readonly exit: 0 | 1 | 2;
}

/** @param answer what `npm audit --json` printed */
export function outcomeOf(answer: string): Outcome {
  let audit: Audit = {};
  try {
    audit = JSON.parse(answer);
  } catch {
    // No answer at all.
  }
  const { metadata, vulnerabilities = {}, message = 'no answer' } = audit;
  if (!metadata) return { says: `Not audited: the registry could not be asked (${message}).`, exit: 2 };
  const { total } = metadata.dependencies;
  if (metadata.vulnerabilities.total === 0) return { says: `Nothing is known against ${total} packages.`, exit: 0 };
  const all = Object.entries(vulnerabilities).map(([name, { severity, range }]) => `  ${name} ${range}: ${severity}`);
  return { says: [`Something is known against:`, ...all].join('\n'), exit: 1 };
}

/** @param more for npm's command line */
export function audit(...more: string[]): Outcome {
  const { stdout } = spawnSync('npm', ['audit', '--json', ...more], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return outcomeOf(stdout ?? '');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { says, exit } = audit();
  console.log(says);
  process.exitCode = exit;
}
