import type { UserCssMessage } from '../messages.ts';
import { send } from './api.ts';
import type { Hiding } from './hide.ts';

/**
 * Insists where the page's own styles keep a hidden element on the screen (an inline `display: block !important` wins
 * over any sheet of ours): then the background hides it by CSS of user origin. Learned without reading layout.
 */
export function makeInsist(hiding: Hiding) {
  const looked = new WeakSet<Element>();
  let needed = false;
  let inserted = false;
  const observer = new IntersectionObserver((entries) => {
    for (const { target } of entries) observer.unobserve(target);
    const isSeen = ({ target, boundingClientRect: { width, height } }: IntersectionObserverEntry) =>
      width * height > 0 && hiding.isMarked(target) && !hiding.peeking;
    if (!entries.some(isSeen)) return;
    needed = true;
    insert(true);
  });

  /** After something was hidden or shown. */
  function look(): void {
    for (const element of hiding.elements) {
      if (looked.has(element)) continue;
      looked.add(element);
      observer.observe(element);
    }
    if (needed) insert(!hiding.peeking);
  }

  function stop(): void {
    observer.disconnect();
    insert(false);
  }

  function insert(on: boolean): void {
    if (on === inserted) return;
    inserted = on;
    void send({ type: 'user-css', attribute: hiding.attribute, on } satisfies UserCssMessage);
  }

  return { look, stop };
}
