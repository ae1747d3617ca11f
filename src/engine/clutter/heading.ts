import { isWithin } from '../boxes.ts';
import { type Line, linesOf } from '../lines.ts';
import type { Block, Box } from '../types.ts';
import type { ClutterContext } from './types.ts';

const MAX_HEADING_CHARS = 120;

/**
 * The heading or label right before a piece: without the piece it has no purpose.
 *
 * @param isAbout answers whether a text is about this kind of piece
 */
export function headingBefore(context: ClutterContext, box: Box, isAbout: (text: string) => boolean): Line[] {
  const before = blockBefore(context, box);
  if (!before) return [];
  const isHeading =
    before.kind === 'heading' &&
    !/\d{2}/.test(before.text) &&
    headsNothingElse(before.box, box) &&
    before.linkLength === 0 &&
    !context.isArticle(before);
  return isHeading || isAbout(before.text) ? linesOf(before) : [];
}

/** The heading or label right before a piece, where it says what the piece is. */
export function labelBefore(context: ClutterContext, box: Box, isAbout: (text: string) => boolean): Line[] {
  const before = blockBefore(context, box);
  return before && isAbout(before.text) ? linesOf(before) : [];
}

/** Text beside a form that is about the form: "Every Sunday, three stories", "Your address will not be published". */
const MAX_NOTE_CHARS = 200;
/** How much of it may be links: more of them lead to other pages. Fixture: clutter/heading-edges */
const MAX_NOTE_LINK_CHARS = 40;

/**
 * The Box around a form, where it holds nothing beside the form but a few words about it; else the form itself.
 *
 * @param isAbout answers whether a text is about such forms
 */
export function formWithNotes(
  { blocksOf, isArticle }: ClutterContext,
  box: Box,
  isAbout: (text: string) => boolean,
): Box {
  const { parent, tag, length, linkLength, media } = box;
  const isSmall =
    tag === 'form' &&
    parent &&
    parent.length <= length + MAX_NOTE_CHARS &&
    parent.linkLength <= linkLength + MAX_NOTE_LINK_CHARS &&
    parent.media <= media;
  // Readers' comments stand deeper than notes.
  const isNote = (block: Block) =>
    isWithin(block.box, box) ||
    ((block.box === parent || block.box.parent === parent) && (!isArticle(block) || isAbout(block.text)));
  return isSmall && (isAbout(blocksOf(parent)[0]?.text ?? '') || blocksOf(parent).every(isNote)) ? parent : box;
}

/** What may be the heading or label of a Box, by its place and length. */
export function blockBefore({ article, page, claimed }: ClutterContext, box: Box): Block | null {
  const before = page.blocks[box.first - 1];
  if (!before || before.length > MAX_HEADING_CHARS || !isNear(before.box, box)) return null;
  const isRemovable = before !== article.headlineBlock && !claimed.blocks.has(before) && before.kind !== 'caption';
  return isRemovable ? before : null;
}

/** They stand in the same Box, or one Box further out. */
const isNear = (heading: Box, box: Box): boolean => {
  const around = [heading, heading.parent, heading.parent?.parent];
  return [box.parent, box.parent?.parent].some((outer) => outer && around.includes(outer));
};

/** The piece is the last thing in the heading's Box: the heading cannot be about what follows. */
const headsNothingElse = (heading: Box, box: Box): boolean => heading.parent !== null && heading.parent.end === box.end;
