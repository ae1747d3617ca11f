import type { Line } from '../lines.ts';
import type { Phrases } from '../phrases/index.ts';
import type { Article, Block, Box, ClutterKind, Original, Page, TextSpan, Verdict } from '../types.ts';
import type { SkipList } from './removal.ts';

/** What speaks for a piece: what it is called, what it says, how it is built and where it stands. */
export type Reason = 'name' | 'wording' | 'build';

/** One piece of Clutter as a kind hands it over. Which elements it takes to hide it is worked out later. */
export interface Found {
  /** All that speaks for it. last-check.ts asks whether that is enough. */
  readonly reasons: readonly Reason[];
  /** Hidden whole, with all that is in them. */
  readonly boxes?: readonly Box[];
  readonly lines?: readonly Line[];
  /** Words inside lines that stay. */
  readonly spans?: readonly TextSpan[];
}

/** One kind of Clutter: one file, and one line in find.ts. */
export interface KindFinder {
  /** Kinds that must have looked before this one: it leaves what they claimed, or asks what they claimed. */
  readonly after?: readonly ClutterKind[];
  /**
   * Each piece is claimed as soon as it is handed over: it is no longer free for what is looked for after it. `undefined`
   * is a pause between slices of work.
   */
  find(context: ClutterContext): Iterable<Found | undefined>;
}

/** What is claimed so far, by any kind. */
export interface Claimed {
  /** Blocks of which nothing stays. */
  readonly blocks: Set<Block>;
  /** The Boxes of all pieces. */
  readonly boxes: Set<Box>;
  /** Indexes of those Blocks that were claimed line by line. */
  readonly lineBlocks: SkipList;
  /** The text nodes of all claimed lines. */
  readonly nodes: Set<Node>;
  /** Those of the Blocks that are comments, or the form for one. */
  readonly comments: Set<Block>;
}

/** What every kind reads. Made once for each Page. */
export interface ClutterContext {
  readonly page: Page;
  readonly article: Article;
  readonly verdict: Verdict;
  readonly original: Original | null;
  readonly phrases: Phrases;
  /** The page is a thread, a question with answers or a product: what people wrote below it is what it is about. */
  readonly isOthersWords: boolean;
  /** Lines of the article's column, in order: from the headline to a little after the end of the body's Box. */
  readonly lines: readonly Line[];
  /** Reads the lines in slices. */
  readLines(): Generator<undefined, void>;
  /**
   * The line is not claimed, and is neither code, a quotation, nor part of a poem or of a sentence.
   *
   * @param mayBeQuoted accept a quotation too
   */
  isFree(line: Line, mayBeQuoted?: boolean | null): boolean;
  readonly claimed: Claimed;
  /** The Block is the article's headline, body or caption, and not claimed. */
  isArticle(block: Block): boolean;
  /** The Box holds prose, the headline or a caption of the article: it must not be hidden whole. */
  holdsArticle(box: Box): boolean;
  /** How likely a Block is to be article, 0 to 1; 0 where nobody has said. */
  likelihoodOfArticle(block: Block): number;
  /** The Block is a heading with text under it. */
  isSubheading(block: Block): boolean;
  /**
   * Boxes that may be hidden whole: outside the page's navigation, without a part of the article, not all claimed. Never
   * one inside another. `undefined` is a pause.
   *
   * @param words words of which one is in the class or id
   * @param accept what else must be true of a Box
   * @param more Boxes to look at that do not have the words
   */
  regions(
    words: RegExp,
    accept: (box: Box) => boolean,
    more?: (box: Box) => boolean,
  ): Generator<Box | undefined, void, undefined>;
  /**
   * Where a Box stands: in the article's column, after it in the same column of the page, or elsewhere.
   *
   * @param named the Box has the class words of the kind: then an `aside` is not taken for a side bar
   */
  place(box: Box, named?: 'named'): 'inside' | 'after' | 'elsewhere';
  /** Boxes with these class words, and more, in order. Hidden ones are left out. `undefined` is a pause. */
  boxesNamed(words: RegExp, more?: (box: Box) => boolean): Generator<Box | undefined, void, undefined>;
  blocksOf(box: Box): readonly Block[];
  /** All of the links lead to the same host. */
  leadToOneHost(links: readonly Element[]): boolean;
}
