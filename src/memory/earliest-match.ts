/** Which of several copies was there first, as far as their pages say. */
import type { RememberedArticle } from './article.ts';

/** When a page says that it was published, ms since 1970. `null` when it does not say. */
export function timeOf({ published }: Pick<RememberedArticle, 'published'>): number | null {
  const time = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(time) ? null : time;
}

/**
 * A copy comes within days. What is dated much earlier than nearly the same text elsewhere is an old article, or its date
 * is made up: nobody can tell, so it makes nobody the earliest.
 */
const MAX_LEAD_MS = 31 * 24 * 3_600_000;

/** Whether one date is earlier than another by so little that a page can be believed. Both are ms since 1970. */
export const isCredibleLead = (earlier: number, later: number): boolean =>
  earlier < later && later - earlier <= MAX_LEAD_MS;

/**
 * The one with the earliest date; where none has a date, the one that was met first.
 *
 * @returns `null` where there is none, or where the earliest date cannot be believed
 */
export function earliest<M extends { readonly article: RememberedArticle }>(matches: readonly M[]): M | null {
  const dated = matches.flatMap((match) => {
    const time = timeOf(match.article);
    return time === null ? [] : { match, time };
  });
  const [first, second] = dated.sort((a, b) => a.time - b.time);
  if (!first) return matches.toSorted((a, b) => a.article.met - b.article.met)[0] ?? null;
  const isBelieved = !second || second.time === first.time || isCredibleLead(first.time, second.time);
  return isBelieved ? first.match : null;
}
