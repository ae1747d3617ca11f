import { webUrl } from '../dom.ts';
import { type Phrases, phrases } from '../phrases/index.ts';
import type { Article, Block, Box, Original, Page, TextSpan, Verdict } from '../types.ts';
import { within } from './cut.ts';
import { isQuoted, isVerse, type Line, linesOf } from './lines.ts';
import { part } from './words.ts';

/** What a kind's `find` hands back: what to take away, before it is known which elements that means. */
export interface Found {
  /** Taken away whole, with what is in them. */
  readonly boxes?: readonly Box[];
  readonly lines?: readonly Line[];
  /** Words inside lines that stay. */
  readonly spans?: readonly TextSpan[];
}

/** What has been taken so far. */
export interface Taken {
  /** Of which nothing stays. */
  readonly blocks: Set<Block>;
  /** Those of the Blocks that went line by line. */
  readonly lined: Set<Block>;
  /** The texts of all lines. */
  readonly nodes: Set<Node>;
  /** Those of the Blocks that are comments or their form. */
  readonly comments: Set<Block>;
}

/** What every kind reads. Made once for each Page. */
export interface Context {
  readonly page: Page;
  readonly article: Article;
  readonly verdict: Verdict;
  readonly original: Original | null;
  readonly phrases: Phrases;
  /** Lines of the article's column, in order: from the headline to a little after the end of the body's Box. */
  readonly lines: readonly Line[];
  /**
   * No earlier kind took it, and it is neither code, a quotation nor a line of a poem.
   *
   * @param quoted it may be quoted
   */
  isFree(line: Line, quoted?: boolean | null): boolean;
  /** What an earlier kind took. */
  readonly taken: Taken;
  /** A Block that is the article's: headline, body or caption, and not taken by an earlier kind. */
  isArticle(block: Block): boolean;
  /** The Box holds prose, the headline or a caption of the article: it must not go whole. */
  holdsArticle(box: Box): boolean;
  /** A subheading over text. */
  heads(block: Block): boolean;
  /**
   * Boxes outside the page's own navigation that hold nothing of the article and that are accepted; none inside another.
   *
   * @param words one of which is the class or the id
   * @param more what else they may be
   */
  regions(words: RegExp, accept: (box: Box) => boolean, more?: (box: Box) => boolean): Box[];
  /**
   * Where the Box stands: in the article's column, after it in the same column of the page, or elsewhere.
   *
   * @param named it is called what is looked for: an aside that is, is no bar beside the article
   */
  place(box: Box, named?: 'named'): 'inside' | 'after' | 'elsewhere';
  /** Boxes with a class or an id that is one of these words, and more, in order; hidden ones left out. */
  named(words: RegExp, more?: (box: Box) => boolean): Box[];
  blocksOf(box: Box): readonly Block[];
  /** All of the links lead to one host. */
  toOneHouse(links: readonly Element[]): boolean;
}

/** The page's own furniture: what is in these is navigation. */
const LANDMARKS = /^(?:nav|aside|footer|header)$/;
const FURNITURE_WORDS = part(
  /\w*side-?bar\w*|secondary|widget-area|colophon|\w*footer\w*|header|masthead|nav|\w*navbar\w*|navigation|menu|topbar|breadcrumbs?/,
);
/** Foot and head of the article itself, or of one of its parts. */
const OWN = /(?:entry|post|article|story|content|comments?|single|meta)[\s_-]*(?:footer|header)/;
const COMMENTS = /(?:^| )comments(?: |$)/;

/** What a copying tool writes stands right behind the body, sometimes outside its Box: so many Blocks are looked at. */
const AFTER = 8;

/** Not more than this, beside links, is a label that was taken for the article's. */
const LABEL = 12;
/** A paragraph that is longer is one. */
const PROSE = 40;
const own = (block: Block) => block.length - block.linkLength;

