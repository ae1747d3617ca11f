import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/paths.ts';

/**
 * What people took each line for, once: `judged.json` has hashes of file names and of lines only, because the pages are not
 * ours to keep. What is not named there is furniture of the site.
 */
export interface Judgement {
  readonly article: readonly string[];
  /** Pieces of litter in the order of the page: what each is, and its lines. */
  readonly litter: readonly (readonly [kind: string, ...lines: string[]])[];
}

const FILE = join(ROOT, 'tests/bench/litter/judged.json');

export const readJudgements = (): Readonly<Record<string, Judgement>> => JSON.parse(readFileSync(FILE, 'utf8'));

/** Of a file name, or of the words of a line. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
