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
export function makeWatch(document: Document, hiding: Hiding) {
  const observer = new MutationObserver(guarded((records) => see(records)));
  let told: Cleaner | undefined;
  /** None yet: an abort makes an exception with a stack, for which V8 reads the whole script again. */
  let listening: AbortController | undefined;
  let root: Element | null = null;
  /** Everything is observed, not only what is still open. */
  let closely = false;
  /** Stands at the last text that was seen. */
  let texts: TreeWalker | undefined;
  /** The next frame is waited for, with what has come before it. */
  let frame = 0;

  /** Runs what changes the document, after what the page did before it has been seen. Its own changes are not seen. */
  function quietly(act: () => void): void {
    const before = observer.takeRecords();
    if (before.length > 0) see(before);
    try {
      act();
    } finally {
      observer.takeRecords();
    }
  }

  function start(cleaner: Cleaner, signal: AbortSignal): void {
    told = cleaner;
    root = read(document, 'documentElement');
    if (read(document, 'readyState') === 'loading' && !cleaner.awaits) observeOpen();
    else lookCloser(cleaner);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      listening?.abort();
      closely = true;
    });
    listen(cleaner);
  }

  /** Sees what has come so far, and from then on everything. */
  function lookCloser(cleaner: Cleaner): void {
    if (closely) return;
    seeTexts(cleaner);
    observeAll();
  }

  function observeAll(): void {
    closely = true;
    texts = undefined;
    observer.disconnect();
    observer.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [hiding.attribute],
    });
  }

  function observeOpen(): void {
    observer.disconnect();
    for (let open: Node | null = document; open; open = read(open, 'lastChild'))
      observer.observe(open, { childList: true, characterData: true });
  }

  function listen(cleaner: Cleaner): void {
    listening?.abort();
    listening = new AbortController();
    const { signal } = listening;
    const on = (target: EventTarget, types: readonly string[], act: () => void) => {
      for (const type of types)
        EventTarget.prototype.addEventListener.call(target, type, guarded(act), { capture: true, signal });
    };
    const { navigation } = window as { navigation?: EventTarget };
    on(document, ['DOMContentLoaded'], () => {
      lookCloser(cleaner);
      cleaner.arrived();
    });
    on(document, USE_EVENTS, () => cleaner.noLongerInUse());
    on(window, ['popstate', 'hashchange'], () => cleaner.addressChanged());
    if (navigation) on(navigation, ['currententrychange'], () => cleaner.addressChanged());
  }

  /** Once a frame, before it is painted, however often the parser comes with something. */
  const lookOn = guarded((cleaner: Cleaner) => {
    frame = 0;
    if (closely) return;
    seeTexts(cleaner);
    if (cleaner.awaits) {
      observeAll();
      cleaner.contentArrived();
    } else observeOpen();
  });

  /** Looks at the texts that came behind the last one that was seen, which may have grown. */
  function seeTexts(cleaner: Cleaner): void {
    texts ??= read(document, 'createTreeWalker').call(document, document, 4);
    if (!texts.currentNode.isConnected) texts.currentNode = document;
    let text = texts.currentNode === document ? texts.nextNode() : texts.currentNode;
    for (; text; text = texts.nextNode())
      if (cleaner.awaits || mayBeSign((text as Text).data)) textArrived(text as Text, cleaner);
  }

  /** @returns whether it can be a reader's: a page's scripts may be longer than its article */
  function textArrived(text: Text, cleaner: Cleaner): boolean {
    const isRead = !SILENT.has(text.parentElement?.localName ?? '');
    if (isRead) cleaner.textArrived(text);
    return isRead;
  }

  function see(records: readonly MutationRecord[]): void {
    const cleaner = told;
    if (!cleaner) return;
    const rootNow = read(document, 'documentElement');
    if (root && rootNow && rootNow !== root) {
      // `document.open` takes all listeners away, and leaves observers.
      listen(cleaner);
      cleaner.startOver();
    }
    root = rootNow ?? root;
    if (!closely) {
      if (frame === 0) frame = requestAnimationFrame(() => lookOn(cleaner));
      return;
    }
    let grown = false;
    const seeText = (text: Node) => {
      // A paragraph that waited for its words.
      if (textArrived(text as Text, cleaner)) grown ||= (text as Text).data.length >= LONG;
    };
    // A parser reports each node that it adds, and each again inside the ones before: those are read with them.
    const readWhole = new Set<Node>();
    let moved = false;
    // There are as many records as nodes while a page loads: of each as little is asked for as will do.
    for (const record of records) {
      const { type, target } = record;
      if (type === 'attributes') {
        if (hiding.isMarked(target as Element) && !hiding.hasMark(target as Element))
          cleaner.markTaken(target as Element);
      } else if (type === 'characterData') {
        if (target.nodeType === 3) seeText(target);
      } else {
        moved = true;
        const isRead = readWhole.has(target);
        const { addedNodes } = record;
        for (let i = 0; i < addedNodes.length; i++) {
          const node = addedNodes[i] as Node;
          const { nodeType } = node;
          if (nodeType === 1) readWhole.add(node);
          if (isRead) continue;
          if (nodeType === 3) seeText(node);
          else if (nodeType === 1 && !SILENT.has((node as Element).localName)) {
            grown = true;
            const walker = read(document, 'createTreeWalker').call(document, node, 4);
            for (let text = walker.nextNode(); text; text = walker.nextNode()) seeText(text);
          }
        }
      }
    }
    if (moved && hiding.lost) grown = true;
    if (hiding.sheet.mend()) cleaner.sheetThrownOut();
    if (grown) cleaner.contentArrived();
  }

  return { quietly, start };
}
