import { read } from '../engine/dom.ts';
import { USE_EVENTS } from './busy.ts';
import type { Cleaner } from './clean.ts';
import { guarded } from './guarded.ts';
import type { Hiding } from './hide.ts';

/** Elements whose coming says nothing about the content. */
const SILENT = new Set(['script', 'style', 'link', 'meta', 'base', 'noscript', 'template']);

/** A text of so many UTF-16 units can be of an article. */
const LONG = 80;

/** Sees what the page does to itself, and tells the cleaner what of it matters. */
export class Watch {
  readonly #document: Document;
  readonly #hiding: Hiding;
  readonly #observer: MutationObserver;
  #cleaner: Cleaner | undefined;
  /** None yet: an abort makes an exception with a stack, for which V8 reads the whole script again. */
  #listening: AbortController | undefined;
  #root: Element | null = null;

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
    this.#observer.observe(this.#document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [this.#hiding.attribute],
    });
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#listening?.abort();
    });
    this.#listen(cleaner);
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
    on(document, ['DOMContentLoaded'], () => cleaner.arrived());
    on(document, USE_EVENTS, () => cleaner.noLongerInUse());
    on(window, ['popstate', 'hashchange'], () => cleaner.addressChanged());
    if (navigation) on(navigation, ['currententrychange'], () => cleaner.addressChanged());
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
    let grown = false;
    const textArrived = (text: Node) => {
      // A page's scripts may be longer than its article.
      if (SILENT.has(text.parentElement?.localName ?? '')) return;
      cleaner.textArrived(text as Text);
      // A paragraph that waited for its words.
      grown ||= (text as Text).data.length >= LONG;
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
