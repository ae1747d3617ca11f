import type { Block, Box, Page } from '../types.ts';
import { LITTER_WORDS } from './words.ts';

/** Regions behind the text that have authors and dates of their own. */
const OTHERS = new RegExp(`${LITTER_WORDS.comments?.source}|${LITTER_WORDS.related?.source}|recent|latest`);
/** Regions above the headline that say what day it is now. */
const TOP_TAGS = /^(?:header|nav)$/;

/** How far from headline and text a byline or date can stand, in Blocks. */
const BEFORE = 8;
const AFTER = 12;
const BEHIND = 30;
/** How many Boxes around a Block are asked what they are for. */
const MOST_UP = 8;
/** A line that says who wrote and when is no longer than this. */
const MOST_LENGTH = 200;

/**
 * The Blocks around headline and text that can say who wrote the article and when: those between the headline and
 * the text first, then those just above the headline, then those just behind the text.
 */
export function surroundings(page: Page, headline: Block | null, body: readonly Block[]): Block[] {
  const first = body[0]?.index ?? 0;
  const last = body.at(-1)?.index ?? 0;
  const top = headline && headline.index < first ? headline.index : first;
  const ranges: readonly [number, number][] = [
    [top + 1, Math.min(first + 3, top + 1 + 3 * AFTER)],
    [Math.max(0, top - BEFORE), top],
    [last + 1, last + 1 + BEHIND],
  ];
  const inBody = new Set(body);
  const isOther = ({ box, index }: Block): boolean => {
    let up: Box | null = box;
    for (let i = 0; up && i < MOST_UP && !holds(up, first) && !holds(up, top); i++, up = up.parent)
      if (index < top ? TOP_TAGS.test(up.tag) : index > last && OTHERS.test(up.words)) return true;
    return false;
  };
  return ranges.flatMap(([from, to]) =>
    page.blocks
      .slice(from, to)
      .filter((block) => block.length <= MOST_LENGTH && !block.box.hidden && (!inBody.has(block) || block.length < 80))
      .filter((block) => !isOther(block)),
  );
}

const holds = (box: Box, block: number): boolean => block >= box.first && block < box.end;
