/** When two texts are nearly the same. */
import { jaccard } from './sketch.ts';

/** So much of the shorter text has to stand in the longer one. */
const MIN_SHARED = 0.52;

/**
 * So much of both together has to be the same. Chance alone comes to 0.1 once in some ten million pairs; a text that is
 * less than a tenth of the other is not found.
 */
const MIN_COMMON = 0.1;

/**
 * How much of the shorter of two texts stands in the longer one, 0 to 1 (Broder's containment); `null` when they are not
 * nearly the same. A copy that was cut to a half, or got a header and footer, has everything of one of the two.
 *
 * @param agreeing places in which their sketches agree
 * @param sizes how many shingles each has
 */
export function sharedBy(agreeing: number, ...sizes: readonly [number, number]): number | null {
  const common = jaccard(agreeing);
  if (common < MIN_COMMON) return null;
  const shared = ((common / (1 + common)) * (sizes[0] + sizes[1])) / Math.min(...sizes);
  return shared < MIN_SHARED ? null : Math.min(1, shared);
}
