import { attribute, webUrl } from '../dom.ts';
import { ARTICLE_TYPE } from '../metadata/stated-metadata.ts';
import type { Block, Box, Metadata, Page } from '../types.ts';
import { leadsInside } from './cards.ts';
import type { MeasuredPage } from './measure.ts';
import { articleAround } from './root.ts';

/** From this share of running text under titles of other pages on, the page is a list of them. */
const MAX_SHARE_UNDER_TITLES = 0.6;
/** Less running text may be the few words that a home page says about itself. */
const MIN_ARTICLE_PROSE = 500;

/** How many Boxes a title may stand deeper than the Box that it heads. */
const MAX_TITLE_DEPTH = 6;
/** The same where several titles head one Box in turn. */
const MAX_SHARED_TITLE_DEPTH = 2;

const LIST_TYPE = /(?:collection|searchresults|profile|contact)page$|^profile$/;

const pathOf = (url: URL): string => url.pathname.replace(/(?<!\/)\/+$/, '') + url.search;

/** The document states that it is an article. */
const isDeclaredArticle = (metadata: Metadata): boolean => metadata.types.some((type) => ARTICLE_TYPE.test(type));

/**
 * Whether the page is a list of articles (home page, category, search) or has nothing to read, although running text was
 * found.
 *
 * @param body the Blocks that would be the article
 */
export function isListing(measured: MeasuredPage, metadata: Metadata, root: Box, body: readonly Block[]): boolean {
  const { page, prose, headline } = measured;
  const here = webUrl(page.url, page.url);
  const isDeclared = isDeclaredArticle(metadata);
  if (!isDeclared) {
    const isHome = here !== null && pathOf(here) === '';
    // A page of one article may stand at a site's top. Fixture: article-at-home.
    if (isHome && !articleAround(headline)) return true;
    if (metadata.types.some((type) => LIST_TYPE.test(type))) return true;
    if (shareUnderOtherTitles(measured, root, here) > (isHome ? 0 : MAX_SHARE_UNDER_TITLES)) return true;
  }
  let proseInBody = 0;
  for (const block of body) proseInBody += Math.max(0, prose[block.index] as number);
  if (proseInBody >= MIN_ARTICLE_PROSE || isDeclared) return false;
  return !headline || proseInCards(measured) > proseInBody;
}

function proseInCards({ page, prose, cards }: MeasuredPage): number {
  let sum = 0;
  for (const block of page.blocks) if (cards[block.box.index]) sum += Math.max(0, prose[block.index] as number);
  return sum;
}

/** Share of the root's running text that stands in one Box with a heading that links another page of the site. */
function shareUnderOtherTitles({ page, prose, proseIn, headline }: MeasuredPage, root: Box, here: URL | null): number {
  let title: Block | null = null;
  let entry: Box | null = null;
  let under = 0;
  const headed = new Set<Box>();
  for (let i = 0; i < root.end; i++) {
    const block = page.blocks[i] as Block;
    if (entry && block.index >= entry.end) entry = null;
    if (block.kind === 'heading') {
      if (block === headline || (title && block.box.tag <= title.box.tag)) entry = null;
      if (block !== headline && leadsToOtherPage(block, page, here)) {
        title = block;
        entry = block.box;
        let depth = 0;
        for (; depth < MAX_TITLE_DEPTH && entry.parent && proseIn[entry.index] === 0; depth++) entry = entry.parent;
        // A Box with the page's own headline is not under that title. Nor is an article with teasers in it.
        const isTeaser: boolean = depth > MAX_SHARED_TITLE_DEPTH && headed.has(entry);
        headed.add(entry);
        if (isTeaser || (headline && headline.index >= entry.first && headline.index < entry.end)) entry = null;
      }
    } else if (isSearchResult(block) && leadsToOtherPage(block, page, here)) entry = block.box;
    if (entry && i >= root.first) under += Math.max(0, prose[i] as number);
  }
  return under / ((proseIn[root.index] as number) || 1);
}

/** The first Block of a list item with more Blocks: the title of a search result. */
const isSearchResult = ({ box, index }: Block): boolean =>
  box.tag === 'li' && index === box.first && box.end > index + 1;

const MIN_TITLE_LINK_SHARE = 0.6;

/** The Block is a link to another page of the site. */
export function leadsToOtherPage(block: Block, page: Page, here: URL | null): boolean {
  const link = block.links[0];
  if (!link || block.linkLength < MIN_TITLE_LINK_SHARE * block.length || !leadsInside(link, page.host)) return false;
  const target = webUrl(attribute(link, 'href'), page.url);
  return !target || !here || (pathOf(target) !== pathOf(here) && pathOf(target) !== '');
}
