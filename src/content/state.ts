/** What is decided about the page, and each event that leads from one decision to the next. Pure: nothing is hidden here. */
import type { Analysis } from '../engine/types.ts';
import type { Cleaning, PageSettings } from '../messages.ts';

interface Analyzed {
  readonly analysis: Analysis;
  /** The whole page was analyzed, not only what had arrived of it. */
  readonly isWhole: boolean;
}

export type CleanerState =
  /** The page is arriving, or waits for its first analysis. */
  | { readonly is: 'waiting'; readonly known: null }
  /** The first analysis is under way. Later ones are made while the page stays as it is. */
  | { readonly is: 'analyzing'; readonly known: null }
  /** The pieces are hidden. */
  | { readonly is: 'cleaned'; readonly known: Analyzed }
  /** Nothing is hidden apart from ad tokens: there is no article, or it is no repost. */
  | { readonly is: 'left-alone'; readonly known: Analyzed }
  /** The reader wants the page as it is. */
  | { readonly is: 'paused'; readonly known: Analyzed | null }
  /** The page put back what was hidden, again and again. */
  | { readonly is: 'given-up'; readonly known: Analyzed | null };

const CLEANINGS: Readonly<Record<CleanerState['is'], Cleaning>> = {
  waiting: 'offered',
  analyzing: 'offered',
  cleaned: 'cleaned',
  'left-alone': 'offered',
  paused: 'paused',
  'given-up': 'gave-up',
};

const START: CleanerState = { is: 'waiting', known: null };

export class CleanerStates {
  #state: CleanerState = START;
  #settings: PageSettings;
  /** The reader clicked "Clean this page", which is above the settings until the tab goes elsewhere. */
  #isAskedToClean = false;

  constructor(settings: PageSettings) {
    this.#settings = settings;
  }

  get current(): CleanerState {
    return this.#state;
  }

  get settings(): PageSettings {
    return this.#settings;
  }

  get analysis(): Analysis | null {
    return this.#state.known?.analysis ?? null;
  }

  /** The reader clicked "Clean this page". */
  get isAskedToClean(): boolean {
    return this.#isAskedToClean;
  }

  /** As the popup and the background know it. */
  get cleaning(): Cleaning {
    return CLEANINGS[this.#state.is];
  }

  /** Whether the whole page has been analyzed. */
  get isWhole(): boolean {
    return this.#state.known?.isWhole ?? false;
  }

  /** An analysis begins. */
  startAnalysis(): void {
    if (this.#state.is === 'waiting') this.#state = { is: 'analyzing', known: null };
  }

  /** The analysis of half a page came to nothing that can be acted on. */
  undecided(): void {
    if (this.#state.is === 'analyzing') this.#state = START;
  }

  /** An analysis has come to its end. @param isWhole the page had been parsed by then */
  analyzed(analysis: Analysis, isWhole: boolean): void {
    const known = { analysis, isWhole: isWhole || this.isWhole };
    const { is } = this.#state;
    if (is === 'paused' || is === 'given-up') this.#state = { is, known };
    else this.#decide(known);
  }

  /** Remembers what is decided. @returns what puts it back */
  keep(): () => void {
    const { is } = this.#state;
    const isAskedToClean = this.#isAskedToClean;
    return () => {
      const { known } = this.#state;
      this.#isAskedToClean = isAskedToClean;
      if (is === 'paused' || is === 'given-up') this.#state = { is, known };
      else this.#decide(known);
    };
  }

  /** "Restore this page". */
  pause(): void {
    this.#isAskedToClean = false;
    this.#state = { is: 'paused', known: this.#state.known };
  }

  /** "Clean this page". */
  clean(): void {
    this.#isAskedToClean = true;
    this.#decide(this.#state.known);
  }

  /** The page put back what was hidden too often. */
  giveUp(): void {
    if (this.#state.is !== 'paused') this.#state = { is: 'given-up', known: this.#state.known };
  }

  /** The settings are above what the reader asked for before. */
  setSettings(settings: PageSettings): void {
    this.#settings = settings;
    this.#isAskedToClean = false;
    if (this.#state.is !== 'given-up') this.#decide(this.#state.known);
  }

  /** Another page in the same document. What was known is kept until there is better. */
  navigate(): void {
    this.#isAskedToClean = false;
    this.#decide(this.#state.known);
  }

  /** Another document in the place of the last one. */
  startOver(): void {
    this.#isAskedToClean = false;
    this.#state = START;
  }

  #decide(known: Analyzed | null): void {
    if (known) this.#state = { is: this.isToClean(known.analysis) ? 'cleaned' : 'left-alone', known };
    else if (this.#state.is !== 'analyzing') this.#state = START;
  }

  /** Whether such a page is cleaned, as things are. */
  isToClean({ article, verdict }: Analysis): boolean {
    return article !== null && (this.#isAskedToClean || this.#settings.mode === 'always' || verdict.kind === 'repost');
  }
}
