import { attribute, webUrl } from '../dom.ts';
import { ARTICLE_TYPE } from '../metadata/stated.ts';
import type { Block, Box, Metadata, Page } from '../types.ts';
import { leadsInside } from './cards.ts';

/** Share of the running text that stands under titles of other pages, from which on the page is a list of them. */
const MOST = 0.6;
/** Less running text than this can be the few words that a home page says about itself. */
const FEW = 500;

/** A title stands no deeper than this in what it heads. */
const MOST_UP = 6;
/** Where several titles head one Box in turn, they stand no deeper in it. */
const MOST_WRAPPED = 2;

const LIST_TYPE = /(?:collection|searchresults|profile|contact|faq)page$|^profile$/;

const pathOf = (url: URL): string => url.pathname.replace(/\/+$/, '') + url.search;

/** Does the document call itself an article? */
export const isDeclared = (metadata: Metadata): boolean => metadata.types.some((type) => ARTICLE_TYPE.test(type));

/**
 * Is the page a list of articles (home, category, search) or nothing to read at all, although running text was found?
 *
 * @param labels what became of the root's Blocks
 */
export function isListing(
  page: Page,
  metadata: Metadata,
  root: Box,
  prose: Float64Array,
  proseIn: Float64Array,
  cards: Uint8Array,
  headline: Block | null,
  body: readonly Block[],
): boolean {
  const here = webUrl(page.url, page.url);
  const declared = isDeclared(metadata);
  if (here && pathOf(here) === '' && !declared) return true;
  if (!declared && metadata.types.some((type) => LIST_TYPE.test(type))) return true;
  let words = 0;
  for (const block of body) words += Math.max(0, prose[block.index] as number);
  if (!declared && underOtherTitles(page, root, prose, proseIn, headline, here) > MOST) return true;
  if (words >= FEW || declared) return false;
  if (!headline) return true;
  let inCards = 0;
  for (const block of page.blocks) if (cards[block.box.index]) inCards += Math.max(0, prose[block.index] as number);
  return inCards > words;
}

/**
 * Share of the root's running text that stands in the same box under a heading that leads to another page of the site.
 */
function underOtherTitles(
  page: Page,
  root: Box,
  prose: Float64Array,
  proseIn: Float64Array,
  headline: Block | null,
  here: URL | null,
): number {
  let title: Block | null = null;
  let entry: Box | null = null;
  let under = 0;
  const known = new Set<Box>();
  for (let i = 0; i < root.end; i++) {
    const block = page.blocks[i] as Block;
    if (entry && block.index >= entry.end) entry = null;
    if (block.kind === 'heading') {
      if (block === headline || (title && block.box.tag <= title.box.tag)) entry = null;
      if (block !== headline && leadsElsewhere(block, page, here)) {
        title = block;
        entry = block.box;
        let up = 0;
        for (; up < MOST_UP && entry.parent && proseIn[entry.index] === 0; up++) entry = entry.parent;
        // What holds the page's own headline as well is not under that title, nor is an article under teasers in it.
        const teaser: boolean = up > MOST_WRAPPED && known.has(entry);
        known.add(entry);
        if (teaser || (headline && headline.index >= entry.first && headline.index < entry.end)) entry = null;
      }
    } else if (isResult(block) && leadsElsewhere(block, page, here)) entry = block.box;
    if (entry && i >= root.first) under += Math.max(0, prose[i] as number);
  }
  return under / ((proseIn[root.index] as number) || 1);
}

/** What a list's item begins with, when more follows: the title of a search result. */
const isResult = ({ box, index }: Block): boolean => box.tag === 'li' && index === box.first && box.end > index + 1;

/** Is the Block a link to another page of the site? */
export function leadsElsewhere(block: Block, page: Page, here: URL | null): boolean {
  const link = block.links[0];
  if (!link || block.linkLength < 0.6 * block.length || !leadsInside(link, page.host)) return false;
  const target = webUrl(attribute(link, 'href'), page.url);
  return !target || !here || (pathOf(target) !== pathOf(here) && pathOf(target) !== '');
}
