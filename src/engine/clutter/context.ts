import { commonBox, isWithin, upwards } from '../boxes.ts';
import { webUrl } from '../dom.ts';
import { isQuoted, isVerse, type Line, linesOf } from '../lines.ts';
import { type Phrases, phrases } from '../phrases/index.ts';
import { inSlices, runToCompletion, SLICE } from '../steps.ts';
import type { Article, Block, Box, Original, Page, Verdict } from '../types.ts';
import { ARTICLE_HEADER_WORDS, COMMENTS_BOX_WORDS, NAVIGATION_WORDS } from '../vocabulary.ts';
import { isAboutOthersWords } from './others-words.ts';
import type { Claimed, ClutterContext } from './types.ts';

/** The page's own regions: what is in these is navigation. */
const LANDMARK_TAGS = /^(?:nav|aside|footer|header)$/;

/** Blocks after the body's Box that belong to `lines`: a copying tool may write its lines just outside of it. */
const MAX_BLOCKS_AFTER = 8;

/** A Block of the article with no more text than this beside its links was taken for the article by mistake. */
const MAX_LABEL_CHARS = 12;
/** A `p` with more text than this is a paragraph. */
const MIN_PROSE_CHARS = 40;

/** The functions are properties, so that a kind can take them apart: `({ isFree, lines }) => …`. */
class PageClutterContext implements ClutterContext {
  readonly page: Page;
  readonly article: Article;
  readonly verdict: Verdict;
  readonly original: Original | null;
  readonly phrases: Phrases;
  readonly claimed: Claimed;
  readonly isOthersWords: boolean;
  readonly likelihoodOfArticle: (block: Block) => number;
  /** Headline, standfirst, body and captions. */
  readonly #kept: ReadonlySet<Block>;
  /** Headline and captions: they are never mere labels. */
  readonly #firm: ReadonlySet<Block>;
  /** The smallest Box around headline and body. */
  readonly #column: Box;
  /** Index of the article's first Block. */
  readonly #start: number;
  readonly #verses = new Set<Block>();
  readonly #inSentence = new Set<Line>();
  #lines: readonly Line[] | undefined;
  #boxesByName: ReadonlyMap<string, readonly Box[]> | undefined;

  constructor(
    { page, article, verdict, original, types = [], likelihoodOfArticle = () => 0 }: Subject,
    claimed: Claimed,
  ) {
    this.page = page;
    this.article = article;
    this.verdict = verdict;
    this.original = original;
    this.phrases = phrases(article.language);
    this.claimed = claimed;
    const { root, headlineBlock, captions, body, standfirst } = article;
    this.#firm = new Set(headlineBlock ? [...captions, headlineBlock] : captions);
    this.#kept = new Set(standfirst ? [standfirst, ...body, ...this.#firm] : [...body, ...this.#firm]);
    this.#column = commonBox(headlineBlock?.box ?? root, root);
    this.#start = Math.min(headlineBlock?.index ?? root.first, root.first);
    this.likelihoodOfArticle = likelihoodOfArticle;
    this.isOthersWords = isAboutOthersWords(page, article, verdict, types);
  }

  get lines(): readonly Line[] {
    runToCompletion(this.readLines());
    return this.#lines as readonly Line[];
  }

