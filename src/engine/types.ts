/** The words of docs/architecture.md as types. */
import type { StyleProbe } from './inline-style.ts';

/** What a {@link Block} is, from its element alone. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'caption' | 'quote' | 'code' | 'cell' | 'control';

/**
 * An element that starts a line of its own (block-level by its tag), as a node of a light tree beside the DOM.
 * Boxes stand in document order; the Blocks of a Box are `page.blocks.slice(box.first, box.end)`.
 */
export interface Box {
  /** Place in `Page.boxes`; a parent always comes before its children. */
  readonly index: number;
  readonly element: Element;
  /** Lower-case tag name. */
  readonly tag: string;
  /** The kind of the Blocks directly inside. */
  readonly kind: BlockKind;
  /** `id`, `class` and the name of a custom element, separated by spaces, lower case. Read when first asked for. */
  readonly words: string;
  readonly parent: Box | null;
  readonly depth: number;
  /** Index of the first Block inside. */
  readonly first: number;
  /** Index after the last Block inside. */
  end: number;
  /** Index after the last Box inside. */
  endBox: number;
  /** Sum of `Block.length` inside. */
  length: number;
  /** Sum of `Block.linkLength` inside. */
  linkLength: number;
  /** `true` when it, or a Box around it, is hidden by attribute or inline style. */
  readonly hidden: boolean;
  /** Pictures, players and frames inside, at any depth. */
  media: number;
}

/** The smallest run of content that a reader takes in as one piece. */
export interface Block {
  /** Place in `Page.blocks`, which is document order. */
  readonly index: number;
  readonly kind: BlockKind;
  /** The Box that holds the run directly. */
  readonly box: Box;
  /** Text nodes of the run in order, white space between them included. */
  readonly nodes: readonly Text[];
  /** White space collapsed to single spaces, trimmed. A single `<br>` counts as a space. */
  readonly text: string;
  /** `text.length`, UTF-16 units. */
  readonly length: number;
  /** How much of `length` lies in links. */
  readonly linkLength: number;
  /** Links of the run, in order. */
  readonly links: readonly HTMLAnchorElement[];
  /** How many marks that end a sentence, of any script, are in the text. */
  readonly stops: number;
  /** How many commas, of any script, are in the text. */
  readonly commas: number;
}

/** A document at a URL, as one pass over the DOM sees it. */
export interface Page {
  readonly document: Document;
  readonly url: string;
  /** Host of `url` without a leading `www.`; empty where there is none. */
  readonly host: string;
  readonly blocks: readonly Block[];
  readonly boxes: readonly Box[];
  /** DOM nodes that were visited. */
  readonly nodes: number;
  /** The page has more nodes or text than the engine reads: there are no Blocks and Boxes. */
  readonly tooLarge: boolean;
}

/** Answers whether an element is rendered. That takes layout, so it comes from outside and is asked for few elements. */
export type VisibilityProbe = (element: Element) => boolean;

export type Direction = 'ltr' | 'rtl';

/** What the document states about itself outside its text, in JSON-LD and meta elements. Strings are trimmed. */
export interface Metadata {
  /** The best of `titles`. */
  readonly title: string | null;
  /** Titles in JSON-LD, OpenGraph and the document, without repetition. */
  readonly titles: readonly string[];
  /** The title in OpenGraph, where JSON-LD has it too. */
  readonly agreedTitle: string | null;
  /** Authors in JSON-LD, else in meta elements. */
  readonly namedAuthors: readonly string[];
  /** The site's own name, where JSON-LD or a meta element names it as the author, and nobody else. */
  readonly siteAsAuthor: string | null;
  /** Name of the publisher, in JSON-LD or a meta element. */
  readonly publisher: string | null;
  /** URL of the publisher, in JSON-LD. */
  readonly publisherUrl: string | null;
  /** `og:site_name`, `application-name` or the like. */
  readonly siteName: string | null;
  /** Absolute. */
  readonly canonical: string | null;
  /** `og:url`, absolute. */
  readonly openGraphUrl: string | null;
  readonly language: string | null;
  readonly generator: string | null;
  /** JSON-LD `@type`s and `og:type`, lower case. */
  readonly types: readonly string[];
}

