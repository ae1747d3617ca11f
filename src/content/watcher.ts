import { read } from '../engine/dom.ts';
import { hasRepostSign, shouldAnalyzeSteps, statesAddressElsewhere } from '../engine/repost/prefilter.ts';
import type { PageSettings, Standing } from '../messages.ts';
import { afterPaint } from './after-paint.ts';
import type { Arrival } from './arrival.ts';
import type { Followed } from './follow.ts';
import type { Hiding } from './hide.ts';
import { IdleWork, type RequestIdle } from './idle.ts';
import type { SettingsUser } from './settings.ts';
import { TokenBucket } from './token-bucket.ts';

/** Each leads to the next; the last two lead back to `deciding` when the page changes. */
type WatcherState =
  /** The page is being parsed. */
  | 'arriving'
  /** It has been parsed and painted, and is looked over when it has nothing to do. */
  | 'deciding'
  /** The cleaner has been asked for. When it comes, it takes the watcher's place. */
  | 'bringing'
  /** Nothing speaks for a repost. */
  | 'passed-over';

/** Share of the main thread that looking a page over may take, again and again while it changes. */
const SHARE = 0.015;
/** Between a change of the page and the look at it. */
const SETTLE_MS = 250;

export interface Watched {
  readonly document: Document;
  readonly hiding: Hiding;
  readonly arrival: Arrival;
  /** Has the cleaner brought into the page. @returns whether it came */
  readonly bring: () => Promise<boolean>;
  readonly requestIdle?: RequestIdle;
  /** Runs something once what there is has been painted. */
  readonly afterPaint?: (act: () => void) => void;
  /** The time in milliseconds. */
  readonly now?: () => number;
}

/** Whether ad tokens are hidden as they arrive, before anything is known of the page. */
const hidesTokensAnywhere = ({ adTokensAnywhere, kindsOff }: PageSettings): boolean =>
  adTokensAnywhere && !kindsOff.includes('ad-token');

/**
 * All that runs on a page that is no repost. It hides the tokens of copying tools as they arrive, notices what speaks for
 * a repost, and has the cleaner brought when that is worth it.
 */
export class Watcher implements Followed, SettingsUser {
  readonly #watched: Watched;
  readonly #work: IdleWork;
  readonly #bucket: TokenBucket;
  #settings: PageSettings;
  #state: WatcherState = 'arriving';
  #hasReadHead = false;

  constructor(watched: Watched, settings: PageSettings) {
    const { requestIdle, now = () => performance.now() } = watched;
    this.#watched = watched;
    this.#settings = settings;
    this.#work = new IdleWork(requestIdle);
    this.#bucket = new TokenBucket(SHARE, () => this.#decide(), now);
  }

  get settings(): PageSettings {
    return this.#settings;
  }

  get standing(): Standing {
    const loading = this.#state !== 'passed-over';
    return { loading, cleaning: 'offered', hidden: this.#watched.hiding.pieces.length };
  }

  /** Where a token was found, what comes beside it matters, too. */
  get needsEveryChange(): boolean {
    return this.#watched.hiding.pieces.length > 0;
  }

  // What the page does.

  textArrived(node: Text): void {
    const { arrival } = this.#watched;
    if (hasRepostSign(node)) this.bring();
    if (hidesTokensAnywhere(this.#settings)) arrival.hideTokenIn(node);
  }

  /** Before a frame in which more of the page is painted. */
  moreArrived(): void {
    const { document } = this.#watched;
    if (this.#hasReadHead || !read(document, 'body')) return;
    this.#hasReadHead = true;
    if (statesAddressElsewhere(document, read(document, 'URL'))) this.bring();
  }

  contentArrived(): void {
    if (this.#state === 'passed-over') this.#bucket.schedule(SETTLE_MS);
    else if (this.needsEveryChange) this.#hideRepeatedHeadline();
  }

  /** Of a token nothing more is known than that it is one: it is shown until somebody knows better. */
  hiddenChanged(): void {
    this.#watched.hiding.restore();
    this.bring();
  }

  pageParsed(): void {
    const { afterPaint: whenPainted = afterPaint } = this.#watched;
    whenPainted(() => {
      if (this.#state === 'arriving') this.#decide();
    });
  }

  documentReplaced(): void {
    const { hiding, arrival } = this.#watched;
    this.#work.cancel();
    this.#state = 'arriving';
    this.#hasReadHead = false;
    arrival.forget();
    hiding.restore();
  }

  onNavigate(): void {
    this.contentArrived();
  }

  markRemoved(element: Element): void {
    this.#watched.hiding.marks.markAgain(element);
  }

  // What others want.

  /** Has the cleaner brought, whatever the page is. */
  bring(): void {
    if (this.#state === 'bringing') return;
    this.#state = 'bringing';
    this.#work.cancel();
    void this.#watched.bring().then((came) => {
      if (!came && this.#state === 'bringing') this.#state = 'passed-over';
    });
  }

  setSettings(settings: PageSettings): void {
    this.#settings = settings;
    if (!hidesTokensAnywhere(settings)) this.#watched.hiding.restore();
    if (settings.mode === 'always') this.bring();
  }

  /** The reader's corrections are others than they were. They are the cleaner's. */
  correctionsChanged(): void {
    this.bring();
  }

  /** The cleaner is there, or the script ends. */
  stop(): void {
    this.#work.cancel();
    this.#bucket.stop();
  }

  /** Looks the page over when it has nothing to do. */
  #decide(): void {
    const { document } = this.#watched;
    this.#state = 'deciding';
    this.#work.start(shouldAnalyzeSteps(document, read(document, 'URL')), (isWorthIt, cost) => {
      this.#bucket.spend(cost);
      if (isWorthIt) this.bring();
      else this.#state = 'passed-over';
    });
  }

  #hideRepeatedHeadline(): void {
    if (!hidesTokensAnywhere(this.#settings) || this.#settings.kindsOff.includes('duplicate-headline')) return;
    this.#watched.arrival.hideRepeatedHeadline();
  }
}
