import { runToCompletion } from '../steps.ts';
import type { Clutter, ClutterKind, Page } from '../types.ts';
import { collapseWhitespace } from '../whitespace.ts';
import adLabel from './ad-label.ts';
import adSlot from './ad-slot.ts';
import adToken from './ad-token.ts';
import commentForm from './comment-form.ts';
import comments from './comments.ts';
import { makeContext, type Subject } from './context.ts';
import duplicateHeadline from './duplicate-headline.ts';
import feedFooter from './feed-footer.ts';
import { mayBeHidden } from './last-check.ts';
import newsletter from './newsletter.ts';
import postNav from './post-nav.ts';
import related from './related.ts';
import { isBlank, KnownBreaks, planRemoval, RemovedBlocks, SkipList } from './removal.ts';
import scrapedUi from './scraped-ui.ts';
import { withSeparators } from './separators.ts';
import share from './share.ts';
import sourceLink from './source-link.ts';
import type { Claimed, ClutterContext, Found, KindFinder } from './types.ts';
import widget from './widget.ts';

/**
 * Every kind, in the order in which they look: what one has claimed, the next ones leave alone. Where the order matters,
 * a kind says so in its `after`.
 */
export const KIND_FINDERS: Readonly<Record<ClutterKind, KindFinder>> = {
  'ad-token': adToken,
  'duplicate-headline': duplicateHeadline,
  'feed-footer': feedFooter,
  'source-link': sourceLink,
  'ad-slot': adSlot,
  'ad-label': adLabel,
  'comment-form': commentForm,
  comments,
  related,
  share,
  newsletter,
  'scraped-ui': scrapedUi,
  'post-nav': postNav,
  widget,
};

/** Found when it is first asked for: most pages are never cleaned. */
export interface AllClutter {
  /** Ad tokens: hidden on any article. */
  readonly tokens: readonly Clutter[];
  /** Every piece of every kind, with the tokens. */
  readonly all: readonly Clutter[];
  /** Finds them in slices: yields in between, and afterwards `tokens` and `all` answer at once. */
  readonly steps: (which: 'tokens' | 'all') => Generator<undefined, void>;
}

/** Finds what on the page is not the article. What of it is hidden is decided elsewhere. */
export function findClutter(subject: Subject): AllClutter {
  const claimed: Claimed = {
    blocks: new Set(),
    boxes: new Set(),
    lineBlocks: new SkipList(),
    nodes: new Set(),
    comments: new Set(),
  };
  const { 'ad-token': tokenFinder, ...otherFinders } = KIND_FINDERS;
  let context: ClutterContext | undefined;
  let tokens: readonly Clutter[] | undefined;
  let all: readonly Clutter[] | undefined;
  function* steps(which: 'tokens' | 'all'): Generator<undefined, void> {
    context ??= makeContext(subject, claimed);
    tokens ??= yield* findKind(context, 'ad-token', tokenFinder);
    if (which === 'tokens' || all) return;
    const pieces = [...tokens];
    yield* context.readLines();
    for (const [kind, finder] of Object.entries(otherFinders))
      for (const piece of yield* findKind(context, kind as ClutterKind, finder)) pieces.push(piece);
    all = yield* withSeparators(pieces);
  }
  return {
    steps,
    get tokens() {
      runToCompletion(steps('tokens'));
      return tokens as readonly Clutter[];
    },
    get all() {
      runToCompletion(steps('all'));
      return all as readonly Clutter[];
    },
  };
}

/** Finds the pieces of one kind and claims each. */
function* findKind(
  context: ClutterContext,
  kind: ClutterKind,
  { find }: KindFinder,
): Generator<undefined, readonly Clutter[]> {
  const pieces: Clutter[] = [];
  const known = new KnownBreaks();
  for (const found of find(context)) {
    yield;
    if (!found || !mayBeHidden(context, found)) continue;
    const removed = claimLines(context, found);
    const piece = clutterOf(context.page, kind, found, removed, known);
    claimBlocks(context, kind, found, removed);
    if (piece.elements.length + piece.spans.length > 0) pieces.push(piece);
  }
  yield;
  return pieces;
}

/** @returns tells the Blocks of which nothing stays when this piece is hidden, and what was claimed before it */
function claimLines({ claimed }: ClutterContext, { lines = [], boxes = [] }: Found): RemovedBlocks {
  for (const { nodes } of lines) for (const node of nodes) claimed.nodes.add(node);
  for (const { block } of lines)
    if (block.nodes.every((node) => claimed.nodes.has(node) || isBlank(node))) claimed.lineBlocks.add(block.index);
  return new RemovedBlocks(claimed.lineBlocks, boxes);
}

function claimBlocks(
  { claimed, blocksOf }: ClutterContext,
  kind: ClutterKind,
  { lines = [], boxes = [] }: Found,
  removed: RemovedBlocks,
): void {
  for (const box of boxes) claimed.boxes.add(box);
  const whole = lines.map((line) => line.block).filter((block) => removed.has(block));
  for (const block of [...whole, ...boxes.flatMap(blocksOf)]) {
    claimed.blocks.add(block);
    // Fixtures: clutter/related-after-comments, related-after-slot
    if (kind === 'comments' || kind === 'comment-form') claimed.comments.add(block);
  }
}

const MAX_CLUTTER_TEXT_CHARS = 200;

function clutterOf(page: Page, kind: ClutterKind, found: Found, removed: RemovedBlocks, known: KnownBreaks): Clutter {
  const { boxes = [], lines = [], spans = [] } = found;
  const removal = planRemoval(lines, boxes, removed, known);
  const texts = [
    ...boxes.flatMap((box) => page.blocks.slice(box.first, box.end).map((block) => block.text)),
    ...lines.map((line) => line.text),
    ...spans.map(({ node, start, end }) => node.data.slice(start, end)),
  ];
  return {
    kind,
    text: collapseWhitespace(texts.join(' ')).slice(0, MAX_CLUTTER_TEXT_CHARS),
    elements: removal.elements,
    spans: [...removal.spans, ...spans],
  };
}
