import { commonBox, holdsBlock, upwards } from '../boxes.ts';
import { SENTENCE_END } from '../sentence-end.ts';
import type { Block, Box, Page, VisibilityProbe } from '../types.ts';
import { LITTER_WORDS } from '../vocabulary.ts';
import type { BlockLabel } from './label-passes.ts';
import { MIN_LONG_PROSE } from './likelihood.ts';
import { litterIn } from './litter.ts';
import type { MeasuredPage } from './measure.ts';

/** Log-odds that a Block must have to be taken in, by the rule that left it out for its place or its name alone. */
const MIN_LOG_ODDS: Readonly<Record<BlockLabel, number>> = {
  ...Object.fromEntries(
    'outside inset before-headline card share related comments newsletter aside form nav menu footer'
      .split(' ')
      .map((rule) => [rule, 1]),
  ),
  // Page builders call many things a widget.
  furniture: 2,
};
/** The same beyond the root, where no rule has looked. */
const MIN_LOG_ODDS_BEYOND = 1;
/** Rules that go by class words alone. Captions are told by what they stand beside too, and facts are prose as well. */
const NAMES: ReadonlySet<BlockLabel> = new Set(
  Object.keys(LITTER_WORDS).filter((name) => !/caption|facts|unseen/.test(name)),
);
/** The same amid the text, in a Box of that name that is a passage of text. */
const MIN_LOG_ODDS_OF_PASSAGE = -0.5;
/** What stands behind the text or beyond the root belongs to it from this share of its running text on. */
const MIN_FAIR_SHARE = 0.05;

/**
 * Takes in what the likelihood speaks for and a rule left out for its name or place alone: in the root, and beyond it
 * where that is a fair share of the text, as some sites put each part of an article into a Box of its own. Fixture:
 * parts-apart.
 *
 * @param standfirst stays out of the body
 * @param labels by Block index; changed
 * @returns the Box around all of the article
 */
export function takeSecondLook(
  measured: MeasuredPage,
  root: Box,
  logOdds: Float64Array,
  standfirst: Block | null,
  labels: (BlockLabel | undefined)[],
  visible?: VisibilityProbe,
): Box {
  const { page, prose, proseIn, headline } = measured;
  const body = page.blocks.slice(root.first, root.end).filter(({ index }) => labels[index] === 'body');
  const [first, last] = [body[0]?.index ?? root.end, body.at(-1)?.index ?? root.first];
  const leastFor = (block: Block): number => {
    const { index } = block;
    if (index < root.first || index >= root.end) return MIN_LOG_ODDS_BEYOND;
    const label = labels[index] ?? '';
    // Behind the text stand teasers, whatever an excerpt in them looks like. Fixture: cards-behind.
    if (label === 'card' && index > last) return Number.POSITIVE_INFINITY;
    if (index > first && index < last && NAMES.has(label) && isInPassage(block, page)) return MIN_LOG_ODDS_OF_PASSAGE;
    return MIN_LOG_ODDS[label] ?? Number.POSITIVE_INFINITY;
  };
  const isLikely = (block: Block): boolean => {
    const { kind, box, index, stops, length, linkLength } = block;
    const least = leastFor(block);
    if (kind === 'caption' || kind === 'control' || box.hidden) return false;
    // What a heading heads speaks for it, whatever rule left it out. Fixture: named-amid-text; 47 of the labelled pages.
    if ((logOdds[index] as number) <= (kind === 'heading' ? Math.min(0, least) : least)) return false;
    if (kind !== 'heading') return stops > 0 && (prose[index] as number) >= MIN_LONG_PROSE;
    const next = page.blocks[index + 1];
    return (
      2 * linkLength <= length &&
      next !== undefined &&
      next.kind !== 'heading' &&
      (labels[next.index] === 'body' || isLikely(next))
    );
  };
  const isMissed = (block: Block) => block !== standfirst && isLikely(block) && visible?.(block.box.element) !== false;
  const takeIn = (blocks: readonly Block[]) => {
    for (const { index } of blocks) labels[index] = 'body';
  };
  const isFairShare = (blocks: readonly Block[]) =>
    blocks.reduce((sum, { index }) => sum + Math.max(0, prose[index] as number), 0) >=
    MIN_FAIR_SHARE * (proseIn[root.index] as number);
  const missed = page.blocks
    .slice(root.first, root.end)
    .filter((block) => labels[block.index] !== 'body' && isMissed(block));
  // Before the text stand the points of a summary, and behind it what the site says of itself.
  const behind = missed.filter(({ index }) => index > last);
  takeIn(missed.filter(({ index, kind }) => index <= last && (index > first || kind === 'paragraph')));
  if (behind.length > 1 && isFairShare(behind)) takeIn(behind);
  const own = articlesAround(root);
  const beyond = page.blocks
    .slice((headline?.index ?? -1) + 1)
    .filter((block) => !holdsBlock(root, block) && isMissed(block) && isInside(block.box, own));
  if (!isFairShare(beyond)) return root;
  takeIn(beyond);
  return beyond.reduce((box, block) => commonBox(box, block.box), root);
}

/**
 * The Box that is called litter is a passage: several whole sentences and headings, and no link. A lone line may be what
 * stands in for an ad. Fixtures: passages-named, amp, split.
 */
function isInPassage({ box }: Block, { blocks }: Page): boolean {
  const named = [...upwards(box)].find(({ words }) => litterIn(words));
  if (!named || named.linkLength > 0 || named.end - named.first < 2) return false;
  return blocks.slice(named.first, named.end).every(({ kind, text }) => kind === 'heading' || SENTENCE_END.test(text));
}

const articlesAround = (box: Box): ReadonlySet<Box> =>
  new Set([...upwards(box)].filter(({ tag }) => tag === 'article'));

/** The Box is in no other `article` element than these. */
const isInside = (box: Box, articles: ReadonlySet<Box>): boolean =>
  [...articlesAround(box)].every((article) => articles.has(article));
