import type { Block, Box } from '../types.ts';
import type { Context } from './context.ts';
import { within } from './cut.ts';
import { type Line, linesOf } from './lines.ts';

/** A heading is not longer than this. */
const HEADING = 120;

/**
 * What goes with a piece because it is only there for it: a heading or label right before it, notes right after.
 *
 * @param belongs says of a text whether it is about this kind of piece
 */
export function withHeading(context: Context, box: Box, belongs: (text: string) => boolean): Line[] {
  const named = labelBefore(context, box, belongs);
  const before = context.page.blocks[box.first - 1];
  if (named.length === 0 && before && before.length <= HEADING && mayGo(context, before) && near(before.box, box)) {
    const heads = before.kind === 'heading' && !/\d{2}/.test(before.text) && onlyHeads(before.box, box);
    if (heads && before.linkLength === 0 && !context.isArticle(before)) return linesOf(before);
  }
  return named;
}

/** A heading or label right before a piece that says what it is. */
export function labelBefore(context: Context, box: Box, belongs: (text: string) => boolean): Line[] {
  const before = context.page.blocks[box.first - 1];
  if (!before || before.length > HEADING || !mayGo(context, before) || !near(before.box, box)) return [];
  return belongs(before.text) ? linesOf(before) : [];
}

const mayGo = ({ article, taken }: Context, block: Block) =>
  block !== article.headlineBlock && !taken.blocks.has(block) && block.kind !== 'caption';

/** They stand in the same Box, or one Box further out. */
const near = (heading: Box, box: Box): boolean => {
  const around = [heading.parent, heading.parent?.parent];
  return around.includes(box.parent) || around.includes(box.parent?.parent ?? null);
};

/** The heading's Box has nothing after the piece that it could head as well. */
const onlyHeads = (heading: Box, box: Box): boolean => heading.parent !== null && heading.parent.end === box.end;

/** Forms that are not inside one of the Boxes. */
export const formsOutside = ({ page }: Context, boxes: readonly Box[]): Box[] =>
  page.boxes.filter((box) => box.tag === 'form' && !box.hidden && !boxes.some((outer) => within(box, outer)));
