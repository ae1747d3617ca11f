/**
 * How likely each Block is to be article: a logistic model beside the rules, fitted by `npm run fit -- blocks`. The rules
 * choose; the model is asked where a rule goes by a name or a place alone.
 */
import { attribute, read } from '../dom.ts';
import { memoize } from '../memoize.ts';
import { SENTENCE_END } from '../sentence-end.ts';
import type { Article, Block, Box } from '../types.ts';
import { leadsInside } from './cards.ts';
import { MAX_LOOKS, TEXT_TAGS } from './flow.ts';
import { WEIGHTS } from './likelihood-weights.ts';
import { litterIn } from './litter.ts';
import { type MeasuredPage, sizeOf } from './measure.ts';

/** What the model knows of a Block. Shares are of the running text in the root. */
export const FEATURES = [
  'bias',
  'link density',
  'link density of the next',
  'all linked within the site',
  'ends like a sentence',
  'stops per 100 characters',
  'begins with a quotation mark',
  'all in italics',
  'code',
  'item',
  'heading',
  'heading inside the text',
  'size in the root',
  'in the root',
  'card',
  'way share',
  'look and parent share',
  'look of the next',
  'said twice',
  'named litter',
  'in a box named litter',
  'named caption',
  'in a region',
  'picture beside',
  'after the headline',
  'long, under the headline',
  'no headline',
  'blocks since a long one',
  'after the last long one',
  'last tenth',
  'prose of the page',
  'root share',
] as const;
export type Feature = (typeof FEATURES)[number];

const COUNT = FEATURES.length;
/** A Block with more running text counts as long. */
export const MIN_LONG_PROSE = 60;
/** Blocks since a long one are counted up to here. */
const MAX_GAP = 40;
/** A look with this share of the running text is not what its words say. */
const MIN_TEXT_SHARE = 0.25;
const MIN_TITLE_CHARS = 25;
const MAX_ITALIC_NODES = 6;

