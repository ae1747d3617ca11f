import type { Signal } from '../types.ts';

/** Probabilities; together 1. */
export interface Odds {
  readonly repost: number;
  readonly syndicated: number;
  readonly none: number;
}

/**
 * Weights added up by direction and made into probabilities: a multinomial logistic model with `none` as its base.
 *
 * @param repost where the score for a repost starts, as log-odds
 * @param syndicated where the score for syndication starts
 */
export function oddsOf(
  signals: readonly Pick<Signal, 'direction' | 'weight'>[],
  repost: number,
  syndicated: number,
): Odds {
  let [copied, credited] = [repost, syndicated];
  for (const { direction, weight } of signals) {
    if (direction === 'repost') copied += weight;
    else if (direction === 'against') copied -= weight;
    else credited += weight;
  }
  const [a, b] = [Math.exp(copied), Math.exp(credited)];
  const all = 1 + a + b;
  return { repost: a / all, syndicated: b / all, none: 1 / all };
}
