import type { Line } from '../lines.ts';
import type { Block, Box } from '../types.ts';
import type { ClutterContext, Found } from './types.ts';

/** Running text of a sentence or two, in UTF-16 units beside links. */
export const MAX_PROSE_CHARS = 160;
/** Running text that is article with this likelihood or more goes only by wording and build. */
const MIN_ARTICLE_LIKELIHOOD = 0.3;

/**
 * The one place that every piece of every kind passes before it may be hidden. A class or id word alone hides nothing;
 * nothing that the article stage takes for article goes with a Box; more running text than a sentence or two goes only
 * for two independent reasons. Test: clutter/last-check.test.ts
 */
export function mayBeHidden(context: ClutterContext, { boxes = [], lines = [], reasons }: Found): boolean {
  if (reasons.every((reason) => reason === 'name')) return false;
  const inBoxes = boxes.flatMap(context.blocksOf);
  const isSaid = reasons.includes('wording') && reasons.includes('build');
  const isLikely = (block: Block) => isProse(block) && context.likelihoodOfArticle(block) >= MIN_ARTICLE_LIKELIHOOD;
  if (!isSaid && inBoxes.some(isLikely)) return false;
  if (boxes.some(context.holdsArticle) && !isSaid) return false;
  const ofArticle = [
    ...inBoxes.filter(context.isArticle),
    ...lines.filter(({ block }) => context.isArticle(block)).map(asBlock),
  ];
  if (proseIn(ofArticle) > MAX_PROSE_CHARS) return false;
  return new Set(reasons).size > 1 || proseIn(inBoxes) <= MAX_PROSE_CHARS;
}

/** A line may be a small part of its Block. */
const asBlock = ({ block, text, linkLength }: Line): Measured => ({
  kind: block.kind,
  stops: block.stops,
  length: text.length,
  linkLength,
});

type Measured = Pick<Block, 'kind' | 'stops' | 'length' | 'linkLength'>;

/** Running text without links, in UTF-16 units. */
export const proseIn = (blocks: readonly Measured[]): number =>
  blocks.reduce((sum, block) => sum + (isProse(block) ? block.length - block.linkLength : 0), 0);

/** Sentences rather than a name, a heading or a label. */
const isProse = ({ kind, stops, length, linkLength }: Measured): boolean =>
  kind !== 'heading' && stops > 0 && length - linkLength > MAX_LABEL_CHARS;

const MAX_LABEL_CHARS = 30;

/** The Box has running text of its own. */
export const holdsProse = ({ blocksOf }: ClutterContext, box: Box): boolean => proseIn(blocksOf(box)) > 0;
