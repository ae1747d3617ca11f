import type { Block, Box, Page } from '../types.ts';
import { TEXT_TAGS } from './flow.ts';
import { COMMENT_WORDS, REGION_WORDS } from './words.ts';

const REGION_TAGS = new Set(['nav', 'footer', 'aside', 'form', 'header', 'menu', 'dialog']);
/** How much of a region's running text counts that by its words or tag is not the article. */
const DISCOUNT = 0;
/** A region with more than this share of the page's running text is not what its words say, unless it is comments. */
const TOO_MUCH = 0.5;
/** Running text that a page with an article has at least. */
const LEAST_PROSE = 100;
/** What stands under the headline is the article unless it is less than this share of what was found elsewhere. */
const NEAR_SHARE = 0.25;

/** The Box that holds most running text and least of anything else, or `null` where no Box holds enough. */
export function chooseRoot(
  page: Page,
  prose: Float64Array,
  proseIn: Float64Array,
  cards: Uint8Array,
  headline: Block | null,
): Box | null {
  const { boxes, blocks } = page;
  const sums = new Float64Array(boxes.length);
  let whole = 0;
  for (const block of blocks) {
    const { index } = block.box;
    const amount = prose[block.index] as number;
    if (amount > 0) whole += amount;
    sums[index] = (sums[index] as number) + (cards[index] ? Math.min(0, amount) : amount);
  }
  const own = articleAround(headline);
  const hasText = own !== null && (proseIn[own.index] as number) >= LEAST_PROSE;
  for (let i = boxes.length - 1; i > 0; i--) {
    const box = boxes[i] as Box;
    let sum = sums[i] as number;
    if (sum > 0 && box.parent) {
      const around = headline && headline.index >= box.first && headline.index < box.end;
      const isSmall = sum < TOO_MUCH * whole;
      // Where the headline has its text beside it, what has a title of its own is another article, however long.
      const isNext = isSmall || (hasText && blocks[box.first]?.kind === 'heading');
      if (
        !around &&
        (COMMENT_WORDS.test(box.words) ||
          (isNext && isApart(box, own)) ||
          (isSmall && (REGION_TAGS.has(box.tag) || REGION_WORDS.test(box.words))))
      ) {
        sum *= DISCOUNT;
        sums[i] = sum;
      }
    }
    if (box.parent) sums[box.parent.index] = (sums[box.parent.index] as number) + sum;
  }
  let root: Box | null = null;
  let best = LEAST_PROSE;
  for (const box of boxes) {
    const sum = sums[box.index] as number;
    if (TEXT_TAGS.has(box.tag) && box.parent) continue;
    if (sum > best || (sum === best && root && box.index < root.endBox)) {
      root = box;
      best = sum;
    }
  }
  const near = root && headline && nearest(headline, sums);
  return near && !within(root as Box, near) && (sums[near.index] as number) >= NEAR_SHARE * best ? near : root;
}

/** A second way to the root: the smallest Box that holds running text with the headline. */
function nearest(headline: Block, sums: Float64Array): Box | null {
  let box: Box | null = headline.box;
  while (box && (sums[box.index] as number) < LEAST_PROSE) box = box.parent;
  return box;
}

/** One of the two lies in the other. */
const within = (a: Box, b: Box): boolean => (a.index <= b.index ? b.index < a.endBox : a.index < b.endBox);

/** The outermost `article` element that the headline stands in. */
function articleAround(headline: Block | null): Box | null {
  let found: Box | null = null;
  for (let box: Box | null = headline?.box ?? null; box; box = box.parent) if (box.tag === 'article') found = box;
  return found;
}

/** Another `article` than the headline's. */
const isApart = (box: Box, own: Box | null): boolean => box.tag === 'article' && own !== null && !within(box, own);
