import { attribute, findFirst, hostOf, read, webUrl } from '../dom.ts';
import { charsBesideLinks } from '../lines.ts';
import type { Box, Page } from '../types.ts';
import { TAG_WORDS } from '../vocabulary.ts';
import { CREDIT_SELECTOR } from './closing-boxes.ts';
import { leadsToPage } from './link-list.ts';
import { addressOf } from './link-row.ts';
import type { ClutterContext, Found } from './types.ts';

/** Where a site lists what has the same tag. */
const TAG_ADDRESS = /\/(?:tags?|topics?|labels?|keywords?|etiquetas?|temas?)\//i;
/** "Tagged:", "More tags": text beside the links, and what stands between two of them. */
const MAX_LABEL_CHARS = 28;
const MAX_BETWEEN_CHARS = 3;
/** A longer link is a headline. Tools make tags of whole headlines. Fixture: clutter/related-tags */
const MAX_TAG_CHARS = 60;
/** In a box that is only called tags. */
const MAX_NAMED_TAG_CHARS = 30;

/** A longer box is no list of tags. */
const MAX_LIST_CHARS = 3000;

interface Linked {
  readonly text: string;
  readonly linkLength: number;
  readonly links: readonly Element[];
}

function isTag(link: Element): boolean {
  const rel = attribute(link, 'rel') ?? '';
  return !rel.includes('category') && (/(?:^|\s)tag(?:\s|$)/.test(rel) || TAG_ADDRESS.test(addressOf(link)));
}

/** The article's tags below it, with their label. They lead to lists of this site's. Fixture: clutter/related-tags */
export function* tagLists(context: ClutterContext): Iterable<Found | undefined> {
  const last = context.article.body.at(-1)?.index ?? 0;
  const isBelow = ({ first }: Box) => first > last;
  for (const box of context.regions(TAG_WORDS, (box) => isBelow(box) && isTagBox(context, box), mayHoldTags))
    yield box && { boxes: [box], reasons: ['name', 'build'] };
  // An item alone would leave a list with gaps.
  for (const line of context.lines)
    if (line.block.index >= last && line.block.kind === 'paragraph' && isTagLine(line) && context.isFree(line))
      yield { lines: [line], reasons: ['name', 'build'] };
}

/** Most Boxes of a page have text beside their links, or nothing in them. */
const mayHoldTags = ({ length, linkLength, element }: Box): boolean =>
  linkLength > 0 && length - linkLength <= MAX_LABEL_CHARS && read(element, 'firstElementChild') !== null;

function isTagBox({ blocksOf, page }: ClutterContext, box: Box): boolean {
  // Author, date and categories may stand in the same box. Fixture: clutter/related-tags
  if (box.length > MAX_LIST_CHARS || findFirst(box.element, `${CREDIT_SELECTOR},[rel*=category]`)) return false;
  const blocks = blocksOf(box);
  const links = blocks.flatMap((block) => block.links);
  if (!links.every((link) => isTag(link) || isOwnPage(page, link))) return false;
  const isNamed = TAG_WORDS.test(box.words);
  const most = links.every(isTag) ? MAX_TAG_CHARS : isNamed ? MAX_NAMED_TAG_CHARS : 0;
  const { length, linkLength } = box;
  return blocks.every(({ kind }) => kind !== 'heading') && isRowOf(links.length, most, length - linkLength, linkLength);
}

/** Leads to another page of this site: to no paper, no address of mail, no place on this page. */
function isOwnPage(page: Page, link: Element): boolean {
  const target = webUrl(attribute(link, 'href'), page.url);
  return leadsToPage(page, link) && (!target || hostOf(target) === page.host);
}

const isTagLine = (line: Linked): boolean =>
  line.links.every(isTag) && isRowOf(line.links.length, MAX_TAG_CHARS, charsBesideLinks(line), line.linkLength);

const isRowOf = (links: number, most: number, beside: number, linkLength: number): boolean =>
  links > 0 && linkLength <= most * links && beside <= MAX_LABEL_CHARS + MAX_BETWEEN_CHARS * links;
