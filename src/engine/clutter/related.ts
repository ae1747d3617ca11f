import { closest, findFirst } from '../dom.ts';
import { isShortSentence, type Line, linesOf } from '../lines.ts';
import type { Block, Box } from '../types.ts';
import { RELATED_WORDS, TAG_WORDS } from '../vocabulary.ts';
import { collapsedText } from '../whitespace.ts';
import { isCopy } from './copy.ts';
import { headingBefore } from './heading.ts';
import { holdsProse } from './last-check.ts';
import { isTitle, leadsToPage, leadToPages, linkListUnder, MIN_TITLE_CHARS } from './link-list.ts';
import { tagLists } from './tag-list.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** Other articles: "Related", "You may also like", "Read more: …". */
export default { after: ['comments'], find } satisfies KindFinder;

const MAX_REGION_CHARS = 6000;
const MAX_HEADING_CHARS = 80;

function* find(context: ClutterContext): Iterable<Found | undefined> {
  const { phrases, lines, isOthersWords, verdict } = context;
  // Other goods and other questions belong to such a page. Fixture: clutter/shop-unmarked
  if (isOthersWords && verdict.kind !== 'repost') return;
  const isAbout = (text: string) => phrases.is('related', text);
  // The list under it comes later, or never came.
  const isOnlyHeading = (box: Box) => context.blocksOf(box).every(({ text }) => isAbout(text));
  const isList = (box: Box) =>
    box.first < box.end &&
    box.length < MAX_REGION_CHARS &&
    !TAG_WORDS.test(box.words) &&
    (isOnlyHeading(box) || isOtherArticles(context, box, isAbout));
  for (const box of context.regions(RELATED_WORDS, isList))
    yield box && { boxes: [box], lines: headingBefore(context, box, isAbout), reasons: ['name', 'build'] };
  for (const head of headings(context, isAbout)) {
    const boxes = linkListUnder(context, head, isAbout);
    if (boxes.length > 0) yield { boxes, lines: linesOf(head), reasons: ['wording', 'build'] };
  }
  for (const [i, line] of lines.entries()) {
    const list = linksAfter(context, i, isAbout);
    // Whole boxes where possible: the entries may have pictures.
    const boxes = list.length > 0 && line.text === line.block.text ? linkListUnder(context, line.block, isAbout) : [];
    if (list.length > 0) yield { boxes, lines: [line, ...list], reasons: ['wording', 'build'] };
    else if (isPointer(context, line)) yield { lines: [line], reasons: ['wording', 'build'] };
  }
  yield* tagLists(context);
}

/**
 * Headings about other articles. What comes after the comments may stand beside the article: there only headings in the
 * article's own column count.
 */
function* headings(
  { page, article, claimed, place }: ClutterContext,
  isAbout: (text: string) => boolean,
): Iterable<Block> {
  let isAfterComments = false;
  for (const block of page.blocks.slice(article.root.first)) {
    isAfterComments ||= block.index >= article.root.end && claimed.comments.has(block);
    const { kind, length, text, box } = block;
    if (kind !== 'heading' || length > MAX_HEADING_CHARS || claimed.blocks.has(block) || !isAbout(text)) continue;
    if (!isAfterComments || place(box) === 'inside') yield block;
  }
}

/** Headings of such a box, and the names, dates and counts that stand with each entry: so many Blocks for each link. Fixture: clutter/related-cards */
const MAX_CARD_BLOCKS = 8;

/**
 * A box that is called related holds other articles: entries, and where they have excerpts more than one of them or a
 * heading that says what they are. A sentence with a link in it, a notice or a player is the article's, whatever its box
 * is called. Fixture: clutter/named-prose
 */
