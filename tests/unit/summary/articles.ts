import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SummarySource } from '../../../src/engine/summary/summarize.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/summary/', import.meta.url));

/** The articles of `tests/fixtures/summary`: language, headline and paragraphs, a line each. */
export const articles: readonly (SummarySource & { name: string })[] = readdirSync(FOLDER)
  .sort()
  .map((file) => {
    const [language = 'und', headline = '', ...paragraphs] = readFileSync(FOLDER + file, 'utf8')
      .trim()
      .split('\n');
    return { name: file.replace('.txt', ''), language, headline, paragraphs, description: null };
  });

export function article(name: string): SummarySource {
  const found = articles.find((told) => told.name === name);
  if (!found) throw new Error(`no article ${name}`);
  return found;
}
