import { decide } from '../../src/engine/repost/judge.ts';
import type { Odds } from '../../src/engine/repost/odds.ts';
import type { VerdictKind } from '../../src/engine/types.ts';
import { fitted, oddsFor } from './fit.ts';
import type { Labelled } from './labelled.ts';

/** A labelled page on which an article was found. */
export type LabelledArticle = Labelled & { readonly signals: readonly string[] };

/** A page with what some model makes of it. */
export interface Judged {
  readonly page: LabelledArticle;
  readonly odds: Odds;
  readonly kind: VerdictKind;
}

/** Pages that count: an article was found, and people agree what it is. */
export const articlesOf = (pages: readonly Labelled[]): LabelledArticle[] =>
  pages.filter(
    (page): page is LabelledArticle => page.signals !== null && !page.ambiguous && page.label !== 'not-article',
  );

export const judgedBy = (pages: readonly LabelledArticle[], odds: (page: LabelledArticle) => Odds): Judged[] =>
  pages.map((page) => {
    const found = odds(page);
    return { page, odds: found, kind: decide(found).kind };
  });

/** Each page judged by weights that were fitted without the pages of its template, site or language. */
export function leavingOut(pages: readonly Labelled[], key: 'template' | 'language'): Judged[] {
  const articles = articlesOf(pages);
  return [...new Set(articles.map((page) => page[key]))].flatMap((group) => {
    const model = fitted(pages.filter((page) => page[key] !== group));
    return judgedBy(
      articles.filter((page) => page[key] === group),
      ({ signals }) => oddsFor(signals, model),
    );
  });
}

/** What was asked: is it a repost? Mean negative log of the probability given to the right answer, in nats. */
export function logLoss(judged: readonly Judged[]): number {
  const losses = judged.map(({ page, odds }) => -Math.log(page.label === 'repost' ? odds.repost : 1 - odds.repost));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** One row of a reliability table: pages whose probability of a repost lies in a range. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly pages: number;
  /** Mean of the probabilities. */
  readonly said: number;
  /** Share of reposts. */
  readonly were: number;
}

const EDGES = [0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1];

export function reliability(judged: readonly Judged[]): Bin[] {
  return EDGES.slice(1).flatMap((to, i) => {
    const from = EDGES[i] as number;
    const inside = judged.filter(({ odds }) => odds.repost >= from && (odds.repost < to || to === 1));
    if (inside.length === 0) return [];
    const said = inside.reduce((sum, { odds }) => sum + odds.repost, 0) / inside.length;
    const were = inside.filter(({ page }) => page.label === 'repost').length / inside.length;
    return [{ from, to, pages: inside.length, said, were }];
  });
}

/** Set and label of a page, in words. Of publishers' pages only the set is known. */
export const kindOf = ({ set, label }: Labelled): string =>
  set === 'made' || set === 'real' ? `${set}: ${label}` : set;

/** `repost → repost 51, repost → likely-repost 1, …` */
export function tally(judged: readonly Judged[]): string {
  const counts = new Map<string, number>();
  for (const { page, kind } of judged) {
    const was = kindOf(page);
    counts.set(`${was} → ${kind}`, (counts.get(`${was} → ${kind}`) ?? 0) + 1);
  }
  return [...counts]
    .sort()
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
}