const REGION_TAGS = /^(?:nav|aside|footer|form|dialog|menu|header)$/;
const REGION_ROLES = /navigation|complementary|contentinfo|banner|dialog|menu|search/;
const QUOTATION_MARK = /^["“”„«»「『‘]/;
const ITALIC = /^(?:em|i)$/;

/** Sizes and counts grow by doubling. */
const log2 = (value: number): number => Math.log2(1 + value);

/** Bits: what a Box is called and is in, up to the root or the Boxes around that. */
const NAMED = 1;
const INSIDE_NAMED = 2;
const CAPTION = 4;
const REGION = 8;

/**
 * The features of every Block, row by row in the order of {@link FEATURES}. Linear in the size of the page.
 */
export function featuresOf({ page, prose, proseIn, looks, headline, cards }: MeasuredPage, root: Box): Float64Array {
  const { blocks, boxes } = page;
  const count = blocks.length;
  const rows = new Float64Array(count * COUNT);
  const whole = Math.max(1, proseIn[root.index] as number);
  // Ways from the top of the page, and looks, with the running text of the root that each holds.
  const { full, short } = looks;
  const ways = new Map<number, number>();
  const way = new Uint32Array(boxes.length);
  const carrier = new Uint32Array(boxes.length);
  const onWay = new Map<number, number>();
  const inLook = new Map<number, number>();
  const inPair = new Map<number, number>();
  const pairOf = ({ index, parent }: Box) =>
    (full[index] as number) * MAX_LOOKS + (parent ? (full[parent.index] as number) : 0);
  const add = <K>(sums: Map<K, number>, key: K, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount);
  for (const box of boxes) {
    const { index, parent } = box;
    if (box.first === box.end) continue;
    const path = (parent ? (way[parent.index] as number) : 0) * MAX_LOOKS + (short[index] as number);
    const known = ways.get(path) ?? ways.size + 1;
    ways.set(path, known);
    way[index] = known;
    carrier[index] = parent && TEXT_TAGS.has(box.tag) ? (carrier[parent.index] as number) : index;
    const held = proseIn[index] as number;
    const isInside = index > root.index && index < root.endBox;
    if (isInside && held > 0 && !(parent && full[parent.index] === full[index]))
      add(inLook, full[index] as number, held);
  }
  const names = new Uint8Array(boxes.length);
  const litterOf = memoize(litterIn);
  for (const box of boxes) {
    const { index, parent, tag, words, element } = box;
    if (box.first === box.end || (index <= root.index && box.endBox > root.index)) continue;
    const above = parent ? (names[parent.index] as number) : 0;
    let own = above & (REGION | INSIDE_NAMED | CAPTION);
    if (above & NAMED) own |= INSIDE_NAMED;
    if ((inLook.get(full[index] as number) ?? 0) < MIN_TEXT_SHARE * whole) {
      const litter = litterOf(words);
      if (litter === 'caption' || tag === 'figure' || tag === 'figcaption') own |= CAPTION;
      else if (litter) own |= NAMED;
      if (REGION_TAGS.test(tag) || REGION_ROLES.test(attribute(element, 'role') ?? '')) own |= REGION;
    }
    names[index] = own;
  }
  const said = new Map<string, number>();
  let firstLong = -1;
  let lastLong = -1;
  for (const { index, text, box } of blocks) {
    add(said, text, 1);
    const amount = prose[index] as number;
    if (amount <= 0 || index < root.first || index >= root.end) continue;
    add(onWay, way[carrier[box.index] as number] as number, amount);
    add(inPair, pairOf(box), amount);
    if (amount < MIN_LONG_PROSE || cards[box.index]) continue;
    if (firstLong < 0) firstLong = index;
    lastLong = index;
  }
  const head = headline?.index ?? -1;
  const pageProse = log2(whole);
  const rootShare = whole / Math.max(1, proseIn[0] as number);
  let before = 0;
  let sinceLong = MAX_GAP;
  for (const block of blocks) {
    const { index, box, kind, text, length, linkLength, stops, links, nodes } = block;
    const isIn = index >= root.first && index < root.end;
    const amount = Math.max(0, prose[index] as number);
    if (isIn) before += amount;
    const size = sizeOf(block);
    const density = linkLength / length;
    const next = blocks[index + 1];
    const named = names[box.index] as number;
    const up = box.parent ?? box;
    const isAfterHeadline = head >= 0 && index > head;
    const isInText = index > firstLong && index < lastLong;
    const share = (amountIn: number | undefined) => Math.min(1, (amountIn ?? 0) / whole);
    let at = index * COUNT;
    const put = (value: number | boolean) => {
      rows[at++] = Number(value);
    };
    put(1);
    put(density);
    put(next ? next.linkLength / next.length : 0);
    put(density > 0.8 && length >= MIN_TITLE_CHARS && leadsInside(links[0] as Element, page.host));
    put(SENTENCE_END.test(text));
    put(Math.min(5, (100 * stops) / size));
    put(QUOTATION_MARK.test(text));
    put(
      nodes.length <= MAX_ITALIC_NODES &&
        nodes.every((node) => node.data.trim() === '' || ITALIC.test(read(node, 'parentElement')?.localName ?? '')),
    );
    put(kind === 'code');
    put(kind === 'item');
    put(kind === 'heading');
    put(kind === 'heading' && isInText);
    put(isIn ? log2(size) : 0);
    put(isIn);
    put(cards[box.index] as number);
    put(share(onWay.get(way[carrier[box.index] as number] as number)));
    put(share(inPair.get(pairOf(box))));
    put(next !== undefined && full[next.box.index] === full[box.index]);
    put((said.get(text) ?? 0) > 1);
    put((named & NAMED) > 0);
    put((named & INSIDE_NAMED) > 0);
    put((named & CAPTION) > 0);
    put((named & REGION) > 0);
    put(up.media > 0 && up.end - up.first <= 3);
    put(isAfterHeadline);
    put(isAfterHeadline && index <= firstLong && size >= MIN_LONG_PROSE);
    put(head < 0);
    put(log2(sinceLong));
    put(index > lastLong);
    put(isIn && whole - before < 0.1 * whole);
    put(pageProse);
    put(rootShare);
    sinceLong = amount >= MIN_LONG_PROSE ? 1 : Math.min(MAX_GAP, sinceLong + 1);
  }
  return rows;
}

const COEFFICIENTS = FEATURES.map((name) => WEIGHTS[name]);

/** The log-odds of every Block to be article, by Block index. */
export function logOddsOf(measured: MeasuredPage, root: Box): Float64Array {
  const rows = featuresOf(measured, root);
  const odds = new Float64Array(measured.page.blocks.length);
  for (let i = 0; i < odds.length; i++) {
    let sum = 0;
    for (let j = 0; j < COUNT; j++) sum += (rows[i * COUNT + j] as number) * (COEFFICIENTS[j] as number);
    odds[i] = sum;
  }
  return odds;
}

/** How likely a Block is to be article, 0 to 1, whatever the rules took it for. A check for what is about to be hidden. */
export const articleLikelihood = ({ logOdds }: Article, { index }: Block): number =>
  1 / (1 + Math.exp(-(logOdds[index] as number)));