function isOtherArticles(context: ClutterContext, box: Box, isAbout: (text: string) => boolean): boolean {
  const blocks = context.blocksOf(box);
  const titles = blocks.filter(isTitle);
  if (titles.length === 0 || blocks.length > MAX_CARD_BLOCKS * titles.length) return false;
  if (blocks.some(({ kind }) => kind === 'cell' || kind === 'code' || kind === 'quote')) return false;
  if (findFirst(box.element, 'audio,video,input:not([type=hidden]),textarea,select')) return false;
  const { phrases } = context;
  const isWorded = [...blocks, ...headingBefore(context, box, isAbout).map(({ block }) => block)].some(({ text }) =>
    isAbout(text),
  );
  const isTitled = titles.some(({ text, linkLength }) => linkLength >= MIN_TITLE_CHARS || phrases.is('continue', text));
  if (!isTitled || !leadToPages(context.page, blocks)) return false;
  // Without words that say so, links to several houses may be anything: laws, sources, offices. Fixture: clutter/named-prose
  if (!isWorded && !context.leadToOneHost(titles.flatMap(({ links }) => links))) return false;
  return isWorded || titles.length > 1 || !holdsProse(context, box);
}

/** "READ MORE | TITLE", where a copy has lost the link. Fixture: clutter/related-unlinked */
const MAX_POINTER_CHARS = 180;
const UNLINKED = /^([^:|]{3,30}?) ?[:|] ?([^|]{20,140}[^.:|])$/;

/** "Read more: TITLE" on a line of its own, the title a link. */
function isPointer(context: ClutterContext, line: Line): boolean {
  const { page, isFree, phrases } = context;
  const { text, linkLength, links, block } = line;
  if (links.length === 0 && isCopy(context) && text.length <= MAX_POINTER_CHARS) {
    const label = UNLINKED.exec(text)?.[1];
    return label !== undefined && block.kind === 'paragraph' && phrases.is('related', label) && isFree(line);
  }
  if (linkLength < MIN_TITLE_CHARS || links.length !== 1 || block.kind === 'item') return false;
  // The line may be set like a quotation, if it is all of it.
  const quote = block.kind === 'quote' && closest(block.box.element, 'blockquote');
  if (!isFree(line, quote && collapsedText(quote) === text)) return false;
  if (!leadsToPage(page, links[0] as Element)) return false;
  // The line is the phrase and the link and nothing else.
  const label = text.replace(collapsedText(links[0] as Element), '');
  return label === '' && !quote ? phrases.begins('related', text) !== null : phrases.is('related', label);
}

const MIN_LINK_SHARE = 0.8;
const MAX_LIST_LINES = 12;

/** The links right after a line about other articles, in the same box, all to one host. Empty where there are none. */
function linksAfter(
  { page, lines, isFree, leadToOneHost, place }: ClutterContext,
  at: number,
  isAbout: (text: string) => boolean,
): Line[] {
  const head = lines[at] as Line;
  if (head.text.length > MAX_HEADING_CHARS || !isAbout(head.text) || !isFree(head)) return [];
  if (place(head.block.box) === 'elsewhere') return [];
  let around = head.block.box;
  while (around.parent && around.end === head.block.index + 1) around = around.parent;
  const navigationAround = ({ block }: Line) => closest(block.box.element, 'nav,footer');
  const isEntry = (line: Line) =>
    (line.block.kind !== 'heading' || line.linkLength > 0) &&
    line.linkLength >= MIN_LINK_SHARE * line.text.length &&
    line.links.every((link) => leadsToPage(page, link)) &&
    line.block.index < around.end &&
    navigationAround(line) === navigationAround(head) &&
    isFree(line);
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => !isEntry(line));
  // Where the column ends before the list does, half of the list would stay.
  const last = end < 0 ? rest.at(-1) : undefined;
  if (last && last.block.index + 1 < around.end) return [];
  const list = end < 0 ? rest : rest.slice(0, end);
  // A sentence right under the links speaks of them. Fixture: clutter/related-section
  const next = end < 0 ? undefined : rest[end];
  if (head.block.kind === 'heading' && next && isShortSentence(next)) return [];
  const isList = list.length > 0 && list.length <= MAX_LIST_LINES;
  return isList && leadToOneHost(list.flatMap(({ links }) => links)) ? list : [];
}
