/**
 * Everything that is said between the parts of the extension. A message has one sender and one receiver:
 * `PageMessage` goes to a tab's content script, `BackgroundMessage` to the background and to open popups.
 */
import type { ClutterKind, Direction, Original, Part, Signal, Summary, Verdict } from './engine/types.ts';
import type { Match, Met, Trouble } from './memory/types.ts';
import type { Correction, Description, Rule } from './rules/rule.ts';
import type { Mode } from './settings/schema.ts';

/** What the content script does with what the engine found. */
export type Cleaning =
  /** The pieces are hidden. */
  | 'cleaned'
  /** Nothing is hidden, apart from ad tokens. The reader may press "Clean this page". */
  | 'offered'
  /** The reader pressed "Not on this page": nothing is hidden until the tab goes elsewhere. */
  | 'paused'
  /** The page put back what was hidden, again and again. */
  | 'gave-up';

/** A kind of Clutter, or what the reader chose to have hidden. */
export type PieceKind = ClutterKind | 'chosen';

export interface HiddenPiece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** How a page stands, as far as the content script tells. */
export interface Standing {
  /** The page is still arriving: ask again at the next `changed`. */
  readonly loading: boolean;
  readonly cleaning: Cleaning;
  /** Pieces hidden now. */
  readonly hidden: number;
}

/** The Analysis reduced to what the popup shows: plain data, no nodes. */
export interface Report extends Standing {
  /** Of the page, without what tracks. */
  readonly url: string;
  /** The page has more nodes than the engine takes on. */
  readonly tooLarge: boolean;
  readonly mode: Mode;
  readonly peeking: boolean;
  readonly verdict: Omit<Verdict, 'signals'> & { readonly signals: readonly Omit<Signal, 'node'>[] };
  readonly original: Omit<Original, 'link'> | null;
  /** `null` when there is no article on the page. */
  readonly article: {
    readonly headline: string | null;
    readonly publisher: string | null;
    readonly byline: string | null;
    readonly published: string | null;
    readonly language: string;
    readonly dir: Direction;
    readonly words: number;
    readonly readingMinutes: number;
  } | null;
  /** `null` when there is no article on the page. */
  readonly summary: Summary | null;
  /** Pieces that are hidden now, or would be when cleaned. */
  readonly pieces: readonly HiddenPiece[];
}

/** To the content script of one tab. */
export type PageMessage =
  /** Answered with the {@link Standing}. */
  | { readonly type: 'standing' }
  /** Answered with a {@link Report}, once the popup has injected what makes it: see `src/content/reading.ts`. */
  | { readonly type: 'report' }
  /** Show what is hidden, outlined, or hide it again. */
  | { readonly type: 'peek'; readonly on: boolean }
  /** "Not on this page": restore, and stay so until the tab goes elsewhere. */
  | { readonly type: 'pause' }
  /** "Clean this page": clean now, whatever the Mode. */
  | { readonly type: 'clean' }
  /** The Site's Mode or the kinds changed. `off` restores and ends the content script. */
  | {
      readonly type: 'mode';
      readonly mode: Mode;
      readonly kindsOff: readonly ClutterKind[];
      readonly kindsOn: readonly ClutterKind[];
      readonly adTokensAnywhere: boolean;
    }
  /** Scroll to a key sentence and highlight it. Answered with whether it was found. */
  | { readonly type: 'show-sentence'; readonly text: string }
  /** Scroll to the Signal with this index in the Report and highlight it. Answered with whether it has a place. */
  | { readonly type: 'show-signal'; readonly index: number }
  /** Answered with the body of the article, to be copied, saved and printed. */
  | { readonly type: 'export' }
  /** Answered with the article's most telling sentence, to be searched for in quotation marks. */
  | { readonly type: 'telling-sentence' }
  /** The reader's corrections for this Site, all of them. */
  | { readonly type: 'rules'; readonly rules: readonly Rule[] }
  /** Answered with what a piece of the Report is known by: found by what it says where the page has others by now. */
  | { readonly type: 'describe'; readonly index: number; readonly piece: HiddenPiece }
  /** Answered with the outline of each piece in the Report: tags and names, no text. */
  | { readonly type: 'outlines' }
  /** While what is hidden is shown outlined: a button on each piece, which has it shown from now on. */
  | { readonly type: 'offer-again' }
  /** Let the reader point at what is to be hidden, or at the article: from where the context menu opened, or anew. */
  | { readonly type: 'pick'; readonly what: Picked; readonly from?: 'pointed' };

/** What the reader points at something for. */
export type Picked = 'hide' | 'article';

/** What answers each {@link PageMessage}; messages that are not listed are answered with nothing. */
export interface PageAnswers {
  standing: Standing;
  report: Report | null;
  peek: Standing;
  pause: Standing;
  clean: Standing;
  /** Whether it has a place on the page to show. */
  'show-sentence': boolean;
  'show-signal': boolean;
  export: readonly Part[];
  'telling-sentence': string;
  /** That it was heard. */
  mode: true;
  rules: true;
  describe: Description | null;
  outlines: readonly string[];
}

/** From a content script, to the background (badge) and to an open popup (asks for a new Report). */
export interface ChangedMessage extends Omit<Standing, 'loading'> {
  readonly type: 'changed';
  /** Kinds of those among them that were not hidden on this page before, a word each: they are counted, if at all. */
  readonly fresh: readonly PieceKind[];
}

/** From the popup: its tab's Site is `off`, and the reader pressed "Clean this page". */
export interface CleanTabMessage {
  readonly type: 'clean-tab';
  readonly tabId: number;
}

/**
 * From a content script whose page came back from the back/forward cache, where no message reaches it. Answered with
 * the `mode` message that holds now; a Site that is `off` has one too.
 */
export interface ShownMessage {
  readonly type: 'shown';
}

/**
 * From a content script: the page's own styles win over its sheet, so hide elements with `attribute` in the sender's
 * tab by CSS of user origin, or take that CSS away again. The background makes the CSS, `[attribute]{display:none
 * !important}`, from the name alone, which matches `/^data-[a-z]{6,12}$/`.
 */
export interface UserCssMessage {
  readonly type: 'user-css';
  readonly attribute: string;
  readonly on: boolean;
}

/** From the popup: was the article in a tab met before? Answered with a {@link Recollection}. */
export interface RecallMessage {
  readonly type: 'recall';
  readonly tabId: number;
}

/** What is remembered of the article in a tab. */
export interface Recollection {
  /** Articles at other addresses that are nearly the same, those with most in common first. */
  readonly matches: readonly Match[];
  /** What went wrong with the memory and was not told yet. */
  readonly trouble: Trouble | 'unavailable' | null;
}

/** What is remembered of an article: the answer of `src/content/sketch.ts`, which crosses over as plain data. */
export interface Meeting {
  readonly met: Met;
  readonly sketch: { readonly size: number; readonly bits: readonly number[] };
}

/** From a content script where the Site has corrections. Answered with them, as a list of Rules. */
export interface RulesMessage {
  readonly type: 'rules';
}

/** From a content script: a correction that the reader made on its page, to be kept for the Site. */
export interface CorrectMessage {
  readonly type: 'correct';
  readonly correction: Correction;
}

/**
 * To the background. `clean-tab` is answered, with nothing, when the content script has been injected into the tab and
 * told to `clean`; it rejects where the browser does not let it in. Nothing is kept.
 */
export type BackgroundMessage =
  | ChangedMessage
  | CleanTabMessage
  | CorrectMessage
  | RecallMessage
  | RulesMessage
  | ShownMessage
  | UserCssMessage;
