import { analyzeSteps } from '../engine/analyse.ts';
import { read } from '../engine/dom.ts';
import { ownStyle } from '../engine/inline-style.ts';
import type { Analysis } from '../engine/types.ts';
import { AnalysisRunner } from './analysis-run.ts';
import type { Arrival } from './arrival.ts';
import { corrections } from './beside.ts';
import type { Hiding } from './hide.ts';
import { checkVisibility, computedStyle } from './nodes.ts';
import { pieceKey } from './piece-key.ts';
import { piecesToHide } from './pieces-to-hide.ts';
import type { ChangeReporter } from './report-changes.ts';
import type { CleanerStates } from './state.ts';
import { TokenBucket } from './token-bucket.ts';

/** Share of the main thread that analyses may take. */
const SHARE = 0.015;
/** Each analysis that changes nothing halves the share, this many times at most. */
const MAX_HALVINGS = 4;
/** Between a change of the page and the analysis of it. */
const SETTLE_MS = 250;

interface AnalyzerSurroundings {
  readonly document: Document;
  readonly hiding: Hiding;
  readonly states: CleanerStates;
  readonly reporter: ChangeReporter;
  readonly arrival: Arrival;
  /** Called when an analysis has changed what is known of the page. */
  readonly analyzed: () => void;
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** Decides when the page is analyzed, and has the engine do it. */
export class PageAnalyzer {
  readonly #around: AnalyzerSurroundings;
  readonly #bucket: TokenBucket;
  readonly #runner: AnalysisRunner;
  /** The address that everything known is about. */
  #url: string;
  /** See {@link giveUp}. */
  #isTooLarge = false;
  /** Somebody wants to know what has come so far, be it little. */
  #isAsked = false;
  /** Analyses in a row that changed nothing. */
  #unchanged = 0;

  constructor(around: AnalyzerSurroundings) {
    const { now } = around;
    this.#around = around;
    this.#bucket = new TokenBucket(SHARE, () => this.analyze(), now);
    this.#runner = new AnalysisRunner({
      onCost: (cost) => this.#bucket.spend(cost),
      onTooLong: () => {
        this.giveUp();
        around.analyzed();
      },
      now,
    });
    this.#url = this.#address;
  }

  /** Whether the page has another address than the one that everything known is about. */
  get hasNavigated(): boolean {
    return this.#address !== this.#url;
  }

  get isTooLarge(): boolean {
    return this.#isTooLarge;
  }

  /** The page can be analyzed at once, before its time: the last analyses were not costly. */
  get mayRush(): boolean {
    return !this.#bucket.isOverdrawn;
  }

  get isRunning(): boolean {
    return this.#runner.isRunning;
  }

  /** Whether every change of the page matters, and not only tokens: something was found, or the page is cleaned anyway. */
  get needsEveryChange(): boolean {
    const { hiding, states } = this.#around;
    const isFound = hiding.pieces.length > 0 || states.analysis !== null;
    return isFound || states.settings.mode === 'always' || corrections() !== undefined;
  }

  /** The page has changed: it is analyzed soon, as often as it may be. */
  schedule(): void {
    this.#bucket.schedule(SETTLE_MS);
  }

  /** Somebody asks about the page: of one that may load without end, what has come of it is analyzed. */
  ask(): void {
    if (this.isRunning) return;
    this.#isAsked = true;
    this.analyze();
  }

  /** The document has been parsed. The first analysis of all is slower than those that follow, and does not count. */
  pageParsed(): void {
    this.analyze(() => this.#bucket.refill(SHARE));
  }

  /** There is more on the page than anybody should wait for: it is left as it is until it is another one. */
  giveUp(): void {
    this.#isTooLarge = true;
    this.#around.states.giveUp();
  }

  /** Another page in the same document. */
  navigate(): void {
    this.#url = this.#address;
    this.#isTooLarge = false;
    this.#unchanged = 0;
    this.#bucket.refill(SHARE);
  }

  /** Another document. */
  startOver(): void {
    this.#isTooLarge = false;
    this.#runner.cancel();
    this.#bucket.refill(SHARE);
  }

  stop(): void {
    this.#bucket.stop();
    this.#runner.cancel();
  }

  /** Analyzes the page now. */
  analyze(done = () => {}): void {
    const { states } = this.#around;
    if (this.#isTooLarge) return;
    this.#url = this.#address;
    states.startAnalysis();
    this.#runner.start(this.#steps(), (analysis) => this.#found(analysis), done);
  }

  /** What is to be hidden by now is found in the same slices; the rest only when it is asked for. */
  *#steps(): Generator<unknown, Analysis> {
    const { document, states } = this.#around;
    const analysis = yield* analyzeSteps(document, this.#url, {
      visible: (element) => this.#isVisible(element),
      style: (element) => (this.#around.hiding.marks.covers(element) ? ownStyle(element) : computedStyle(element)),
      userOverride: corrections()?.userOverride(),
    });
    yield* analysis.clutterSteps(this.#isAsked || states.isToClean(analysis) ? 'all' : 'tokens');
    return analysis;
  }

  #found(analysis: Analysis): void {
    const { hiding, states, reporter, arrival, analyzed } = this.#around;
    const isWhole = !this.#isLoading;
    if (isWhole) {
      if (!states.isWhole) reporter.awaitIfReported();
      arrival.forget();
    } else if (!this.#isAsked || !analysis.article) {
      states.undecided();
      return;
    }
    if (states.analysis === null) this.#bucket.refill(SHARE);
    const before = this.#outcome;
    states.analyzed(analysis, isWhole);
    const isUnchanged = this.#outcome === before && !hiding.marks.hasDetached;
    this.#unchanged = isUnchanged ? Math.min(this.#unchanged + 1, MAX_HALVINGS) : 0;
    // A page whose changes change nothing for us is analyzed ever less often.
    if (isWhole) this.#bucket.setShare(SHARE / 2 ** this.#unchanged);
    analyzed();
  }

  /** What the last analysis came to. */
  get #outcome(): string {
    const { analysis, settings, cleaning } = this.#around.states;
    const pieces = piecesToHide(analysis, settings, cleaning, true);
    return [analysis?.verdict.kind, ...pieces.map(pieceKey)].join(' ');
  }

  /** What we hid ourselves counts as visible. */
  #isVisible(element: Element): boolean {
    return this.#around.hiding.marks.covers(element) || checkVisibility(element);
  }

  get #address(): string {
    return read(this.#around.document, 'URL');
  }

  get #isLoading(): boolean {
    return read(this.#around.document, 'readyState') === 'loading';
  }
}
