/** What the reader says about a Page, in place of what the engine finds. */
import { holds } from './dom.ts';
import type { Box, Page, Told } from './types.ts';

export interface Sayings {
  /** The article is a copy, or is none. `null`: the reader has not said. */
  readonly copy: boolean | null;
  /** Address of the original. */
  readonly original: string | null;
  /** Holds the article's body. */
  readonly body: Element | null;
}

export const toldBy = ({ copy, original, body }: Sayings): Told => ({
  body: (page) => body && boxAround(page, body),
  decided: (found) => (copy === null ? found : { kind: copy ? 'repost' : 'none', confidence: 1, told: true }),
  original: (found) =>
    original === null ? found : { url: original, publisher: null, via: null, link: found?.link ?? null, told: true },
});

/** The smallest Box that holds an element and any Block. */
const boxAround = ({ boxes }: Page, element: Element): Box | null =>
  boxes.findLast((box) => box.first < box.end && holds(box.element, element)) ?? null;