export interface Article {
  readonly headline: string | null;
  /** Where the headline stands on the page, when it does. */
  readonly headlineBlock: Block | null;
  /** BCP 47 tag, `und` when unknown. */
  readonly language: string;
  readonly dir: Direction;
  readonly publisher: string | null;
  readonly canonical: string | null;
  /** The Box that holds the body. */
  readonly root: Box;
  /** The editor's summary between headline and body, where there is one. Not in the body, and never Clutter. */
  readonly standfirst: Block | null;
  /** The body in reading order, without headline, byline and standfirst. */
  readonly body: readonly Block[];
  /** Captions of the article's pictures: not in the body, and never Clutter. */
  readonly captions: readonly Block[];
  /**
   * What each Block was taken for, by its index: `body`, `caption`, or the rule that left it out. Blocks outside of the
   * root have none.
   */
  readonly labels: readonly (string | undefined)[];
  /** How likely each Block is to be article, by its index, as log-odds: what article/likelihood.ts makes of it. */
  readonly logOdds: Float64Array;
}

export type VerdictKind = 'repost' | 'likely-repost' | 'syndicated' | 'none' | 'not-article';

/** One piece of evidence about where the article came from. */
export interface Signal {
  /** Name of the file in `repost/` that found it. */
  readonly id: string;
  /** A quote from the page. */
  readonly quote: string;
  /** Where the quote stands, when it has a place on the page. */
  readonly node: Node | null;
  /** Log-odds, 0 or more. */
  readonly weight: number;
  readonly direction: 'repost' | 'syndicated' | 'against';
}

export interface Verdict {
  readonly kind: VerdictKind;
  /** 0 to 1: how sure the engine is of `kind`. */
  readonly confidence: number;
  readonly signals: readonly Signal[];
  /** The reader has said so. */
  readonly fromUser?: true;
}

/** What the reader has said about a Page. It replaces what the engine finds. Made by user-override.ts. */
export interface UserOverride {
  /** The Box that holds the article's body. `null`: the reader has not said. */
  body(page: Page): Box | null;
  /** The Verdict that the reader has given, else the one that was found. */
  decided(found: Decision): Decision;
  /** The original that the reader has named, else the one that was found. */
  original(found: Original | null): Original | null;
}

/** A Verdict without its Signals. */
export type Decision = Omit<Verdict, 'signals'>;

/** Where the article came from. At least one field is set. */
export interface Original {
  /** Absolute, as the page has it. Details has it without tracking parameters. */
  readonly url: string | null;
  readonly publisher: string | null;
  /** Host of the redirector that hides the original's address. */
  readonly via: string | null;
  /** The link on the page that leads to it. */
  readonly link: Element | null;
  /** The reader has given the address. */
  readonly fromUser?: true;
  /** The page itself links the address as the article’s, and names no other site. */
  readonly isCertain?: true;
}

export const CLUTTER_KINDS = [
  'ad-token',
  'ad-slot',
  'ad-label',
  'source-link',
  'duplicate-headline',
  'comment-form',
  'comments',
  'related',
  'share',
  'newsletter',
  'feed-footer',
  'scraped-ui',
  'post-nav',
  'widget',
] as const;
export type ClutterKind = (typeof CLUTTER_KINDS)[number];

/** Kinds that are part of the site: found, but hidden only when the reader turns them on. */
export const FURNITURE: readonly ClutterKind[] = ['post-nav', 'widget'];

/** Words inside one text node, `start` inclusive and `end` exclusive in its `data`. */
export interface TextSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** One thing on the page that is not the article. */
export interface Clutter {
  readonly kind: ClutterKind;
  /** Its text, white space collapsed, at most 200 UTF-16 units. */
  readonly text: string;
  /** To be hidden whole. */
  readonly elements: readonly Element[];
  /** To be taken out of text nodes that otherwise stay. */
  readonly spans: readonly TextSpan[];
}

