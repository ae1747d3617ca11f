import { read } from '../engine/dom.ts';
import { isTooLarge, MAY_BE_SIGN } from '../engine/repost/prefilter.ts';
import { ArrivingTexts } from './arriving-texts.ts';
import { guarded } from './guarded.ts';
import type { Hiding } from './hide.ts';
import { isReadText, type MutationHandlers, readMutations } from './mutations.ts';

const ANYTHING = /(?:)/;

/** What is told of what the page does to itself. */
export interface Followed extends MutationHandlers {
  /** Whether every change of the page matters, and not only tokens. */
  readonly needsEveryChange: boolean;
  /** Before a frame in which more of the page is painted, as long as not every change matters. */
  moreArrived?(): void;
  contentArrived(): void;
  pageParsed(): void;
  documentReplaced(): void;
  /** The page threw our sheet out. */
  sheetRemoved?(): void;
  onNavigate(): void;
  /** Listens for what else it wants to know of. Called again when the page took all listeners away. */
  listen?(signal: AbortSignal): void;
}

function listenOn(target: EventTarget, types: readonly string[], act: () => void, signal: AbortSignal): void {
  for (const type of types) EventTarget.prototype.addEventListener.call(target, type, act, { capture: true, signal });
}

/**
 * Follows what the page does to itself, and tells the watcher, or the cleaner in its place, what of it matters.
 *
 * While the page streams in and nothing is known about it, a record of each node would cost more than everything else
 * that is done at page load. The parser adds only to elements that are still open: then it is enough to observe those,
 * and to look, before something new is painted, for tokens in the texts behind the last one that was seen.
 */
export class Follower {
  readonly #document: Document;
  readonly #hiding: Hiding;
  readonly #observer = new MutationObserver(guarded((records) => this.#see(records)));
  /** One function, so that whoever listens twice hears once. */
  readonly #navigated = guarded(() => this.#followed?.onNavigate());
  #followed: Followed | undefined;
  /** None until it is needed: an abort makes an exception with a stack, for which V8 reads the whole script again. */
  #listening: AbortController | undefined;
  #root: Element | null = null;
  /** Everything is observed, not only what is still open. */
  #observesAll = false;
  #hasLeft = false;
  /** Texts that are looked at while only open elements are observed. */
  #texts: ArrivingTexts | undefined;
  /** The next frame is waited for, with what has come before it. */
  #frame = 0;

  constructor(document: Document, hiding: Hiding) {
    this.#document = document;
    this.#hiding = hiding;
  }

  /** Runs what changes the document, after what the page did before it has been seen. Its own changes are not seen. */
  withoutObserving(act: () => void): void {
    const before = this.#observer.takeRecords();
    if (before.length > 0) this.#see(before);
    try {
      act();
    } finally {
      this.#observer.takeRecords();
    }
  }

  start(followed: Followed, signal: AbortSignal): void {
    this.#followed = followed;
    this.#root = read(this.#document, 'documentElement');
    const isLoading = read(this.#document, 'readyState') === 'loading';
    if (isLoading && !followed.needsEveryChange) this.#observeOpenElements();
    else this.#followAll();
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#listening?.abort();
      this.#observesAll = true;
    });
    this.#listen();
  }

  /** From now on somebody else is told. */
  handOver(followed: Followed): void {
    if (followed === this.#followed) return;
    this.#followed = followed;
    if (this.#listening) followed.listen?.(this.#listening.signal);
    if (followed.needsEveryChange) this.#followAll();
  }

  /** Sees what has come so far, and from then on everything. */
  #followAll(): void {
    if (this.#observesAll) return;
    this.#seeArrivedTexts();
    this.#observeAll();
  }

  #observeAll(): void {
    if (this.#hasLeft) return;
    this.#observesAll = true;
    this.#observer.disconnect();
    this.#observer.observe(this.#document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [this.#hiding.marks.attribute],
    });
  }

  #observeOpenElements(): void {
    this.#observer.disconnect();
    for (let open: Node | null = this.#document; open; open = read(open, 'lastChild'))
      this.#observer.observe(open, { childList: true, characterData: true });
  }

  #listen(): void {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const parsed = guarded(() => {
      this.#followAll();
      // The page's own scripts, which wait for the same event, come first.
      setTimeout(
        guarded(() => {
          this.#listenToNavigation();
          this.#followed?.pageParsed();
        }),
      );
    });
    listenOn(this.#document, ['DOMContentLoaded'], parsed, signal);
    this.#followed?.listen?.(signal);
    if (read(this.#document, 'readyState') !== 'loading') this.#listenToNavigation();
  }

  /** Of no use while the page is parsed, and each new kind of object that is touched costs the page something. */
  #listenToNavigation(): void {
    const signal = this.#listening?.signal;
    if (!signal) return;
    const { navigation } = window as { navigation?: EventTarget };
    listenOn(window, ['popstate', 'hashchange'], this.#navigated, signal);
    if (navigation) listenOn(navigation, ['currententrychange'], this.#navigated, signal);
  }

  #seeArrivedTexts(): void {
    if (this.#hasLeft) return;
    this.#texts ??= new ArrivingTexts(this.#document);
    const followed = this.#followed;
    const hasMore = this.#texts.seeNew(followed?.needsEveryChange ? ANYTHING : MAY_BE_SIGN, (text) => {
      if (isReadText(text)) followed?.textArrived(text);
    });
    if (hasMore && isTooLarge(this.#document)) this.#leave();
    else if (hasMore) setTimeout(guarded(() => this.#seeArrivedTexts()));
    else if (this.#observesAll) this.#texts = undefined;
  }

  /** The page is too large: from now on nothing of it is looked at. */
  #leave(): void {
    this.#hasLeft = true;
    this.#observesAll = true;
    this.#texts = undefined;
    this.#observer.disconnect();
  }

  /** Once a frame, before it is painted, however often the parser comes with something. */
  #beforeFrame(): void {
    this.#frame = 0;
    const followed = this.#followed;
    if (this.#observesAll || !followed) return;
    this.#seeArrivedTexts();
    followed.moreArrived?.();
    if (followed.needsEveryChange) {
      this.#observeAll();
      followed.contentArrived();
    } else this.#observeOpenElements();
  }

  #see(records: readonly MutationRecord[]): void {
    const followed = this.#followed;
    if (!followed) return;
    this.#checkRoot(followed);
    if (!this.#observesAll) {
      if (this.#frame === 0) this.#frame = requestAnimationFrame(guarded(() => this.#beforeFrame()));
      return;
    }
    const hasContent = readMutations(records, this.#hiding.marks, followed);
    if (this.#hiding.sheet.restore()) followed.sheetRemoved?.();
    if (hasContent) followed.contentArrived();
  }

  /** `document.open` takes all listeners away, and leaves observers. */
  #checkRoot(followed: Followed): void {
    const root = read(this.#document, 'documentElement');
    if (this.#root && root && root !== this.#root) {
      this.#listen();
      followed.documentReplaced();
    }
    this.#root = root ?? this.#root;
  }
}
