import { attribute } from '../dom.ts';
import type { Block, Box, Page } from '../types.ts';
import { lookOf } from './looks.ts';

/** So many Boxes of one look, side by side, are cards. */
const MIN_CARDS = 3;
/** The link of a card has at least so much text: a title, not "more". */
const MIN_TITLE_CHARS = 12;
const MAX_CARD_CHARS = 700;
/** Share of the Boxes of one look that must be cards. */
const MIN_CARD_SHARE = 0.7;

/** `true` for a link to another page of the same site. */
export function leadsInside(link: Element, host: string): boolean {
  const href = attribute(link, 'href')?.trim() ?? '';
  if (href === '' || href.startsWith('#')) return false;
  const absolute = /^(?:https?:)?\/\/([^/?#]+)/i.exec(href);
  if (absolute)
    return (absolute[1] as string)
      .toLowerCase()
      .replace(/^www\./, '')
      .endsWith(host || '?');
  return !/^[a-z][a-z0-9+.-]*:/i.test(href);
}

/** A title that links another page of the site, with little other text: a teaser. */
function isCard(box: Box, blocks: readonly Block[], host: string): boolean {
  if (box.linkLength < MIN_TITLE_CHARS || box.length > MAX_CARD_CHARS) return false;
  for (let i = box.first; i < box.end; i++) {
    const block = blocks[i] as Block;
    if (block.linkLength >= MIN_TITLE_CHARS && block.linkLength >= 0.8 * block.length)
      return block.links.some((link) => leadsInside(link, host));
  }
  return false;
}

/** The page's headline stands in the Box, and is not a link. */
const holdsHeadline = (headline: Block | null, box: Box): boolean =>
  headline !== null && headline.linkLength === 0 && headline.index >= box.first && headline.index < box.end;

/**
 * Teaser cards: Boxes beside others of the same look, each with a title that links another page of the site. Articles
 * that follow each other on one page look the same, but one of them has the page's headline.
 *
 * @returns for each Box 1 where it is in a card (or is one)
 */
export function findCards(page: Page, headline: Block | null): Uint8Array {
  const { boxes, blocks } = page;
  const cards = new Uint8Array(boxes.length);
  const rows = new Map<Box, Box[]>();
  for (const box of boxes) {
    if (!box.parent || box.linkLength < MIN_TITLE_CHARS || /^(?:p|li|tr|td|dt|dd|h[1-6])$/.test(box.tag)) continue;
    const row = rows.get(box.parent);
    if (row) row.push(box);
    else rows.set(box.parent, [box]);
  }
  for (const row of rows.values()) {
    if (row.length < MIN_CARDS) continue;
    const looks = new Map<string, Box[]>();
    for (const box of row) {
      const look = lookOf(box);
      const alike = looks.get(look);
      if (alike) alike.push(box);
      else looks.set(look, [box]);
    }
    for (const [look, alike] of looks) {
      if (alike.length < MIN_CARDS) continue;
      const realCards = alike.filter((box) => isCard(box, blocks, page.host));
      if (realCards.length < MIN_CARDS || realCards.length < MIN_CARD_SHARE * alike.length) continue;
      // Where the look has no class word, the others may be anything.
      for (const box of look.endsWith('.') ? realCards : alike)
        if (box.length <= 2 * MAX_CARD_CHARS && !holdsHeadline(headline, box)) cards.fill(1, box.index, box.endBox);
    }
  }
  return cards;
}
