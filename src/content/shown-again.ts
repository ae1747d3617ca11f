import { send } from './api.ts';
import type { Hiding } from './hide.ts';
import { checkVisibility } from './nodes.ts';

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
  readonly #keptShown: (elements: readonly Element[]) => void;
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
    void this.#hideByUserOrigin(seen.map(({ target }) => target));
  }, ANYWHERE);

  /**
   * @param sheetDropped called when the page threw the sheet out, which is there again
   * @param keptShown called with what is seen in spite of everything
   */
  constructor(hiding: Hiding, sheetDropped: () => void, keptShown: (elements: readonly Element[]) => void) {
    this.#hiding = hiding;
    this.#sheetDropped = sheetDropped;
    this.#keptShown = keptShown;
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
    if (this.#isNeeded) void this.#insert(!isPeeking);
  }

  stop(): void {
    this.#observer.disconnect();
    void this.#insert(false);
  }

  /** The browser may not let the background do that, on a page that it was allowed into only for a moment. */
  async #hideByUserOrigin(seen: readonly Element[]): Promise<void> {
    await this.#insert(true);
    const kept = seen.filter((element) => this.#hiding.marks.has(element) && checkVisibility(element));
    if (kept.length > 0 && this.#isInserted) this.#keptShown(kept);
  }

  async #insert(on: boolean): Promise<void> {
    if (on === this.#isInserted) return;
    this.#isInserted = on;
    await send({ type: 'user-css', attribute: this.#hiding.marks.attribute, on });
  }
}
