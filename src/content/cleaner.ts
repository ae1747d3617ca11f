import { read } from '../engine/dom.ts';
import type { Analysis } from '../engine/types.ts';
import type { Cleaning, PageSettings, Standing } from '../messages.ts';
import type { Arrival } from './arrival.ts';
import { corrections } from './beside.ts';
import type { Followed } from './follow.ts';
import type { Hiding } from './hide.ts';
import { PageAnalyzer } from './page-analyzer.ts';
import { piecesToHide } from './pieces-to-hide.ts';
import { PutBackCounter } from './put-back.ts';
import { type ChangedMessage, ChangeReporter } from './report-changes.ts';
import type { SettingsUser } from './settings.ts';
import { SparedPieces } from './spared.ts';
import { CleanerStates } from './state.ts';
import { type HiddenPiece, MAX_HIDDEN, sizeOf } from './types.ts';
import type { Viewport } from './viewport.ts';

export interface Surroundings {
  readonly document: Document;
  readonly hiding: Hiding;
  /** What the watcher hid as it came. */
  readonly arrival: Arrival;
  readonly viewport: Viewport;
  /** Whether the reader may have selected something by now. */
  readonly hasSelected: () => boolean;
  /** Runs what changes the document, so that it is not taken for the page's doing. */
  readonly withoutObserving: (act: () => void) => void;
  /** Called when what is hidden may be another than it was. */
  readonly applied: () => void;
  /** Told when the page stands otherwise than it did. */
  readonly changed: (message: ChangedMessage) => unknown;
  /** The time in milliseconds. */
  readonly now?: () => number;
}

/**
 * Cleans one page, from when somebody wants that: has it analyzed, hides what the state of the page says, and follows what the
 * page does to itself. What is decided about the page, and why, is in {@link CleanerStates}.
 */
export class Cleaner implements Followed, SettingsUser {
  readonly #around: Surroundings;
  readonly #states: CleanerStates;
  readonly #analyzer: PageAnalyzer;
  readonly #putBack: PutBackCounter;
  readonly #reporter: ChangeReporter;
  readonly #spared: SparedPieces;
  /** Places of tokens into which the page has put something else since it was analyzed. */
  readonly #outdated = new Set<Element>();

