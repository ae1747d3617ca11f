import type { Block, Box, Page } from '../types.ts';
import { OTHER_ARTICLES_WORDS } from '../vocabulary.ts';

/** Regions above the headline that show today's date. */
const TOP_TAGS = /^(?:header|nav)$/;

/** How far from headline and text a byline or date can stand, in Blocks. */
const BLOCKS_BEFORE_HEADLINE = 8;
const BLOCKS_AFTER_HEADLINE = 36;
const BLOCKS_AFTER_TEXT = 30;
/** Boxes around a Block whose tag and class words are looked at. */
const MAX_BOXES_AROUND = 8;
/** A longer Block is not a byline or a date. */
const MAX_LINE_CHARS = 200;

/** A Block of the body that is shorter may be a byline that was taken for text. */
const MIN_BODY_CHARS = 80;

/**
 * The Blocks around headline and text that may tell who wrote the article and when: those between headline and text
 * first, then those above the headline, then those after the text.
 */
export function surroundings(page: Page, headline: Block | null, body: readonly Block[]): Block[] {
  const first = body[0]?.index ?? 0;
  const last = body.at(-1)?.index ?? 0;
  const top = headline && headline.index < first ? headline.index : first;
  const ranges: readonly [number, number][] = [
    [top + 1, Math.min(first + 3, top + 1 + BLOCKS_AFTER_HEADLINE)],
    [Math.max(0, top - BLOCKS_BEFORE_HEADLINE), top],
    [last + 1, last + 1 + BLOCKS_AFTER_TEXT],
  ];
  const inBody = new Set(body);
  const isOther = ({ box, index }: Block): boolean => {
    let up: Box | null = box;
    for (let i = 0; up && i < MAX_BOXES_AROUND && !holds(up, first) && !holds(up, top); i++, up = up.parent)
      if (index < top ? TOP_TAGS.test(up.tag) : index > last && OTHER_ARTICLES_WORDS.test(up.words)) return true;
    return false;
  };
  return ranges.flatMap(([from, to]) =>
    page.blocks
      .slice(from, to)
      .filter(
        (block) =>
          block.length <= MAX_LINE_CHARS && !block.box.hidden && (!inBody.has(block) || block.length < MIN_BODY_CHARS),
      )
      .filter((block) => !isOther(block)),
  );
}

const holds = (box: Box, block: number): boolean => block >= box.first && block < box.end;
