import { read } from '../engine/dom.ts';
import { mayBeSign, SILENT } from '../engine/repost/glance.ts';
import { USE_EVENTS } from './busy.ts';
import type { Cleaner } from './clean.ts';
import { guarded } from './guarded.ts';
import type { Hiding } from './hide.ts';

/** A text of so many UTF-16 units can be of an article. */
const LONG = 80;

/**
 * Sees what the page does to itself, and tells the cleaner what of it matters.
 *
 * While the page streams in and nothing is known about it, a record of each node would cost more than everything else
 * that is done at page load. The parser adds only to elements that are still open: then it is enough to observe those,
 * and to look, before something new is painted, for tokens in the texts behind the last one that was seen.
 */
export class Watch {
  readonly #document: Document;
  readonly #hiding: Hiding;
  readonly #observer: MutationObserver;
  #cleaner: Cleaner | undefined;
  /** None yet: an abort makes an exception with a stack, for which V8 reads the whole script again. */
  #listening: AbortController | undefined;
  #root: Element | null = null;
  /** Everything is observed, not only what is still open. */
  #closely = false;
  /** Stands at the last text that was seen. */
  #texts: TreeWalker | undefined;
  /** The next frame is waited for, with what has come before it. */
  #frame = 0;

  constructor(document: Document, hiding: Hiding) {
    this.#document = document;
    this.#hiding = hiding;
    this.#observer = new MutationObserver(guarded((records) => this.#see(records)));
  }

  /** Runs what changes the document, after what the page did before it has been seen. Its own changes are not seen. */
  quietly = (act: () => void): void => {
    const before = this.#observer.takeRecords();
    if (before.length > 0) this.#see(before);
    try {
      act();
    } finally {
      this.#observer.takeRecords();
    }
  };

  start(cleaner: Cleaner, signal: AbortSignal): void {
    this.#cleaner = cleaner;
    this.#root = read(this.#document, 'documentElement');
    if (read(this.#document, 'readyState') === 'loading' && !cleaner.awaits) this.#observeOpen();
    else this.#lookCloser(cleaner);
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#listening?.abort();
      this.#closely = true;
    });
    this.#listen(cleaner);
  }

  /** Sees what has come so far, and from then on everything. */
  #lookCloser(cleaner: Cleaner): void {
    if (this.#closely) return;
    this.#seeTexts(cleaner);
    this.#observeAll();
  }

  #observeAll(): void {
    this.#closely = true;
    this.#texts = undefined;
    this.#observer.disconnect();
    this.#observer.observe(this.#document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [this.#hiding.attribute],
    });
  }

  #observeOpen(): void {
    this.#observer.disconnect();
    for (let open: Node | null = this.#document; open; open = read(open, 'lastChild'))
      this.#observer.observe(open, { childList: true, characterData: true });
  }

  #listen(cleaner: Cleaner): void {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const document = this.#document;
    const on = (target: EventTarget, types: readonly string[], act: () => void) => {
      for (const type of types)
        EventTarget.prototype.addEventListener.call(target, type, guarded(act), { capture: true, signal });
    };
    const { navigation } = window as { navigation?: EventTarget };
    on(document, ['DOMContentLoaded'], () => {
      this.#lookCloser(cleaner);
      cleaner.arrived();
    });
    on(document, USE_EVENTS, () => cleaner.noLongerInUse());
    on(window, ['popstate', 'hashchange'], () => cleaner.addressChanged());
    if (navigation) on(navigation, ['currententrychange'], () => cleaner.addressChanged());
  }

  /** Once a frame, before it is painted, however often the parser comes with something. */
  #lookOn = guarded((cleaner: Cleaner) => {
    this.#frame = 0;
    if (this.#closely) return;
    this.#seeTexts(cleaner);
    if (cleaner.awaits) {
      this.#observeAll();
      cleaner.contentArrived();
    } else this.#observeOpen();
  });

  /** Looks at the texts that came behind the last one that was seen, which may have grown. */
  #seeTexts(cleaner: Cleaner): void {
    this.#texts ??= read(this.#document, 'createTreeWalker').call(this.#document, this.#document, 4);
    const texts = this.#texts;
    if (!texts.currentNode.isConnected) texts.currentNode = this.#document;
    let text = texts.currentNode === this.#document ? texts.nextNode() : texts.currentNode;
    for (; text; text = texts.nextNode())
      if (cleaner.awaits || mayBeSign((text as Text).data)) this.#textArrived(text as Text, cleaner);
  }

  /** @returns whether it can be a reader's: a page's scripts may be longer than its article */
  #textArrived(text: Text, cleaner: Cleaner): boolean {
    const isRead = !SILENT.has(text.parentElement?.localName ?? '');
    if (isRead) cleaner.textArrived(text);
    return isRead;
  }

  #see(records: readonly MutationRecord[]): void {
    const cleaner = this.#cleaner;
    if (!cleaner) return;
    const root = read(this.#document, 'documentElement');
    if (root && this.#root && root !== this.#root) {
      // `document.open` takes all listeners away, and leaves observers.
      this.#listen(cleaner);
      cleaner.startOver();
    }
    this.#root = root ?? this.#root;
    if (!this.#closely) {
      this.#frame ||= requestAnimationFrame(() => this.#lookOn(cleaner));
      return;
    }
    let grown = false;
    const textArrived = (text: Node) => {
      // A paragraph that waited for its words.
      if (this.#textArrived(text as Text, cleaner)) grown ||= (text as Text).data.length >= LONG;
    };
    // A parser reports each node that it adds, and each again inside the ones before: those are read with them.
    const readWhole = new Set<Node>();
    let moved = false;
    // There are as many records as nodes while a page loads: of each as little is asked for as will do.
    for (const record of records) {
      const { type, target } = record;
      if (type === 'attributes') {
        if (this.#hiding.isMarked(target as Element) && !this.#hiding.hasMark(target as Element))
          cleaner.markTaken(target as Element);
      } else if (type === 'characterData') {
        if (target.nodeType === 3) textArrived(target);
      } else {
        moved = true;
        const isRead = readWhole.has(target);
        const { addedNodes } = record;
        for (let i = 0; i < addedNodes.length; i++) {
          const node = addedNodes[i] as Node;
          const { nodeType } = node;
          if (nodeType === 1) readWhole.add(node);
          if (isRead) continue;
          if (nodeType === 3) textArrived(node);
          else if (nodeType === 1 && !SILENT.has((node as Element).localName)) {
            grown = true;
            const walker = read(this.#document, 'createTreeWalker').call(this.#document, node, 4);
            for (let text = walker.nextNode(); text; text = walker.nextNode()) textArrived(text);
          }
        }
      }
    }
    if (moved && this.#hiding.lost) grown = true;
    if (this.#hiding.sheet.mend()) cleaner.sheetThrownOut();
    if (grown) cleaner.contentArrived();
  }
}
