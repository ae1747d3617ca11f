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
  const before = blockBefore(context, box);
  if (!before) return [];
  const heads = before.kind === 'heading' && !/\d{2}/.test(before.text) && onlyHeads(before.box, box);
  const isHeading = heads && before.linkLength === 0 && !context.isArticle(before);
  return isHeading || belongs(before.text) ? linesOf(before) : [];
}

/** A heading or label right before a piece that says what it is. */
export function labelBefore(context: Context, box: Box, belongs: (text: string) => boolean): Line[] {
  const before = blockBefore(context, box);
  return before && belongs(before.text) ? linesOf(before) : [];
}

/** What a Box says beside its form: "Every Sunday, three stories", "Your address will not be published". */
const MOST_ABOUT = 200;
/** Of it in links: more lead to other pages. */
const MOST_LINKED = 40;

/**
 * The Box around a form that has, beside the form, a few words about it.
 *
 * @param belongs says of a text whether it is about such forms
 */
export function withAbout({ blocksOf, isArticle }: Context, box: Box, belongs: (text: string) => boolean): Box {
  const { parent, tag, length, linkLength, media } = box;
  const isAbout =
    tag === 'form' &&
    parent &&
    parent.length <= length + MOST_ABOUT &&
    parent.linkLength <= linkLength + MOST_LINKED &&
    parent.media <= media;
  // What readers wrote stands deeper.
  const isNote = (block: Block) =>
    within(block.box, box) ||
    ((block.box === parent || block.box.parent === parent) && (!isArticle(block) || belongs(block.text)));
  return isAbout && (belongs(blocksOf(parent)[0]?.text ?? '') || blocksOf(parent).every(isNote)) ? parent : box;
}

/** What may be the heading or label of a Box by its place and length. */
function blockBefore({ article, page, taken }: Context, box: Box): Block | null {
  const before = page.blocks[box.first - 1];
  if (!before || before.length > HEADING || !near(before.box, box)) return null;
  const mayGo = before !== article.headlineBlock && !taken.blocks.has(before) && before.kind !== 'caption';
  return mayGo ? before : null;
}

/** They stand in the same Box, or one Box further out. */
const near = (heading: Box, box: Box): boolean => {
  const around = [heading, heading.parent, heading.parent?.parent];
  return [box.parent, box.parent?.parent].some((outer) => outer && around.includes(outer));
};

/** The heading's Box has nothing after the piece that it could head as well. */
const onlyHeads = (heading: Box, box: Box): boolean => heading.parent !== null && heading.parent.end === box.end;
