import { parentOf, read } from '../engine/dom.ts';
import { rectOf } from './nodes.ts';

/**
 * Holds the reader's view where it was while pieces above it come or go. While a page loads, layout is read only when
 * something has been scrolled: before that there is nothing to hold.
 */
export class Viewport {
  readonly #document: Document;
  readonly #hasScrolled: () => boolean;

  /** @param hasScrolled whether the reader has scrolled something by now */
  constructor(document: Document, hasScrolled: () => boolean) {
    this.#document = document;
    this.#hasScrolled = hasScrolled;
  }

  /** @param anchors elements that stay, in the page's order; the first one in view is held. Read only when needed */
  hold(anchors: Iterable<Element>, act: () => void): void {
    const anchor = this.#hasScrolled() || this.#document.readyState === 'complete' ? this.#inView(anchors) : null;
    const before = anchor ? rectOf(anchor).top : 0;
    act();
    if (!anchor) return;
    const moved = rectOf(anchor).top - before;
    if (Math.abs(moved) >= 1) scrollDown(scrollerOf(anchor, this.#document), moved);
  }

  #inView(anchors: Iterable<Element>): Element | null {
    const height = this.#document.documentElement.clientHeight;
    for (const element of anchors) {
      const { top, bottom, width } = rectOf(element);
      if (width > 0 && bottom > 0) return top < height ? element : null;
    }
    return null;
  }
}

function scrollDown(element: Element, top: number): void {
  const scrollBy: (options: ScrollToOptions) => void = read(element, 'scrollBy');
  scrollBy.call(element, { top, behavior: 'instant' });
}

function scrollerOf(element: Element, document: Document): Element {
  const page = document.scrollingElement ?? document.documentElement;
  for (let parent = parentOf(element); parent && parent !== page; parent = parentOf(parent)) {
    if (read(parent, 'scrollTop') > 0 && parent !== document.body) return parent;
  }
  return page;
}
