/** Which of several copies was there first, as far as their pages say. */
import type { Article } from './article.ts';

/** When a page says that it was published, ms since 1970. `null` when it does not say. */
export function timeOf({ published }: Pick<Article, 'published'>): number | null {
  const time = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(time) ? null : time;
}

/** The one with the earliest date; where none has a date, the one that was met first. */
export function earliest<M extends { readonly article: Article }>(matches: readonly M[]): M | null {
  const dated = matches.filter(({ article }) => timeOf(article) !== null);
  const [first] =
    dated.length > 0
      ? dated.sort((a, b) => Number(timeOf(a.article)) - Number(timeOf(b.article)))
      : matches.toSorted((a, b) => a.article.met - b.article.met);
  return first ?? null;
}
