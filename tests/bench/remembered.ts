import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { ROOT } from '../../scripts/paths.ts';
import { askPages, bundle } from './chromium.ts';
import type { BenchPage } from './pages.ts';

const CACHE = join(ROOT, '.cache');
const digest = (...parts: readonly (string | Buffer)[]): string =>
  parts
    .reduce((hash, part) => hash.update(part), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);

/**
 * Asks every page in Chromium, one after the other in one tab, and remembers in `.cache` what a script said of a page: a
 * run that was stopped goes on, and what has not changed since is not asked again. Not for what measures time.
 *
 * @param entry as for `inChromium`
 * @param instead what is put in the place of some modules
 * @returns the answers in the order of the pages
 */
export async function rememberedAnswers<T>(
  pages: readonly BenchPage[],
  entry: string,
  instead: readonly Plugin[] = [],
): Promise<T[]> {
  const script = await bundle(entry, instead);
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `answers-${digest(script)}.jsonl`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const known = new Map<string, T>(lines.filter((line) => line.endsWith(']')).map((line) => JSON.parse(line)));
  const keyOf = ({ url, html }: BenchPage) => digest(url, html);
  const missing = pages.filter((page) => !known.has(keyOf(page)));
  if (missing.length > 0)
    await askPages<T>('chromium', missing, script, 'one', (page, answer) => {
      known.set(keyOf(page), answer);
      appendFileSync(file, `${JSON.stringify([keyOf(page), answer])}\n`);
    });
  return pages.map((page) => known.get(keyOf(page)) as T);
}
