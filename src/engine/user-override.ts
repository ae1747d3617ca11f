/** What the reader has said about a Page. It replaces what the engine finds. */
import { holds } from './dom.ts';
import type { Box, Page, UserOverride } from './types.ts';

export interface UserStatements {
  /** Whether the article is a copy. `null`: the reader has not said. */
  readonly copy: boolean | null;
  /** Address of the original. */
  readonly original: string | null;
  /** Holds the article's body. */
  readonly body: Element | null;
}

export const userOverrideFrom = ({ copy, original, body }: UserStatements): UserOverride => ({
  body: (page) => body && boxAround(page, body),
  decided: (found) => (copy === null ? found : { kind: copy ? 'repost' : 'none', confidence: 1, fromUser: true }),
  original: (found) =>
    original === null
      ? found
      : { url: original, publisher: null, via: null, link: found?.link ?? null, fromUser: true },
});

/** The smallest Box that holds an element and any Block. */
const boxAround = ({ boxes }: Page, element: Element): Box | null =>
  boxes.findLast((box) => box.first < box.end && holds(box.element, element)) ?? null;
