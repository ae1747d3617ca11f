import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { analyze } from '../../../src/engine/analyse.ts';
import { paragraphsOf } from '../../../src/engine/summary/summarize.ts';
import type { BenchOptions } from '../bench.ts';
import { readPages } from '../pages.ts';

/** An article to summarise, with the publisher's description that the summary is compared with. */
export interface Told {
  readonly id: string;
  readonly headline: string | null;
  readonly language: string;
  readonly reference: string;
  /** The article's paragraphs as a person marked them, and as the engine found them. */
  readonly true: readonly string[];
  readonly found: readonly string[];
  /** What the engine found between headline and body. */
  readonly standfirst: string | null;
}

/** HTML without its descriptions, which would give the answer away: meta elements and JSON-LD. */
const withoutDescriptions = (html: string) =>
  html
    .replace(/<meta\b[^>]*(?:description|abstract)[^>]*>/gi, '')
    .replace(/("description"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, '$1""');

/** The pages that `references.json` has a description for, in the order of their ids. */
export function readArticles(options: BenchOptions): Told[] {
  const path = join(options.pages, '../summary/references.json');
  if (!existsSync(path)) throw new Error(`no ${path}: the publishers' descriptions of the pages`);
  const references: Record<string, string> = JSON.parse(readFileSync(path, 'utf8'));
  return readPages(options).flatMap(({ id, url, html, truth }) => {
    const reference = references[id];
    if (!reference) return [];
    const page = withoutDescriptions(html.toString());
    const address = url.includes(':') ? url : `https://${url}`;
    const { window } = new JSDOM(page, { url: address, virtualConsole: new VirtualConsole() });
    const analysis = analyze(window.document, address);
    const article = {
      id,
      headline: analysis.article?.headline ?? analysis.metadata.title ?? window.document.title,
      language: analysis.article?.language ?? 'und',
      reference,
      true: truth.split(/\n+/).filter(Boolean),
      found: paragraphsOf(analysis),
      standfirst: analysis.article?.standfirst?.text ?? null,
    };
    window.close();
    return [article];
  });
}