  *readLines(): Generator<undefined, void> {
    if (this.#lines) return;
    const { end } = this.article.root;
    const lines: Line[] = [];
    const blocks = this.page.blocks.slice(
      this.#start,
      Math.max(end, Math.min(end + MAX_BLOCKS_AFTER, this.#column.end)),
    );
    for (const [i, block] of blocks.entries()) {
      if (i % SLICE === 0) yield;
      for (const line of this.#linesOf(block)) lines.push(line);
    }
    this.#lines = lines;
  }

  readonly #linesOf = (block: Block): Line[] => {
    const lines = linesOf(block);
    if (isVerse(lines)) this.#verses.add(block);
    for (const [i, line] of lines.entries()) if (goesOn(lines[i - 1], line, lines[i + 1])) this.#inSentence.add(line);
    return lines;
  };

  readonly blocksOf = (box: Box): readonly Block[] => this.page.blocks.slice(box.first, box.end);

  readonly isFree = (line: Line, mayBeQuoted?: boolean | null): boolean =>
    !this.claimed.nodes.has(line.nodes[0] as Node) &&
    !this.claimed.blocks.has(line.block) &&
    !this.#verses.has(line.block) &&
    !this.#inSentence.has(line) &&
    (mayBeQuoted || !isQuoted(line));

  readonly isArticle = (block: Block): boolean => this.#kept.has(block) && !this.claimed.blocks.has(block);

  readonly holdsArticle = (box: Box): boolean =>
    this.blocksOf(box).some(
      (block) =>
        this.isArticle(block) &&
        (this.#firm.has(block) || block.length - block.linkLength > MAX_LABEL_CHARS) &&
        !this.phrases.is('advertisement', block.text),
    );

  readonly isSubheading = ({ kind, index }: Block): boolean => {
    const next = this.page.blocks[index + 1];
    return kind === 'heading' && !!next && (this.isArticle(next) || isParagraph(next));
  };

  readonly place = (box: Box, named?: 'named'): 'inside' | 'after' | 'elsewhere' => {
    const { root } = this.article;
    if (isWithin(box, root)) return 'inside';
    if (box.end <= this.#start) return 'elsewhere';
    for (const up of upwards(box)) {
      if (up === this.#column || isWithin(root, up)) break;
      const isNamedAside = named && up === box && up.tag === 'aside';
      const isNavigation = (LANDMARK_TAGS.test(up.tag) && !isNamedAside) || hasNavigationWords(up);
      // A header, footer or aside inside the article's own element belongs to the article.
      const isArticles = up.parent && isWithin(root, up.parent) && (isSection(up.parent) || isFooterOf(root, up));
      if (isNavigation && !isArticles) return 'elsewhere';
    }
    return isWithin(box, this.#column) && this.#column.tag !== 'body' ? 'inside' : 'after';
  };

  readonly boxesNamed: ClutterContext['boxesNamed'] = (words, more) => this.#named(words, more);

  readonly regions: ClutterContext['regions'] = (words, accept, more) => this.#regions(words, accept, more);

  *#named(words: RegExp, more?: (box: Box) => boolean): Generator<Box | undefined, void, undefined> {
    this.#boxesByName ??= yield* boxesByName(this.page);
    const matched = new Set<Box>();
    for (const named of inSlices(this.#boxesByName)) {
      if (!named) yield undefined;
      else if (words.test(named[0])) for (const box of named[1]) matched.add(box);
    }
    for (const box of inSlices(this.page.boxes)) {
      if (!box) yield undefined;
      else if (matched.has(box) || (more && !box.hidden && more(box))) yield box;
    }
  }

  *#regions(
    words: RegExp,
    accept: (box: Box) => boolean,
    more?: (box: Box) => boolean,
  ): Generator<Box | undefined, void, undefined> {
    const { root } = this.article;
    let end = this.#column.tag === 'body' ? root.index : Math.min(this.#column.index, root.index);
    for (const box of this.#named(words, more)) {
      if (!box) yield undefined;
      else if (box.index >= end && accept(box) && this.#mayBeHidden(box)) {
        end = box.endBox;
        yield box;
      }
    }
  }

  #mayBeHidden(box: Box): boolean {
    const { page, claimed } = this;
    if (box.first < box.end && this.blocksOf(box).every((block) => claimed.blocks.has(block))) return false;
    // The id of a subheading is made of its words.
    const isHeading = box.tag[0] === 'h' && this.isSubheading(page.blocks[box.first] as Block);
    return !this.holdsArticle(box) && !isHeading && this.place(box, 'named') !== 'elsewhere';
  }

  readonly leadToOneHost = (links: readonly Element[]): boolean =>
    new Set(links.map((link) => webUrl(link.getAttribute('href'), this.page.url)?.host)).size === 1;
}

/** @param claimed is kept by the caller, who adds to it what each kind found */
export const makeContext = (subject: Subject, claimed: Claimed): ClutterContext =>
  new PageClutterContext(subject, claimed);

/** What clutter is looked for on. */
export interface Subject {
  readonly page: Page;
  readonly article: Article;
  readonly verdict: Verdict;
  readonly original: Original | null;
  /** What the document says that it is: `Metadata.types`. */
  readonly types?: readonly string[] | undefined;
  /** How likely a Block is to be article, 0 to 1. */
  readonly likelihoodOfArticle?: ((block: Block) => number) | undefined;
}

/** A line without links inside a Block that the line before leads to, or that the next goes on from. Fixture: clutter/lines-in-sentences */
const goesOn = (before: Line | undefined, { links }: Line, next: Line | undefined): boolean =>
  links.length === 0 && ((before && /[:：,،、，]$/.test(before.text)) || (next && /^\p{Ll}/u.test(next.text))) === true;

const isParagraph = ({ box, length }: Block): boolean => box.tag === 'p' && length > MIN_PROSE_CHARS;

const hasNavigationWords = ({ words, parent }: Box): boolean =>
  NAVIGATION_WORDS.test(words) && !ARTICLE_HEADER_WORDS.test(words) && !COMMENTS_BOX_WORDS.test(parent?.words ?? '');

/** A footer anywhere in the `article` that holds the text is the article's. Fixture: clutter/share-footer */
const isFooterOf = (root: Box, { tag, parent }: Box): boolean =>
  tag === 'footer' && [...upwards(parent)].some((up) => up.tag === 'article' && isWithin(root, up));

const isSection = ({ tag }: Box): boolean => tag === 'article' || tag === 'main';

/** A longer class says nothing. */
const MAX_NAME_CHARS = 80;

/** Boxes by each of their classes and their id. A page has few distinct names, so each is matched once. */
function* boxesByName(page: Page): Generator<undefined, Map<string, Box[]>> {
  const byName = new Map<string, Box[]>();
  for (const box of inSlices(page.boxes)) {
    if (!box) yield undefined;
    if (!box || box.hidden || box.words.length < 2) continue;
    for (const name of box.words.split(' ')) {
      const boxes = byName.get(name);
      if (boxes) boxes.push(box);
      else if (name !== '' && name.length <= MAX_NAME_CHARS) byName.set(name, [box]);
    }
  }
  return byName;
}
