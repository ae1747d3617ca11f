import { send } from './api.ts';
import type { Hiding } from './hide.ts';

/** As good as without end: what is far from the window is watched, too. */
const ANYWHERE = { rootMargin: '10000000px' };

/**
 * Notices that the page has brought something hidden back by its styles, without reading layout: it threw our sheet out,
 * or an inline `display: block !important` wins over any sheet of ours. Against the latter the background hides by CSS of
 * user origin.
 */
export class ShownAgain {
  readonly #hiding: Hiding;
  readonly #sheetDropped: () => void;
  readonly #observed = new Set<Element>();
  #isNeeded = false;
  #isInserted = false;
  readonly #observer = new IntersectionObserver((entries) => {
    const seen = entries
      .filter(({ boundingClientRect: { width, height } }) => width * height > 0)
      .filter(({ target }) => this.#hiding.marks.has(target));
    if (seen.length === 0 || this.#hiding.isPeeking) return;
    if (this.#hiding.sheet.restore()) {
      this.#sheetDropped();
      return;
    }
    this.#isNeeded = true;
    this.#insert(true);
  }, ANYWHERE);

  /** @param sheetDropped called when the page threw the sheet out, which is there again */
  constructor(hiding: Hiding, sheetDropped: () => void) {
    this.#hiding = hiding;
    this.#sheetDropped = sheetDropped;
  }

  /** After something was hidden or shown. */
  update(): void {
    const { marks, isPeeking } = this.#hiding;
    for (const element of this.#observed) {
      if (marks.has(element)) continue;
      this.#observed.delete(element);
      this.#observer.unobserve(element);
    }
    for (const element of marks.elements) {
      if (this.#observed.has(element)) continue;
      this.#observed.add(element);
      this.#observer.observe(element);
    }
    if (this.#isNeeded) this.#insert(!isPeeking);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#insert(false);
  }

  #insert(on: boolean): void {
    if (on === this.#isInserted) return;
    this.#isInserted = on;
    void send({ type: 'user-css', attribute: this.#hiding.marks.attribute, on });
  }
}
