import { commonBox, isWithin, upwards } from '../boxes.ts';
import { attribute, findAll, findFirst, hostOf, webUrl } from '../dom.ts';
import { type Line, linesOf } from '../lines.ts';
import type { Block, Box } from '../types.ts';
import { BYLINE_WORDS, COMMENTS_WORDS, NAVIGATION_WORDS, POST_NAV_WORDS, WIDGET_WORDS } from '../vocabulary.ts';
import { collapsedText } from '../whitespace.ts';
import { isCopy } from './copy.ts';
import { blockBefore } from './heading.ts';
import { isNarrow, isTitle, leadsToPage } from './link-list.ts';
import { addressOf } from './link-row.ts';
import { MAY_BE_DATE, NETWORK_ADDRESSES } from './share.ts';
import type { ClutterContext, Found } from './types.ts';

/** A label, a headline or a name on a button: a longer text is a note to the reader. */
const MAX_BLOCK_CHARS = 120;
/** A link in a sentence is the sentence's. */
const MIN_LINK_SHARE = 0.9;
/** A shorter link is the name of a page of the site: "About us". */
const MIN_HEADLINE_CHARS = 20;
/** With so many headlines a date and a picture beside each belong to them. */
const MIN_ENTRIES = 3;
/** More is no row of buttons and no list of a few other articles. */
const MAX_BLOCKS = 60;
/** A single link may lead to the next part. Fixture: clutter/comment-form-unknown */
const MIN_BUTTONS = 2;
const STAYING_KINDS = /quote|code|cell|caption/;
const BUTTON_SELECTOR = 'a[href],button,[role=button],svg';
const FIELD_SELECTOR = 'input:not([type=hidden]),textarea,select';
/** Author, date and licence of the article. */
export const CREDIT_SELECTOR =
  'time,address,[rel~=author],[rel~=license],[class*=byline],[class*=author],[class*=date],[itemprop=author],[itemprop*=date],a[href*="creativecommons.org"]';

/**
 * In a copy, boxes of the article's column after its last sentence with nothing but links of this site, buttons and their
 * labels: in whatever language, by their shape. Fixture: clutter/closing-boxes
 */
export function* closingBoxes(context: ClutterContext): Iterable<Found | undefined> {
  if (!isCopy(context)) return;
  const { page, article, place } = context;
  const column = commonBox(article.headlineBlock?.box ?? article.root, article.root);
  const last = article.body.at(-1)?.index ?? 0;
  for (let i = article.root.index; i < page.boxes.length; ) {
    const box = page.boxes[i] as Box;
    const where = box.first > last ? place(box) : 'elsewhere';
    const isBelow = where === 'inside' || (where === 'after' && isBeside(column, box));
    if (isBelow && box.end < page.blocks.length && isClosing(context, box, column)) {
      yield { boxes: [box], lines: headingOver(context, box, last), reasons: ['name', 'build'] };
      i = box.endBox;
    } else i++;
    yield undefined;
  }
}

/** The heading over it, where nothing of the article comes after. */
function headingOver(context: ClutterContext, box: Box, last: number): Line[] {
  const before = blockBefore(context, box);
  return before?.kind === 'heading' && before.index >= last && before.linkLength === 0 ? linesOf(before) : [];
}

/** Right behind the article's column, and in its section: elsewhere may stand the site's footer. */
const isBeside = (column: Box, { parent }: Box): boolean =>
  parent !== null && parent === column.parent && /^(?:main|article|section)$/.test(parent.tag);

function isClosing(context: ClutterContext, box: Box, column: Box): boolean {
  const { page, claimed, blocksOf, holdsArticle } = context;
  if (box.first === box.end || box.end - box.first > MAX_BLOCKS) return false;
  const blocks = blocksOf(box);
  if (box.hidden || holdsArticle(box) || blocks.some((block) => claimed.blocks.has(block))) return false;
  // A heading without what it heads.
  if (blocks.at(-1)?.kind === 'heading' || isNarrow(box)) return false;
  // A part of it may be called its header.
  const isSites = isOfSite(boxesUpTo(box, column)) || holdFurniture(page.boxes.slice(box.index, box.endBox));
  if (!blocks.every(isLabel) || isSites) return false;
  const { element } = box;
  if (findAll(element, BUTTON_SELECTOR).length < MIN_BUTTONS || findFirst(element, FIELD_SELECTOR)) return false;
  const links = findAll(element, 'a[href]');
  if (!links.every((link) => isOwnLink(context, link))) return false;
  const entries = blocks.filter((block) => isTitle(block) && block.linkLength >= MIN_HEADLINE_CHARS);
  if (entries.length >= MIN_ENTRIES || (entries.length > 1 && entries.length === blocks.length)) return true;
  const isPlain = !findFirst(element, 'img,video,audio,iframe,object') && !findFirst(element, CREDIT_SELECTOR);
  if (links.some((link) => isMenuLink(context, link))) return false;
  if (BYLINE_WORDS.test(`${box.words} ${box.parent?.words} ${box.parent?.parent?.words}`)) return false;
  return isPlain && blocks.every(({ text }) => !MAY_BE_DATE.test(text));
}

const isLabel = ({ kind, length, linkLength, stops }: Block): boolean =>
  (stops === 0 || linkLength >= MIN_LINK_SHARE * length) && length <= MAX_BLOCK_CHARS && !STAYING_KINDS.test(kind);

/** The Box and those around it, up to one that is around the article as well. */
export function boxesUpTo(box: Box, column: Box): Box[] {
  const boxes: Box[] = [];
  for (const up of upwards(box)) {
    if (isWithin(column, up)) break;
    boxes.push(up);
  }
  return boxes;
}

/** The site's furniture and its readers' words have kinds of their own. */
export const isOfSite = (boxes: readonly Box[]): boolean =>
  boxes.some(({ words }) => NAVIGATION_WORDS.test(words)) || holdFurniture(boxes);

const holdFurniture = (boxes: readonly Box[]): boolean =>
  boxes.some(
    ({ tag, words }) =>
      tag === 'nav' || POST_NAV_WORDS.test(words) || WIDGET_WORDS.test(words) || COMMENTS_WORDS.test(words),
  );

/** "About us", "Imprint": a page of this site by a name. */
function isMenuLink({ page }: ClutterContext, link: Element): boolean {
  if (collapsedText(link).length >= MIN_HEADLINE_CHARS || NETWORK_ADDRESSES.test(addressOf(link))) return false;
  const target = webUrl(attribute(link, 'href'), page.url);
  return target !== null && target.pathname !== webUrl(page.url, page.url)?.pathname;
}

/** Leads to another page of this site, to a network, or nowhere. */
function isOwnLink({ page }: ClutterContext, link: Element): boolean {
  if (NETWORK_ADDRESSES.test(addressOf(link))) return true;
  if (!leadsToPage(page, link)) return false;
  const target = webUrl(attribute(link, 'href') || '#', page.url);
  return !target || hostOf(target) === page.host;
}
