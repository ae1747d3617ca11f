import type { Signal } from '../types.ts';

/** Probabilities. Their sum is 1. */
export interface Odds {
  readonly repost: number;
  readonly syndicated: number;
  readonly none: number;
}

/**
 * Adds up the weights by direction and makes probabilities of them: a multinomial logistic model with `none` as its base.
 *
 * @param repost where the score of `repost` starts, as log-odds
 * @param syndicated where the score of `syndicated` starts
 */
export function oddsOf(
  signals: readonly Pick<Signal, 'direction' | 'weight'>[],
  repost: number,
  syndicated: number,
): Odds {
  let repostScore = repost;
  let syndicatedScore = syndicated;
  for (const { direction, weight } of signals) {
    if (direction === 'repost') repostScore += weight;
    else if (direction === 'against') repostScore -= weight;
    else syndicatedScore += weight;
  }
  const [repostOdds, syndicatedOdds] = [Math.exp(repostScore), Math.exp(syndicatedScore)];
  const sum = 1 + repostOdds + syndicatedOdds;
  return { repost: repostOdds / sum, syndicated: syndicatedOdds / sum, none: 1 / sum };
}
