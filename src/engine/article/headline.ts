import { bare } from '../bare.ts';
import { attribute, webUrl } from '../dom.ts';
import type { Block, Metadata, Page } from '../types.ts';

/** Dice coefficient of the two texts' character pairs (Dice 1945). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const n = pairs.get(pair) ?? 0;
    if (n > 0) {
      shared++;
      pairs.set(pair, n - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

/** A text that is as long as a title at the least, and one that no title is as long as. */
const SHORTEST = 4;
const LONGEST = 300;

/** The first four characters and the last four: cheap to compare before all else. */
const startOf = (text: string): string => text.slice(0, 4).toLowerCase();
const endOf = (text: string): string => text.slice(-4).toLowerCase();

/** How well a text says what a title says, both bare: 0 to 1. A document's title can carry the site's name as well. */
function agreement(own: string, title: string, near: boolean): number {
  if (own === title) return 1;
  const part = own.length / title.length;
  if (part < 1 && part >= 0.35 && (title.startsWith(own) || title.endsWith(own))) return 0.6 + 0.35 * part;
  return near && part > 0.5 && part < 2 ? 0.9 * likeness(own, title) : 0;
}

/** Where the headline stands on the page: what says most nearly what the page's titles say, else the only `h1`. */
export function findHeadline(page: Page, metadata: Metadata): Block | null {
  const titles = [...new Set(metadata.titles.map(bare))].filter((title) => title.length >= SHORTEST);
  const found = bestOf(page, metadata.titles, titles, false) ?? bestOf(page, metadata.titles, titles, true);
  if (found) return found;
  const firsts = page.blocks.filter(({ box, length }) => box.tag === 'h1' && !box.hidden && length >= SHORTEST);
  return firsts.length === 1 ? (firsts[0] as Block) : null;
}

/** The site's own name leads to its first page. */
function leadsHome({ links, linkLength, length }: Block, { url }: Page): boolean {
  const target = linkLength === length ? webUrl(links[0] && attribute(links[0], 'href'), url) : null;
  return target?.pathname === '/' && target.search === '' && target.pathname !== webUrl(url, url)?.pathname;
}

/**
 * @param written the titles as they are written
 * @param near look for headings that say nearly the same, which takes longer
 */
function bestOf(page: Page, written: readonly string[], titles: readonly string[], near: boolean): Block | null {
  const longest = Math.min(LONGEST, 2 * Math.max(0, ...written.map((title) => title.length)));
  const shortest = Math.max(SHORTEST, 0.35 * Math.min(LONGEST, ...titles.map((title) => title.length)));
  const starts = new Set(written.map(startOf));
  const ends = new Set(written.map(endOf));
  let best: Block | null = null;
  let bestScore = 0.7;
  for (const block of page.blocks) {
    const { box, kind, length, text } = block;
    const heading = kind === 'heading';
    if (length < shortest || length > longest || kind === 'control' || box.hidden) continue;
    if (!heading && (near || block.linkLength > 0)) continue;
    if (!near && !starts.has(startOf(text)) && !ends.has(endOf(text))) continue;
    const own = bare(text);
    const said = Math.max(0, ...titles.map((title) => agreement(own, title, near)));
    const rank = box.tag === 'h1' ? 0.25 : heading ? 0.15 : 0;
    const score = said >= 0.5 ? said + rank : 0;
    if (score > bestScore + 0.001 && !leadsHome(block, page)) {
      best = block;
      bestScore = score;
    }
  }
  return best;
}
