import type { UserCssMessage } from '../messages.ts';
import { send } from './api.ts';
import type { Hiding } from './hide.ts';

/**
 * Insists where the page's own styles keep a hidden element on the screen (an inline `display: block !important` wins
 * over any sheet of ours): then the background hides it by CSS of user origin. Learned without reading layout.
 */
export class Insist {
  readonly #hiding: Hiding;
  readonly #observer: IntersectionObserver;
  readonly #looked = new WeakSet<Element>();
  #needed = false;
  #inserted = false;

  constructor(hiding: Hiding) {
    this.#hiding = hiding;
    this.#observer = new IntersectionObserver((entries, observer) => {
      for (const { target } of entries) observer.unobserve(target);
      const isSeen = ({ target, boundingClientRect: { width, height } }: IntersectionObserverEntry) =>
        width * height > 0 && hiding.isMarked(target) && !hiding.peeking;
      if (!entries.some(isSeen)) return;
      this.#needed = true;
      this.#insert(true);
    });
  }

  /** After something was hidden or shown. */
  look(): void {
    for (const element of this.#hiding.elements) {
      if (this.#looked.has(element)) continue;
      this.#looked.add(element);
      this.#observer.observe(element);
    }
    if (this.#needed) this.#insert(!this.#hiding.peeking);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#insert(false);
  }

  #insert(on: boolean): void {
    if (on === this.#inserted) return;
    this.#inserted = on;
    void send({ type: 'user-css', attribute: this.#hiding.attribute, on } satisfies UserCssMessage);
  }
}
