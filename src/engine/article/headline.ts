import { alphanumericKey } from '../alphanumeric-key.ts';
import { attribute, webUrl } from '../dom.ts';
import { ownStyle } from '../inline-style.ts';
import { readableText } from '../remaining-text.ts';
import { diceSimilarity } from '../similarity.ts';
import type { Block, Metadata, Page } from '../types.ts';

const MIN_TITLE_CHARS = 4;
const MAX_TITLE_CHARS = 300;

/** The first and the last four characters: compared before anything else, because it is cheap. */
const startOf = (text: string): string => text.slice(0, 4).toLowerCase();
const endOf = (text: string): string => text.slice(-4).toLowerCase();

/** How well a text agrees with a title, 0 to 1; both as alphanumeric keys. The title may have the site's name as well. */
function agreement(own: string, title: string, near: boolean): number {
  if (own === title) return 1;
  const part = own.length / title.length;
  if (part < 1 && part >= 0.35 && (title.startsWith(own) || title.endsWith(own))) return 0.6 + 0.35 * part;
  return near && part > 0.5 && part < 2 ? 0.9 * diceSimilarity(own, title) : 0;
}

/** So many paragraphs before a heading make it the heading of a part; so long, in UTF-16 units, is a paragraph. */
const MIN_PARAGRAPHS_BEFORE = 2;
const MIN_PARAGRAPH_CHARS = 80;

/** It heads a part of the text in its Box, though the page is called so too. Fixture: title-amid-text. */
function isAmidText({ box, index }: Block, { blocks }: Page): boolean {
  if (box.tag === 'h1' || !box.parent) return false;
  const before = blocks
    .slice(box.parent.first, index)
    .filter(
      ({ box: { tag, parent }, length, stops }) =>
        tag === 'p' && parent === box.parent && stops > 0 && length >= MIN_PARAGRAPH_CHARS,
    );
  return before.length >= MIN_PARAGRAPHS_BEFORE;
}

/** Where the headline stands on the page: the Block that agrees best with the page's titles, else the only `h1`. */
export function findHeadline(page: Page, metadata: Metadata): Block | null {
  const titles = [...new Set(metadata.titles.map(alphanumericKey))].filter((title) => title.length >= MIN_TITLE_CHARS);
  const found = bestOf(page, metadata.titles, titles, false) ?? bestOf(page, metadata.titles, titles, true);
  if (found) return found;
  const firsts = page.blocks.filter(({ box, length }) => box.tag === 'h1' && !box.hidden && length >= MIN_TITLE_CHARS);
  return firsts.length === 1 ? (firsts[0] as Block) : null;
}

/** The Block is a link to the front page: the site's name, not a headline. */
function leadsHome({ links, linkLength, length }: Block, { url }: Page): boolean {
  const target = linkLength === length ? webUrl(links[0] && attribute(links[0], 'href'), url) : null;
  return target?.pathname === '/' && target.search === '' && target.pathname !== webUrl(url, url)?.pathname;
}

/**
 * @param written the titles as they are written
 * @param titles the same as alphanumeric keys
 * @param near accept headings that say nearly the same, which takes longer
 */
function bestOf(page: Page, written: readonly string[], titles: readonly string[], near: boolean): Block | null {
  const longest = Math.min(MAX_TITLE_CHARS, 2 * Math.max(0, ...written.map((title) => title.length)));
  const shortest = Math.max(MIN_TITLE_CHARS, 0.35 * Math.min(MAX_TITLE_CHARS, ...titles.map((title) => title.length)));
  const starts = new Set(written.map(startOf));
  const ends = new Set(written.map(endOf));
  let best: Block | null = null;
  let bestScore = 0.7;
  for (const block of page.blocks) {
    const { box, kind } = block;
    const heading = kind === 'heading';
    // An icon or words for screen readers alone are not the headline's. Fixture: copies/for-screen-readers
    const text = heading && block.nodes.length > 1 ? readableText(block, { page, style: ownStyle }) : block.text;
    const { length } = text;
    if (length < shortest || length > longest || kind === 'control' || box.hidden) continue;
    if (!heading && (near || block.linkLength > 0)) continue;
    if (!near && !starts.has(startOf(text)) && !ends.has(endOf(text))) continue;
    const own = alphanumericKey(text);
    const agreed = Math.max(0, ...titles.map((title) => agreement(own, title, near)));
    const rank = box.tag === 'h1' ? 0.25 : heading ? 0.15 : 0;
    const score = agreed >= 0.5 ? agreed + rank : 0;
    if (score > bestScore + 0.001 && !leadsHome(block, page) && !isAmidText(block, page)) {
      best = block;
      bestScore = score;
    }
  }
  return best;
}

/** Arrows, bullets, bars and the like before the first word, which sites set before a headline; signs of icon fonts. */
const LEADING_MARK = /^(?:[|›»·•●■□▪▫◼◾▶►▷▸◆◇★☆→⇒➤➔✔✓✦❖¶§#*~:;,/\\–—-]{1,4}\s|[¶\p{Co}])(?=.)/u;

/**
 * The headline with the kicker above it, where the page counts that in: its titles in JSON-LD and OpenGraph agree, and end
 * with the headline. Fixture: kicker.
 */
export function withKicker(headline: string | null, { agreedTitle }: Metadata): string | null {
  if (!headline || !agreedTitle) return headline;
  return alphanumericKey(agreedTitle).endsWith(alphanumericKey(headline)) ? agreedTitle : headline;
}

/** A headline without the marks before it. */
export function headlineWords(text: string | null): string | null {
  let words = text;
  while (words && LEADING_MARK.test(words)) words = words.replace(LEADING_MARK, '').trimStart();
  return words;
}
