import { upwards } from '../boxes.ts';
import { read } from '../dom.ts';
import type { Block } from '../types.ts';
import { isByline } from './byline.ts';
import { leadsInside } from './cards.ts';
import { sizeOf } from './measure.ts';

/** Before, among or after the running text. */
export type PlaceInText = 'start' | 'middle' | 'end';
/** In the flow, inset in the Box that the flow fills, or outside of that Box. */
export type PlaceInFlow = 'flow' | 'inset' | 'outside';

/** A Block with a greater share of its text in links leads elsewhere. */
const MAX_LINK_SHARE = 0.5;
/** In the middle of the text a Block may have more, or be short. */
const MAX_LINK_SHARE_IN_MIDDLE = 0.8;
const MIN_LINKED_CHARS_IN_MIDDLE = 25;

const MAX_DATE_CHARS = 60;
const MAX_ADDRESS_CHARS = 120;
const MAX_RIGHTS_CHARS = 199;

const DATE = /\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|(?<!\d)\d{1,2}:\d{2}(?!\d)/;
/** A date with the month's name. A quotation may end with one too. */
const NAMED_DATE = /(?:^|\s)\d{1,2}\.?\s\D{3,16}\s(?:19|20)\d{2}\b|[^\s!-@]\.?\s\d{1,2},\s(?:19|20)\d{2}\b/;
/** A line that points at the picture above or below it. A text between two such marks is a heading. */
const POINTS_AT_PICTURE = /^[▲▼△▽](?!.*[▲▼△▽]$)/;
const LINE_NUMBERS = /^1 2[\d ]*$/;
/** On a page for printing: the page's own address. */
const ADDRESS_LAST = /\shttps?:\/\/([^\s/]+)(?:\/\S*)?$/;
const RIGHTS = /^\W*(?:©|ⓒ|\(c\)\s|copyright\b)/i;

/**
 * The rule that leaves a Block out of the article, if any.
 *
 * @param prose running text of the Block
 * @param host of the page
 */
export function blockRule(
  block: Block,
  prose: number,
  place: PlaceInText,
  where: PlaceInFlow,
  host: string,
): string | null {
  const { kind, text } = block;
  if (kind === 'control' || kind === 'caption') return kind;
  if (POINTS_AT_PICTURE.test(text) || isUnderPicture(block)) return 'caption';
  if (kind === 'code' && LINE_NUMBERS.test(text)) return kind;
  if (where === 'outside') return place === 'middle' && prose > 0 ? null : 'outside';
  return where === 'inset' ? insetRule(block, prose, place) : flowRule(block, place, host);
}

function insetRule(block: Block, prose: number, place: PlaceInText): string | null {
  const { kind, box, stops } = block;
  if (linkShareOf(block) > MAX_LINK_SHARE) return 'links';
  if (kind === 'code') return null;
  const isPart = kind === 'item' || kind === 'cell' || box.tag === 'summary' || isAllIn(block, /^(?:code|samp)$/);
  if (place === 'middle' && isPart) return null;
  if (prose <= 0) return place === 'middle' && (isVerseLine(block) || isPartOfText(block)) ? null : 'short';
  if (kind === 'quote') return null;
  return place === 'end' || stops === 0 ? 'inset' : null;
}

function flowRule(block: Block, place: PlaceInText, host: string): string | null {
  const { kind, length, stops, text } = block;
  const links = linkShareOf(block);
  if (kind === 'heading') return links > MAX_LINK_SHARE && place !== 'middle' ? 'links' : null;
  const isMostlyLinks = links > MAX_LINK_SHARE_IN_MIDDLE && length >= MIN_LINKED_CHARS_IN_MIDDLE;
  const isText = isReference(block, host) || (place === 'middle' && isLinkedSentence(block));
  if (links > MAX_LINK_SHARE && (place === 'end' || isMostlyLinks) && !isText) return 'links';
  if (place !== 'middle' && length <= MAX_DATE_CHARS) {
    if (DATE.test(text) || isTime(block)) return 'date';
    if (place === 'start' && NAMED_DATE.test(text)) return 'date';
    if (place === 'start' && stops === 0 && isByline(block)) return 'byline';
  }
  if (length <= MAX_ADDRESS_CHARS && ADDRESS_LAST.exec(text)?.[1]?.endsWith(host)) return 'address';
  if (length <= MAX_RIGHTS_CHARS && RIGHTS.test(text)) return 'rights';
  return null;
}

/** Less is the title of something, even with a full stop. Characters of Latin script. */
const MIN_LINKED_SENTENCE_SIZE = 40;
const FULL_STOP = /[.。।۔։።][”"’'»」』)）]?$/;

/** A paragraph that is a sentence, though all or most of it is a link. Titles have no full stop. Fixture: linked-prose. */
const isLinkedSentence = (block: Block): boolean =>
  block.kind === 'paragraph' && FULL_STOP.test(block.text) && sizeOf(block) >= MIN_LINKED_SENTENCE_SIZE;

/** Share of links in the text. A list that is not one of links counts as a whole, whichever of its items is a link. */
function linkShareOf(block: Block): number {
  const { tag, parent } = block.box;
  const measured = tag === 'li' && parent && parent.linkLength <= MAX_LINK_SHARE * parent.length ? parent : block;
  return measured.linkLength / measured.length;
}

/** A text in italics or small print in one Box with a picture. */
const isUnderPicture = (block: Block): boolean =>
  block.box.media > 0 && block.box.end - block.box.first < 2 && isAllIn(block, /^(em|i|small)$/);

/** A bare address, or an item in a list of addresses on other sites: something the article refers to. */
const isReference = ({ kind, text, links }: Block, host: string): boolean =>
  /^(?:https?:|www\.)\S+$/i.test(text) || (kind === 'item' && !links.some((link) => leadsInside(link, host)));

/** What a reader opens, or a line that says whose words a quotation has. Fixtures: copies/quotes, copies/details */
const isPartOfText = ({ box }: Block): boolean =>
  (box.tag === 'footer' && box.parent?.tag === 'blockquote') ||
  [...upwards(box)].slice(0, MAX_BOXES_TO_DETAILS).some(({ tag }) => tag === 'details');
/** A list in a Box in `details`. */
const MAX_BOXES_TO_DETAILS = 5;

/** A line of verse: in a Box of its own beside others like it, without a link or a picture among them. */
function isVerseLine({ kind, box }: Block): boolean {
  const { first, end, index, endBox, linkLength, media } = box.parent ?? box;
  return kind === 'paragraph' && linkLength + media === 0 && end - first > 1 && endBox - index - 1 === end - first;
}

/** Every word stands in one of these elements. */
const isAllIn = ({ nodes }: Block, tags: RegExp): boolean =>
  nodes.every((node) => node.data.trim() === '' || tags.test(read(node, 'parentElement')?.localName ?? ''));

/** A `time` element that names a day. The times in a live blog belong to its entries. */
const isTime = (block: Block): boolean => /\p{L}|\d{4}/u.test(block.text) && isAllIn(block, /^time$/);
