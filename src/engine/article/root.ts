import { holdsBlock, isWithin, upwards } from '../boxes.ts';
import type { Block, Box } from '../types.ts';
import { COMMENT_WORDS, REGION_WORDS } from '../vocabulary.ts';
import { TEXT_TAGS } from './flow.ts';
import { looksOfText } from './looks.ts';
import type { MeasuredPage } from './measure.ts';

const REGION_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'form', 'header', 'menu', 'dialog']);
/** A region with at least this share of the page's running text is not what its words say, unless it is comments. */
const MIN_MAIN_SHARE = 0.5;
/** A look with at least this share of the page's running text is not what its words say. */
const MIN_TEXT_SHARE = 0.75;
/** Unless one Box of that look has more than this share. */
const MAX_SHARE_OF_ONE = 0.75;
/** Running text of a page with an article, at least. */
const MIN_PROSE = 100;
/** The root widens to a Box around it, with the headline in it, that holds so many times as much. */
const MIN_TIMES_WIDER = 2;
/** The Box of the headline is the root unless it has less than this share of the running text that the best Box has. */
const MIN_HEADLINE_SHARE = 0.25;

/**
 * The Box that holds most running text and least of anything else, or `null` where no Box holds enough. Where every text
 * stands in a Box that is called a region, as with page builders that call each a widget, names do not count. Fixture:
 * page-builder.
 */
export const chooseRoot = (measured: MeasuredPage): Box | null =>
  bestRoot(measured, scoreBoxes(measured, true)) ?? bestRoot(measured, scoreBoxes(measured, false));

function bestRoot({ page, headline }: MeasuredPage, { sums, text }: Scores): Box | null {
  let root: Box | null = null;
  let best = MIN_PROSE;
  for (const box of page.boxes) {
    const sum = sums[box.index] as number;
    if (TEXT_TAGS.has(box.tag) && box.parent) continue;
    if (sum > best || (sum === best && root && box.index < root.endBox)) {
      root = box;
      best = sum;
    }
  }
  const around = root && headline && boxAroundHeadline(headline, sums);
  if (!root || !around) return root;
  const isApart = !isNested(root, around) && (sums[around.index] as number) >= MIN_HEADLINE_SHARE * best;
  return widened(isApart ? around : root, headline, text);
}

/**
 * Rows of links can outweigh the rest of a long article: where the Boxes around hold far more text, they are the root.
 * Fixture: links-outweigh-text.
 */
function widened(root: Box, headline: Block, text: Float64Array): Box {
  let widest = root;
  for (const box of upwards(root))
    if (holdsBlock(box, headline) && (text[box.index] as number) >= MIN_TIMES_WIDER * (text[widest.index] as number))
      widest = box;
  return widest;
}

/** By Box index. */
interface Scores {
  /** Running text, less what speaks against it. */
  readonly sums: Float64Array;
  /** Running text alone. */
  readonly text: Float64Array;
}

/**
 * Running text of each Box, without cards and without regions that are not the article. Nothing in a region that does not
 * hold the headline is the article. Fixture: long-footer.
 */
function scoreBoxes(measured: MeasuredPage, byName: boolean): Scores {
  const { page, prose, proseIn, looks, cards, headline } = measured;
  const { boxes, blocks } = page;
  const sums = new Float64Array(boxes.length);
  const text = new Float64Array(boxes.length);
  let whole = 0;
  for (const block of blocks) {
    const { index } = block.box;
    const amount = prose[block.index] as number;
    if (amount > 0) whole += amount;
    if (!cards[index]) text[index] = (text[index] as number) + Math.max(0, amount);
    sums[index] = (sums[index] as number) + (cards[index] ? Math.min(0, amount) : amount);
  }
  const own = articleAround(headline);
  const ownProse = own ? (proseIn[own.index] as number) : 0;
  const [top] = boxes;
  const mainLooks = top
    ? looksOfText(page, looks.short, top, proseIn, MIN_TEXT_SHARE, MAX_SHARE_OF_ONE)
    : new Set<number>();
  const isNamedRegion = ({ words, index }: Box) =>
    byName && !mainLooks.has(looks.short[index] as number) && REGION_WORDS.test(words);
  const isComments = ({ words }: Box) => COMMENT_WORDS.test(words);
  // A single Box of that name may be all there is. Fixture: text-called-comment.
  const isThread = byName || boxes.filter((box) => (proseIn[box.index] as number) > 0 && isComments(box)).length > 1;
  const regions = new Set<Box>();
  for (let i = boxes.length - 1; i > 0; i--) {
    const box = boxes[i] as Box;
    if (!box.parent) continue;
    const sum = sums[i] as number;
    if (sum > 0 && !(headline && holdsBlock(box, headline))) {
      const isSmall = sum < MIN_MAIN_SHARE * whole || (headline !== null && box.tag === 'footer');
      const isRegion = (isThread && isComments(box)) || (isSmall && (REGION_TAGS.has(box.tag) || isNamedRegion(box)));
      // Where the headline has text beside it, an element with a title of its own is another article, however long; with
      // little beside it, it is a section. Fixtures: several-longer, next-article, sections-as-articles.
      const hasText = ownProse >= Math.max(MIN_PROSE, MIN_HEADLINE_SHARE * (proseIn[i] as number));
      const isOther = isSmall || (hasText && blocks[box.first]?.kind === 'heading');
      const isAnother = isOther && isOtherArticle(box, own);
      if ((isRegion && headline) || (isAnother && hasText)) regions.add(box);
      if (isRegion || isAnother) sums[i] = text[i] = 0;
    }
    sums[box.parent.index] = (sums[box.parent.index] as number) + (sums[i] as number);
    text[box.parent.index] = (text[box.parent.index] as number) + (text[i] as number);
  }
  for (const { index, endBox } of regions) sums.fill(0, index, endBox);
  return { sums, text };
}

/** The smallest Box with the headline that holds running text. */
function boxAroundHeadline(headline: Block, sums: Float64Array): Box | null {
  let box: Box | null = headline.box;
  while (box && (sums[box.index] as number) < MIN_PROSE) box = box.parent;
  return box;
}

/** One of the two lies in the other. */
const isNested = (a: Box, b: Box): boolean => isWithin(a, b) || isWithin(b, a);

/** The outermost `article` element around the headline. */
export function articleAround(headline: Block | null): Box | null {
  let found: Box | null = null;
  for (let box: Box | null = headline?.box ?? null; box; box = box.parent) if (box.tag === 'article') found = box;
  return found;
}

/** Another `article` element than the headline's. */
const isOtherArticle = (box: Box, own: Box | null): boolean =>
  box.tag === 'article' && own !== null && !isNested(box, own);