/** Everything the engine says about one Page. */
export interface Analysis {
  readonly page: Page;
  readonly metadata: Metadata;
  /** `null` exactly when the verdict is `not-article`. */
  readonly article: Article | null;
  readonly verdict: Verdict;
  readonly original: Original | null;
  /** Ad tokens: they are hidden on any article. Found when first asked for. */
  readonly tokens: readonly Clutter[];
  /** Every piece of every kind. Found when first asked for. */
  readonly clutter: readonly Clutter[];
  /** Finds `tokens`, or `clutter` too, in slices: yields in between, and afterwards both answer at once. */
  readonly clutterSteps: (which: 'tokens' | 'all') => Generator<undefined, void>;
  /** How elements inside a line are set. Asked when the words of the article are wanted, never at page load. */
  readonly style: StyleProbe;
}

/** Key sentences, word for word from the article. */
export interface Summary {
  /** The publisher's description, where it is about this article. */
  readonly description: string | null;
  /** One or two sentences, together at most 60 words. */
  readonly gist: readonly string[];
  /** Up to five further sentences in the page's order. */
  readonly points: readonly string[];
}

/** An element of MathML: of a formula, or of a part of one. */
export interface MathTree {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MathTree | string)[];
}

/** A formula. At least one of its two forms is there. */
export interface Formula {
  /** LaTeX; `''` where none can be made. */
  readonly tex: string;
  readonly mathml: MathTree | null;
  /** Set on a line of its own. */
  readonly isDisplay: boolean;
}

/** A picture, where it is on the web. */
export interface Picture {
  /** Absolute, http or https, of the largest source. */
  readonly url: string;
  /** What stands for it where it is not seen; `''` where the page says nothing. */
  readonly alt: string;
}

/** Words of a {@link Part} with the same formatting and link. */
export interface Run {
  /** A line break stands for a `<br>`. */
  readonly text: string;
  /** Absolute, http or https, without tracking. */
  readonly href: string | null;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
  /** Taken back: it is shown, with a line through it. */
  readonly struck?: true;
  /** Raised or lowered: an exponent, an index. */
  readonly script?: 'sup' | 'sub';
  /** It is the mark of the footnote with this label. `text` is the mark in brackets. */
  readonly note?: string;
  /** It is a formula. `text` is how one reads it. */
  readonly formula?: Formula;
  /** It is a picture amid words. `text` is empty. */
  readonly picture?: Picture;
}

/** A quotation, or an item of a list, around a Part. */
export interface PartContainer {
  readonly kind: 'quote' | 'item';
  /** Neighbours with the same one are in the same quotation or item. */
  readonly id: number;
  /** Neighbours with the same one are items of one list; -1 for a quotation. */
  readonly list: number;
  /** The item's number in a numbered list. */
  readonly number: number | null;
  /** Of an item that can be ticked: whether it is. */
  readonly isDone?: boolean;
}

/** One Block of the article as plain data. */
export interface Part {
  readonly kind: 'paragraph' | 'heading' | 'code' | 'cell' | 'caption' | 'picture';
  /** Of a heading 2 to 6; else 0. */
  readonly level: number;
  /** Quotations and items of lists that it stands in, from the outside in. */
  readonly around: readonly PartContainer[];
  /** Neighbours with the same one are one listing or table; -1 for none. */
  readonly group: number;
  /** Neighbours with the same one are cells of one row; -1 for none. */
  readonly row: number;
  /** Of a cell, its place in the row, from 0: a row may have empty cells before it. */
  readonly column?: number;
  /** Of a cell that names its row or column. */
  readonly isHead?: boolean;
  /** Of a picture. Its `runs` are the caption, if it has one. */
  readonly picture?: Picture;
  /** Of a listing, the language that the page says it is in. */
  readonly language?: string;
  /** It is, or goes on with, the footnote with this label. Footnotes stand at the end. */
  readonly note?: string;
  /** The first Part of its footnote. */
  readonly begins?: boolean;
  readonly runs: readonly Run[];
}
