/**
 * Everything that the parts of the extension say to each other. Each protocol lists its messages: a message's name is
 * its `type`, the parameter is what else it carries, the result is what it is answered with.
 */
import type { ClutterKind, Direction, Original, Part, Signal, Summary, Verdict } from './engine/types.ts';
import type { Match, Met, Trouble } from './memory/types.ts';
import type { Correction, Description, Rule } from './rules/rule.ts';
import type { Mode } from './settings/schema.ts';
import type { Site } from './settings/site.ts';

/** What the content script does with what the engine found. */
export type Cleaning =
  /** The pieces are hidden. */
  | 'cleaned'
  /** Nothing is hidden, apart from ad tokens. The reader may click "Clean this page". */
  | 'offered'
  /** The reader clicked "Restore this page": nothing is hidden until the tab goes elsewhere. */
  | 'paused'
  /** The page put back what was hidden, again and again. */
  | 'gave-up';

/** A kind of Clutter, or what the reader chose to have hidden. */
export type PieceKind = ClutterKind | 'chosen';

/** A piece as the Report lists it: no nodes. */
export interface ReportedPiece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** What the settings say about one page. Registrations carry it to the page as flag files, see `src/content/flags.ts`. */
export interface PageSettings {
  readonly mode: Mode;
  readonly kindsOff: readonly ClutterKind[];
  readonly kindsOn: readonly ClutterKind[];
  /** Ad tokens go on any article, not only on a page that is cleaned. */
  readonly adTokensAnywhere: boolean;
}

/** All that a tab is told of the settings. It is always told the whole: a tab that has it already does nothing. */
export interface TabState extends PageSettings {
  /** The reader's corrections for the Site, all of them. */
  readonly rules: readonly Rule[];
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
  /** Something is selected on the page. */
  readonly hasSelection: boolean;
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
  readonly pieces: readonly ReportedPiece[];
}

/** Where what is copied comes from. */
export type CopySource = Pick<Report, 'url' | 'original' | 'summary'> & {
  readonly verdict: Pick<Verdict, 'kind'>;
  readonly article: Omit<NonNullable<Report['article']>, 'words' | 'readingMinutes'> | null;
};

/** What is selected on a page, and the direction it is written in. */
export interface SelectedPiece {
  readonly parts: readonly Part[];
  readonly dir: Direction;
}

/** What is selected, and where it comes from. */
export interface SelectionCopy extends SelectedPiece {
  readonly source: CopySource;
}

/** What the reader points at something for. */
export type PickPurpose = 'hide' | 'article';

/** What a person asks for. */
interface Noticed {
  /** Say on the page what happened, with what undoes it. */
  readonly notice?: boolean;
}

/** To the content script of one tab. */
export interface PageProtocol {
  standing(): Standing;
  /** Answered once the popup has injected what makes it: see `src/content/reading.ts`. */
  report(): Report | null;
  /** Show what is hidden, outlined, or hide it again. */
  peek(message: { readonly on: boolean }): Standing;
  /** "Restore this page": restore, and stay so until the tab goes elsewhere. */
  pause(message: Noticed): Standing;
  /** "Clean this page": clean now, whatever the Mode. */
  clean(
    message: Noticed & {
      /** The content script is in this page for this one time: the Site may be `off`. */
      readonly once?: true;
    },
  ): Standing;
  /** The popup has kept a correction. Say so on the page, with what takes it back. */
  corrected(message: { readonly correction: Correction }): void;
  /** The tab has come by itself from a copy on this Site: say so on the page, with the way back. */
  'came-from'(message: { readonly site: Site }): void;
  /** What the settings say now. Mode `off` restores the page and ends the content script, unless it is there `once`. */
  state(message: TabState): StateAnswer | null;
  /** Restore the page and end: the extension is about to be updated. */
  end(): void;
  /** Scroll to a key sentence and highlight it. Answered with whether it was found. */
  'show-sentence'(message: { readonly text: string }): boolean;
  /** Scroll to the Signal with this index in the Report and highlight it. Answered with whether it has a place. */
  'show-signal'(message: { readonly index: number }): boolean;
  /** Answered with the body of the article, to be copied, saved and printed. */
  export(): readonly Part[];
  /** Answered with the article's most telling sentence, to be searched for in quotation marks. */
  'telling-sentence'(): string;
  /** Answered with what a piece of the Report is known by. Where the page has others by now, its words are looked for. */
  describe(message: { readonly index: number; readonly piece: ReportedPiece }): Description | null;
  /** Answered with the outline of each piece in the Report: tags and names, no text. */
  outlines(): readonly string[];
  /** While what is hidden is shown outlined: a button on each piece, which has it shown from now on. */
  'offer-again'(): void;
  /** Let the reader point at something: beginning where the context menu opened, or anywhere. */
  pick(message: { readonly what: PickPurpose; readonly from?: 'pointed' }): void;
}

