import { findFirst } from '../dom.ts';
import type { Block, Box } from '../types.ts';
import type { Context } from './context.ts';

const LONGEST = 6000;
/** An entry's excerpt is no longer than this. */
const LONGEST_BLOCK = 300;
/** An entry has a headline, and may have an excerpt, a date and a name: so many Blocks for each one that is a link. */
const MOST_PER_LINK = 4;
/** One of few columns in a row of twelve, as grids call them: beside the article, not below it. */
const NARROW = /(?:^|[\s_-])(?:col-(?:\w+-)?[1-4]|span[1-4]|one-(?:third|quarter|fourth)|w-1\/[3-5])(?:$|\s)/;

/**
 * What a heading stands over, when that is nothing but links to other articles, with their pictures, excerpts and
 * dates: the widest Box that begins with the heading, or else the Boxes right behind it.
 *
 * @param belongs says of a heading whether it is about such links
 */
export function listedUnder(context: Context, head: Block, belongs: (text: string) => boolean): readonly Box[] {
  const { page, place, holdsArticle } = context;
  const mayGo = (box: Box) => {
    if (box.length > LONGEST || holdsArticle(box) || place(box) === 'elsewhere') return false;
    return isOfLinks(context, box, head, belongs) && !isNarrow(box);
  };
  let widest: Box | null = null;
  let alone = head.box;
  for (let up: Box | null = head.box; up && up.first === head.index; up = up.parent) {
    if (up.end === head.index + 1) alone = up;
    else if (mayGo(up)) widest = up;
    else if (up.length > LONGEST || holdsArticle(up)) break;
  }
  if (widest) return [widest];
  const behind: Box[] = [];
  for (let i = alone.endBox; alone.parent && i < alone.parent.endBox; ) {
    const box = page.boxes[i] as Box;
    if (!mayGo(box)) break;
    behind.push(box);
    i = box.endBox;
  }
  return behind;
}

function isOfLinks(context: Context, box: Box, head: Block, belongs: (text: string) => boolean): boolean {
  const blocks = context.blocksOf(box).filter((block) => block !== head);
  const links = blocks.filter((block) => block.linkLength > 0.5 * block.length);
  if (links.length === 0 || blocks.length > MOST_PER_LINK * links.length) return false;
  const isEntry = ({ kind, length, linkLength, text }: Block) =>
    length <= LONGEST_BLOCK && (kind !== 'heading' || linkLength > 0 || belongs(text));
  if (!blocks.every(isEntry) || findFirst(box.element, 'input:not([type=hidden]),textarea,select')) return false;
  return context.toOneHouse(links.flatMap((block) => block.links));
}

function isNarrow(box: Box): boolean {
  for (let up: Box | null = box; up; up = up.parent) if (NARROW.test(up.words)) return true;
  return false;
}
