import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { siteOwner } from '../../src/engine/repost/site-owner.ts';
import type { BenchOptions } from './bench.ts';

export interface BenchPage {
  /** Key in the ground truth. */
  readonly id: string;
  readonly url: string;
  /** As it was served. */
  readonly html: Buffer;
  /** The article's text. */
  readonly truth: string;
}

/**
 * The pages of a folder that is laid out like the public article-extraction-benchmark (`html` there, `dev` for a part of
 * it), in the order of their ids.
 * @throws when there are none, with one line that says what is missing
 */
export function readPages({ pages, most }: BenchOptions): BenchPage[] {
  const truths = join(pages, 'ground-truth.json');
  if (!existsSync(truths)) throw new Error(`no ${truths}: name a folder of pages with --pages`);
  const folder = ['dev', 'html'].map((name) => join(pages, name)).find(existsSync);
  if (!folder) throw new Error(`neither ${join(pages, 'dev')} nor ${join(pages, 'html')}`);
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(readFileSync(truths, 'utf8'));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html.gz'))
    .sort()
    .slice(0, most)
    .flatMap((name) => {
      const id = name.slice(0, -'.html.gz'.length);
      const entry = truth[id];
      if (!entry) return [];
      return [{ id, url: entry.url, html: gunzipSync(readFileSync(join(folder, name))), truth: entry.articleBody }];
    });
}

/**
 * The page as its publisher's would be at another host: a copy at that host would name its own publisher as somebody
 * else, and that is what reposts do.
 */
export function movedTo(host: string, { html, url }: Pick<BenchPage, 'html' | 'url'>): Buffer {
  const house = siteOwner(new URL(url).hostname);
  // Byte by byte, whatever the encoding.
  return Buffer.from(html.toString('latin1').replaceAll(house, host), 'latin1');
}