/** What a content script answers to the settings. */
export interface StateAnswer extends Standing {
  /** What applies corrections is there, see `src/content/corrected.ts`. */
  readonly hasCorrections: boolean;
}

/** To the background. The browser says who sends; `src/background/answers.ts` lists who may send what. */
export interface BackgroundProtocol {
  /** From a content script: the page stands otherwise than before. Open popups hear it too, and ask for a new Report. */
  changed(
    message: Omit<Standing, 'loading'> & {
      /** Kinds of pieces that were not hidden on this page before, one word each. They are counted, if at all. */
      readonly fresh: readonly PieceKind[];
    },
  ): void;
  /**
   * From the popup: the tab's Site is `off`, and the reader clicked "Clean this page". Answered when the content script
   * is there and cleans. Rejects where the browser does not let it in. Nothing is kept.
   */
  'clean-tab'(message: { readonly tabId: number }): void;
  /** From a content script: the page may be a repost, or the reader wants it cleaned. Answered once the cleaner is there. */
  'bring-cleaner'(): boolean;
  /**
   * From a content script: what do the settings say now? Asked where no message reached the page, because it was in the
   * back/forward cache, and for the corrections, which no registration carries.
   */
  'get-state'(): TabState | null;
  /**
   * From a content script: the page's own styles win over its sheet, so hide elements with `attribute` in the sender's
   * tab by CSS of user origin, or take that CSS away again. The background makes the CSS, `[attribute]{display:none
   * !important}`, from the name alone, which matches `/^data-[a-z]{6,12}$/`.
   */
  'user-css'(message: { readonly attribute: string; readonly on: boolean }): void;
  /** From the popup: was the article in a tab met before? */
  recall(message: { readonly tabId: number }): Recollection | null;
  /** From the popup: what is selected on the page of a tab? `null` where nothing is, or nobody can look. */
  selection(message: { readonly tabId: number }): SelectionCopy | null;
  /** From a content script: a correction that the reader made on its page, to be kept for the Site. */
  correct(message: { readonly correction: Correction }): void;
  /**
   * From a content script: its page is a copy, on a Site in Mode `original`, and its original is certainly at `url`. Take
   * the tab there, unless something speaks against it: see `src/background/original.ts`.
   */
  'go-to-original'(message: { readonly url: string }): void;
  /** From a content script: "Go back" was clicked on the original. */
  'back-to-copy'(): void;
  /** From a content script: "Undo" was clicked for a correction that holds on its page. */
  'take-back'(message: { readonly correction: Correction }): void;
}

/** From the background to open popups. */
export interface PopupProtocol {
  /** The content script has been brought into a tab that was without one. */
  arrived(message: { readonly tabId: number }): void;
}

type Message<Protocol, Type extends keyof Protocol> = {
  [T in Type]: { readonly type: T } & (Protocol[T] extends (message: infer Payload) => unknown ? Payload : never);
}[Type];

type Answer<Protocol, Type extends keyof Protocol> = Protocol[Type] extends (message: never) => infer A ? A : never;

export type PageMessage<Type extends keyof PageProtocol = keyof PageProtocol> = Message<PageProtocol, Type>;
export type PageAnswer<Type extends keyof PageProtocol> = Answer<PageProtocol, Type>;
export type BackgroundMessage<Type extends keyof BackgroundProtocol = keyof BackgroundProtocol> = Message<
  BackgroundProtocol,
  Type
>;
export type BackgroundAnswer<Type extends keyof BackgroundProtocol> = Answer<BackgroundProtocol, Type>;
export type PopupMessage = Message<PopupProtocol, keyof PopupProtocol>;

/** What is remembered of the article in a tab. */
export interface Recollection {
  /** Articles at other addresses that are nearly the same, those with most in common first. */
  readonly matches: readonly Match[];
  /** What went wrong with the memory and was not told yet. */
  readonly trouble: Trouble | 'unavailable' | null;
}

/** What is remembered of an article: `src/content/sketch.ts` hands it to the background, as plain data. */
export interface Meeting {
  readonly met: Met;
  readonly sketch: { readonly size: number; readonly bits: readonly number[] };
}