export function makeContext(
  page: Page,
  article: Article,
  verdict: Verdict,
  original: Original | null,
  taken: Taken,
): Context {
  const kept = new Set<Block>([...article.body, ...article.captions]);
  if (article.headlineBlock) kept.add(article.headlineBlock);
  const { root, headlineBlock } = article;
  const column = commonBox(headlineBlock?.box ?? root, root);
  const start = Math.min(headlineBlock?.index ?? root.first, root.first);
  const firm = new Set<Block>(article.captions);
  if (headlineBlock) firm.add(headlineBlock);

  const blocksOf = (box: Box) => page.blocks.slice(box.first, box.end);
  const isArticle = (block: Block) => kept.has(block) && !taken.blocks.has(block);
  const holdsArticle = (box: Box) =>
    blocksOf(box).some((block) => isArticle(block) && (firm.has(block) || own(block) > LABEL));
  const heads: Context['heads'] = ({ kind, index }) => {
    const next = page.blocks[index + 1];
    return kind === 'heading' && !!next && (isArticle(next) || (next.box.tag === 'p' && next.length > PROSE));
  };
  const place: Context['place'] = (box, named) => {
    if (within(box, root)) return 'inside';
    if (box.end <= start) return 'elsewhere';
    for (let up: Box | null = box; up && up !== column && !within(root, up); up = up.parent) {
      const landmark = LANDMARKS.test(up.tag) && !(named && up === box && up.tag === 'aside');
      const furniture =
        landmark || (FURNITURE_WORDS.test(up.words) && !OWN.test(up.words) && !COMMENTS.test(up.parent?.words ?? ''));
      // A header, footer or aside that belongs to the article's own element is the article's.
      if (furniture && !(up.parent && isSection(up.parent) && within(root, up.parent))) return 'elsewhere';
    }
    return within(box, column) && column.tag !== 'body' ? 'inside' : 'after';
  };
  let names: Map<string, Box[]> | undefined;
  const named: Context['named'] = (words, more) => {
    names ??= boxesByName(page);
    const matched = new Set<Box>();
    for (const [name, boxes] of names) if (words.test(name)) for (const box of boxes) matched.add(box);
    return page.boxes.filter((box) => matched.has(box) || (more && !box.hidden && more(box)));
  };
  const regions: Context['regions'] = (words, accept, more) => {
    const from = column.tag === 'body' ? root.index : Math.min(column.index, root.index);
    let end = from;
    return named(words, more).filter((box) => {
      if (box.index < end || !accept(box)) return false;
      if (box.first < box.end && blocksOf(box).every((block) => taken.blocks.has(block))) return false;
      // A subheading's id is made of its words.
      const isHeading = box.tag[0] === 'h' && heads(page.blocks[box.first] as Block);
      if (holdsArticle(box) || isHeading || place(box, 'named') === 'elsewhere') return false;
      end = box.endBox;
      return true;
    });
  };
  let lines: Line[] | undefined;
  const verses = new Set<Block>();
  const reads = (block: Block): Line[] => {
    const all = linesOf(block);
    if (isVerse(all)) verses.add(block);
    return all;
  };
  return {
    page,
    article,
    verdict,
    original,
    phrases: phrases(article.language),
    get lines() {
      lines ??= page.blocks.slice(start, Math.max(root.end, Math.min(root.end + AFTER, column.end))).flatMap(reads);
      return lines;
    },
    isFree: (line, quoted) =>
      !taken.nodes.has(line.nodes[0] as Node) &&
      !taken.blocks.has(line.block) &&
      !verses.has(line.block) &&
      (quoted || !isQuoted(line)),
    taken,
    isArticle,
    holdsArticle,
    heads,
    regions,
    place,
    named,
    blocksOf,
    toOneHouse: (links) => new Set(links.map((link) => webUrl(link.getAttribute('href'), page.url)?.host)).size === 1,
  };
}

/** Boxes by each of their classes and their id: a page has few distinct names, so each is looked at once. */
function boxesByName(page: Page): Map<string, Box[]> {
  const names = new Map<string, Box[]>();
  for (const box of page.boxes) {
    if (box.hidden || box.words.length < 2) continue;
    for (const name of box.words.split(' ')) {
      const boxes = names.get(name);
      if (boxes) boxes.push(box);
      else if (name !== '') names.set(name, [box]);
    }
  }
  return names;
}

const isSection = (box: Box) => box.tag === 'article' || box.tag === 'main';

/** The smallest Box around both. */
function commonBox(a: Box, b: Box): Box {
  let up = a;
  while (up.parent && !within(b, up)) up = up.parent;
  return up;
}
