/** The words of docs/architecture.md as types. Nothing in this file runs. */

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
  /** What Blocks directly inside are. */
  readonly kind: BlockKind;
  /** `id` and `class` in lower case, and the name of a custom element, separated by spaces. Read when first asked for. */
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
  /** White space folded to single spaces, trimmed. A single `<br>` counts as a space. */
  readonly text: string;
  /** `text.length`, UTF-16 units. */
  readonly length: number;
  /** How much of `length` lies in links. */
  readonly linkLength: number;
  /** Links of the run, in order. */
  readonly links: readonly HTMLAnchorElement[];
  /** Sentence marks, of any script, in the text. */
  readonly stops: number;
  /** Commas, of any script, in the text. */
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
  /** More nodes than the engine takes on: nothing else was looked at. */
  readonly tooLarge: boolean;
}

/** Answers whether an element is rendered. Needs layout, so it comes from outside and is asked for few elements. */
export type VisibilityProbe = (element: Element) => boolean;

export type Direction = 'ltr' | 'rtl';

/** What the document says about itself outside its text: JSON-LD and meta elements. Strings are trimmed. */
export interface Metadata {
  /** The best of `titles`. */
  readonly title: string | null;
  /** What JSON-LD, OpenGraph and the document call the page, without repetition. */
  readonly titles: readonly string[];
  /** Those of JSON-LD and meta elements. */
  readonly namedAuthors: readonly string[];
  /** Name of the publisher that JSON-LD or `article:publisher` names. */
  readonly publisher: string | null;
  /** URL of the publisher that JSON-LD names. */
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
  /** The body in reading order, without headline and byline. */
  readonly body: readonly Block[];
  /** Captions of the article's pictures: not body, never litter. */
  readonly captions: readonly Block[];
  /**
   * What each Block was taken for, by its index: `body`, `caption`, or the rule that left it out. Nothing for Blocks
   * that were not looked at, being far from the article.
   */
  readonly labels: readonly (string | undefined)[];
}

export type VerdictKind = 'repost' | 'likely-repost' | 'syndicated' | 'none' | 'not-article';

/** One piece of evidence about where the article came from. */
export interface Signal {
  /** Name of the file in `repost/` that found it. */
  readonly id: string;
  /** What was seen, a quote from the page. */
  readonly quote: string;
  /** Where it was seen, when it has a place on the page. */
  readonly node: Node | null;
  /** Log-odds. Positive speaks for its direction. */
  readonly weight: number;
  readonly direction: 'repost' | 'syndicated' | 'against';
}

export interface Verdict {
  readonly kind: VerdictKind;
  /** 0 to 1: how sure the engine is of `kind`. */
  readonly confidence: number;
  readonly signals: readonly Signal[];
  /** The kind is what the reader said. */
  readonly told?: true;
}

/** What the reader has said about a Page: it outranks what the engine finds. Made by told.ts. */
export interface Told {
  /** The Box that holds the article's body. `null`: the reader has not said. */
  body(page: Page): Box | null;
  /** What the article is found to be, or what the reader says it is. */
  decided(found: Decision): Decision;
  /** Where it is found to be from, or where the reader says. */
  original(found: Original | null): Original | null;
}

/** A Verdict without what led to it. */
export type Decision = Omit<Verdict, 'signals'>;

/** Where the article came from. At least one field is set. */
export interface Original {
  /** Absolute, as the page has it. What a reader gets is in the {@link Details}, without what tracks. */
  readonly url: string | null;
  readonly publisher: string | null;
  /** Host of a redirector that hides the original's address. */
  readonly via: string | null;
  /** The link on the page that names it. */
  readonly link: Element | null;
  /** The address is the reader's. */
  readonly told?: true;
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

/** The site's own furniture: found, but hidden only when the reader turns the kind on. */
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
  /** What it says, white space folded, at most 200 characters. */
  readonly text: string;
  /** Hidden whole. */
  readonly elements: readonly Element[];
  /** Words taken out of text nodes that are otherwise the article's. */
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
  /** Ad tokens: what goes from any article. Found when first asked for. */
  readonly tokens: readonly Clutter[];
  /** Every piece of every kind. Found when first asked for. */
  readonly clutter: readonly Clutter[];
}

/** Key sentences, word for word from the article. */
export interface Summary {
  /** The publisher's own, where it is about this article. */
  readonly description: string | null;
  /** One or two sentences, together at most 60 words. */
  readonly gist: readonly string[];
  /** Up to five further sentences in the page's order. */
  readonly points: readonly string[];
}

/** Words of a {@link Part} that look alike. */
export interface Run {
  /** A line break is one of the page's own (`<br>`). */
  readonly text: string;
  /** Absolute, http or https, without tracking. */
  readonly href: string | null;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
}

/** A Block of the article as it is copied, saved and printed: plain data. */
export interface Part {
  readonly kind: BlockKind;
  /** Of a heading 2 to 6; else how many lists, quotations or tables lie around each other. */
  readonly level: number;
  /** What a list that counts calls the item. */
  readonly number: number | null;
  /** The first Block of its list item. */
  readonly begins: boolean;
  /** Neighbours with the same one are one list, quotation, listing or table; -1 for none. */
  readonly group: number;
  /** Neighbours with the same one are cells of one row; -1 for none. */
  readonly row: number;
  readonly runs: readonly Run[];
}
