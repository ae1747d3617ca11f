import { attribute } from '../dom.ts';
import { remember } from '../remember.ts';
import type { Block, Box, Page } from '../types.ts';

/** So many alike, side by side, are a list of cards. */
const LEAST_CARDS = 3;
/** A card's link says at least this much: a title, not "more". */
const TITLE_LENGTH = 12;
/** What a card says at most, in characters and in Blocks. */
const MOST_TEXT = 700;
const MOST_BLOCKS = 10;
/** Share of the boxes in a row that must look like cards. */
const MOST = 0.7;

/** The first word that carries no number, else the first without its numbers: made-up names are full of them. */
const firstOf = remember(
  (words: string) => /(?:^|\s)([^\s\d]+)(?=\s|$)/.exec(words)?.[1] ?? words.trim().replace(/\d+|\s.*/g, ''),
);

/** What a Box looks like from outside: its tag and the first of its words. */
export const lookOf = (box: Box): string => `${box.tag}.${firstOf(box.words)}`;

/** `true` for a link to another page of the same site. */
export function leadsInside(link: Element, host: string): boolean {
  const href = attribute(link, 'href')?.trim() ?? '';
  if (href === '' || href.startsWith('#')) return false;
  const away = /^(?:https?:)?\/\/([^/?#]+)/i.exec(href);
  if (away)
    return (away[1] as string)
      .toLowerCase()
      .replace(/^www\./, '')
      .endsWith(host || '?');
  return !/^[a-z][a-z0-9+.-]*:/i.test(href);
}

/** A title that is a link to another page of the site, with little text besides: what a teaser is made of. */
function isCard(box: Box, blocks: readonly Block[], host: string): boolean {
  if (box.linkLength < TITLE_LENGTH || box.length > MOST_TEXT || box.end - box.first > MOST_BLOCKS) return false;
  for (let i = box.first; i < box.end; i++) {
    const block = blocks[i] as Block;
    if (block.linkLength >= TITLE_LENGTH && block.linkLength >= 0.8 * block.length)
      return block.links.some((link) => leadsInside(link, host));
  }
  return false;
}

/** Does the page's headline stand in the Box, and lead nowhere else? */
const heads = (headline: Block | null, box: Box): boolean =>
  headline !== null && headline.linkLength === 0 && headline.index >= box.first && headline.index < box.end;

/**
 * Teaser cards: Boxes that stand beside others of the same look, each with a title that leads to another page of the
 * site. Articles that follow each other on a page look like it, but one of them has the page's headline.
 *
 * @returns for each Box 1 where it is in a card (or is one)
 */
export function findCards(page: Page, headline: Block | null): Uint8Array {
  const { boxes, blocks } = page;
  const cards = new Uint8Array(boxes.length);
  const rows = new Map<Box, Box[]>();
  for (const box of boxes) {
    if (!box.parent || box.linkLength < TITLE_LENGTH || /^(?:p|li|tr|td|dt|dd|h[1-6])$/.test(box.tag)) continue;
    const row = rows.get(box.parent);
    if (row) row.push(box);
    else rows.set(box.parent, [box]);
  }
  for (const row of rows.values()) {
    if (row.length < LEAST_CARDS) continue;
    const looks = new Map<string, Box[]>();
    for (const box of row) {
      const look = lookOf(box);
      const alike = looks.get(look);
      if (alike) alike.push(box);
      else looks.set(look, [box]);
    }
    for (const [look, alike] of looks) {
      if (alike.length < LEAST_CARDS) continue;
      const really = alike.filter((box) => isCard(box, blocks, page.host));
      if (really.length < LEAST_CARDS || really.length < MOST * alike.length) continue;
      // Without a name the others may be anything.
      for (const box of look.endsWith('.') ? really : alike)
        if (box.length <= 2 * MOST_TEXT && !heads(headline, box)) cards.fill(1, box.index, box.endBox);
    }
  }
  return cards;
}
