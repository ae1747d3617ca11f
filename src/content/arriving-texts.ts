import { read } from '../engine/dom.ts';

/** Texts that are looked at at once: a few milliseconds. */
const MAX_TEXTS_AT_ONCE = 5000;

/** The texts of a page that streams in, in order. It stands at the last one that was seen. */
export class ArrivingTexts {
  readonly #document: Document;
  readonly #walker: TreeWalker;

  constructor(document: Document) {
    this.#document = document;
    this.#walker = read(document, 'createTreeWalker').call(document, document, 4);
  }

  /**
   * Looks at the texts that came since the last call. The last one seen comes first once more: it may have grown. It runs
   * on every page while it loads, and before the browser has compiled anything well: so it is one plain loop.
   *
   * @param wanted what a text must match to be given to `see`
   * @returns whether there are more, for another call
   */
  seeNew(wanted: RegExp, see: (text: Text) => void): boolean {
    const walker = this.#walker;
    if (!walker.currentNode.isConnected) walker.currentNode = this.#document;
    let text = walker.currentNode === this.#document ? walker.nextNode() : walker.currentNode;
    for (let left = MAX_TEXTS_AT_ONCE; text && left > 0; left--, text = walker.nextNode())
      if (wanted.test((text as Text).data)) see(text as Text);
    return text !== null;
  }
}