  constructor(around: Surroundings, settings: PageSettings) {
    const { document, hiding, arrival, hasSelected, changed, now = () => performance.now() } = around;
    this.#around = around;
    this.#states = new CleanerStates(settings);
    this.#reporter = new ChangeReporter(changed);
    this.#putBack = new PutBackCounter(now);
    this.#spared = new SparedPieces(document, () => this.#apply(), hasSelected);
    this.#analyzer = new PageAnalyzer({
      document,
      hiding,
      now,
      states: this.#states,
      reporter: this.#reporter,
      arrival,
      analyzed: () => {
        this.#outdated.clear();
        this.#apply();
      },
    });
  }

  get analysis(): Analysis | null {
    return this.#states.analysis;
  }

  /** The page has more in it than can be looked at. */
  get isTooLarge(): boolean {
    return this.#analyzer.isTooLarge || (this.analysis?.page.tooLarge ?? false);
  }

  get settings(): PageSettings {
    return this.#states.settings;
  }

  get cleaning(): Cleaning {
    return this.#states.cleaning;
  }

  get standing(): Standing {
    return {
      loading: !this.#states.isWhole && !this.isTooLarge,
      cleaning: this.cleaning,
      hidden: this.#around.hiding.pieces.length,
    };
  }

  /** Whether every change of the page matters, and not only tokens: something was found, or the page is cleaned anyway. */
  get needsEveryChange(): boolean {
    return this.#analyzer.needsEveryChange;
  }

  // What the page does.

  /** A text node came or changed: hides ad tokens in it at once. */
  textArrived(node: Text): void {
    if (this.#isHidingTokens) this.#around.arrival.hideTokenIn(node);
  }

  /**
   * What is hidden may be something else now. Where a page changes it all the time, the place of a token is shown until it
   * is looked at: a list that reuses its rows has something else in it.
   */
  hiddenChanged(elements: ReadonlySet<Element>): void {
    if (this.#mayRush()) {
      this.#analyzer.analyze();
      return;
    }
    this.#analyzer.schedule();
    const tokens = this.#around.hiding.pieces.filter(({ kind }) => kind === 'ad-token');
    const ofTokens = tokens.flatMap((piece) => piece.elements).filter((element) => elements.has(element));
    if (ofTokens.length === 0) return;
    for (const element of ofTokens) this.#outdated.add(element);
    this.#apply();
  }

  /** The page has new content. */
  contentArrived(): void {
    if (this.#analyzer.hasNavigated) this.#navigate();
    if (this.#around.hiding.marks.hasDetached && this.#mayRush()) this.#analyzer.analyze();
    else if (!this.#isLoading) this.#analyzer.schedule();
    else if (corrections()?.choseMore()) this.#apply();
    else this.#hideRepeatedHeadline();
  }

  /** The document has been parsed. */
  pageParsed(): void {
    this.#analyzer.pageParsed();
  }

  /** Nothing more is to come, and the page's own scripts have begun. */
  pageLoaded(): void {
    this.#apply();
  }

  /** `document.open`: another document in the place of the last one. */
  documentReplaced(): void {
    this.#navigate();
    this.#states.startOver();
    this.#analyzer.startOver();
    this.#around.arrival.forget();
    this.#around.hiding.restore();
  }

  /** The address may have changed without a new document. */
  onNavigate(): void {
    if (!this.#analyzer.hasNavigated) return;
    this.#navigate();
    this.#analyzer.schedule();
  }

  /** The page took the mark away from a hidden element. */
  markRemoved(element: Element): void {
    if (this.#putBack.isTooOften(element)) this.#giveUp();
    else this.#around.hiding.marks.markAgain(element);
  }

  /** The page threw our sheet out. */
  sheetRemoved(): void {
    if (this.#putBack.isTooOften('sheet')) this.#giveUp();
  }

  /** The page shows these elements whatever we do. */
  keptShown(elements: readonly Element[]): void {
    this.#spared.keptShown(elements);
  }

  // What the reader does.

  listen(signal: AbortSignal): void {
    this.#spared.listen(signal);
  }

  /** "Clean this page", whatever the settings say. */
  clean(): void {
    this.#states.clean();
    this.#putBack.forgive();
    if (!this.analysis) this.#analyzer.analyze();
    this.#apply();
  }

  /** Remembers what is decided about the page. @returns what puts it back */
  keep(): () => void {
    const putBack = this.#states.keep();
    return () => {
      putBack();
      this.#apply();
    };
  }

  /** "Restore this page": restores it, and leaves it alone until the tab goes elsewhere. */
  pause(): void {
    this.#states.pause();
    this.#apply();
  }

  /** Shows what is hidden, outlined and named, or hides it again. */
  peek(on: boolean): void {
    const { hiding, viewport, withoutObserving, applied } = this.#around;
    withoutObserving(() => viewport.hold(this.#anchors(), () => hiding.peek(on)));
    applied();
  }

  /** Whoever opens the popup wants to know about the page, and to hear of it where it is not known yet. */
  ensureAnalysis(): void {
    if (this.analysis) return;
    this.#reporter.await();
    this.#analyzer.ask();
  }

  setSettings(settings: PageSettings): void {
    this.#states.setSettings(settings);
    if (this.needsEveryChange && !this.#isLoading) this.ensureAnalysis();
    this.#apply();
  }

  /** The reader's corrections are others than they were. */
  correctionsChanged(): void {
    this.#apply();
    if (!this.analysis && this.#isLoading) return;
    // Whoever made the correction waits to hear of it, whichever analysis is the next to come to its end.
    this.#reporter.await();
    this.#analyzer.analyze();
  }

  /** Ends. What is hidden stays hidden. */
  stop(): void {
    this.#analyzer.stop();
  }

  // Hiding.

  #hideRepeatedHeadline(): void {
    if (this.analysis || corrections() || !this.#isHidingTokens) return;
    if (this.settings.kindsOff.includes('duplicate-headline')) return;
    this.#around.arrival.hideRepeatedHeadline();
  }

  /** Whether ad tokens that arrive are hidden before the page is analyzed again. */
  get #isHidingTokens(): boolean {
    const { cleaning, analysis } = this;
    if (this.settings.kindsOff.includes('ad-token') || cleaning === 'paused' || cleaning === 'gave-up') return false;
    if (!this.settings.adTokensAnywhere && cleaning !== 'cleaned') return false;
    return analysis === null || analysis.article !== null;
  }

  /** Hides what is to be hidden by now, puts back everything else, and says so. */
  #apply(): void {
    const { hiding, viewport, withoutObserving, applied } = this.#around;
    if (sizeOf(this.#chosen) > MAX_HIDDEN) this.#analyzer.giveUp();
    let pieces = this.#wanted();
    if (this.#putBack.cameBackTooOften(pieces, hiding)) {
      this.#states.giveUp();
      pieces = this.#wanted();
    }
    withoutObserving(() => {
      if (haveSameElements(pieces, hiding.pieces)) hiding.set(pieces);
      else viewport.hold(this.#anchors(), () => hiding.set(pieces));
      hiding.forgetDetached();
    });
    applied();
    this.#reporter.report(this.standing, hiding.pieces);
  }

  /**
   * What is to be hidden, were it for us. Until the page's own scripts have read what was sent, only tokens are, unless
   * the reader wants more.
   */
  get #chosen(): readonly HiddenPiece[] {
    const { document, arrival } = this.#around;
    if (!this.#states.isWhole && !this.#states.isAskedToClean) return this.#isHidingTokens ? arrival.pieces : [];
    const isLoaded = read(document, 'readyState') === 'complete';
    return piecesToHide(this.analysis, this.settings, this.cleaning, isLoaded);
  }

  /** The same with the reader's corrections, and without what has to stay in view for now. */
  #wanted(): readonly HiddenPiece[] {
    const { hiding } = this.#around;
    const chosen = this.#chosen.filter(({ elements }) => !elements.some((element) => this.#outdated.has(element)));
    const pieces = corrections()?.applied(chosen, this.analysis, this.cleaning) ?? chosen;
    const [article] = this.#articleElements();
    return this.#spared.without(pieces, (node) => hiding.has(node), article ?? null);
  }

  #giveUp(): void {
    this.#states.giveUp();
    this.#apply();
  }

  /** Another page in the same document: what the reader asked for was about the last one. */
  #navigate(): void {
    this.#analyzer.navigate();
    this.#states.navigate();
    this.#putBack.reset();
    this.#reporter.forgetPieces();
  }

  #mayRush(): boolean {
    return this.#analyzer.mayRush && this.#putBack.mayRush();
  }

  get #isLoading(): boolean {
    return read(this.#around.document, 'readyState') === 'loading';
  }

  /** Elements of the article, of which the first in view stays where it is. */
  *#anchors(): Generator<Element> {
    for (const element of this.#articleElements()) if (!this.#around.hiding.marks.covers(element)) yield element;
  }

  *#articleElements(): Generator<Element> {
    for (const { box } of this.analysis?.article?.body ?? []) if (read(box.element, 'isConnected')) yield box.element;
  }
}

function haveSameElements(a: readonly HiddenPiece[], b: readonly HiddenPiece[]): boolean {
  const elements = new Set(b.flatMap((piece) => piece.elements));
  const own = a.flatMap((piece) => piece.elements);
  return own.length === elements.size && own.every((element) => elements.has(element));
}
