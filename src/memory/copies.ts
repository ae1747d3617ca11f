/** Who copied whom, as far as the pages that the reader met tell. Pure. */
import { type Site, siteOf } from '../settings/site.ts';
import { type RememberedArticle, siteOfArticle } from './article.ts';
import { earliest, isCredibleLead, timeOf } from './earliest-match.ts';

/** Where a copy led to. */
export interface Lead {
  /** A Site, or a publisher's name where there is no address. */
  readonly name: string;
  /** The name is what a page says. */
  readonly isClaimed: boolean;
  /** The page names no original: this is where the reader met the earliest copy. */
  readonly isEarliestMet: boolean;
}

/** An article that is taken for a copy, with the original it led to, if any. */
export interface RememberedCopy {
  readonly article: RememberedArticle;
  readonly lead: Lead | null;
}

const saysSo = ({ verdict }: RememberedArticle) => verdict === 'repost' || verdict === 'likely-repost';

/** Both are dated, and the other one's date is earlier. */
function isLater(article: RememberedArticle, other: RememberedArticle): boolean {
  const [own, others] = [timeOf(article), timeOf(other)];
  return own !== null && others !== null && isCredibleLead(others, own);
}

/** The copies among articles: what its page says is one, and what is dated later than nearly the same elsewhere. */
export function copiesAmong(articles: readonly RememberedArticle[]): RememberedCopy[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const families = [...grouped(articles, (article) => firstOf(article, byId)).values()];
  return families.flatMap((family) =>
    family.flatMap((article) => {
      const elsewhere = sourceOf(article, family);
      const isCopy = saysSo(article) || (elsewhere && isLater(article, elsewhere));
      return isCopy ? [{ article, lead: leadOf(article, elsewhere) }] : [];
    }),
  );
}

/** Follows a chain of copies to its last article. All articles that are nearly the same end at the same one. */
function firstOf(article: RememberedArticle, byId: ReadonlyMap<number, RememberedArticle>): number {
  const passed = new Set<number>();
  let at = article;
  for (;;) {
    passed.add(at.id);
    const next = at.copyOf === null ? undefined : byId.get(at.copyOf);
    // A file may say that two are copies of each other.
    if (!next || passed.has(next.id)) return at.id;
    at = next;
  }
}

/** The earliest of nearly the same articles on other sites that are no copies themselves, unless it is dated later. */
function sourceOf(article: RememberedArticle, family: readonly RememberedArticle[]): RememberedArticle | undefined {
  const others = family.filter(
    (other) => siteOfArticle(other) !== siteOfArticle(article) && !saysSo(other) && !isLater(other, article),
  );
  return earliest(others.map((other) => ({ article: other })))?.article;
}

function leadOf({ original }: RememberedArticle, elsewhere: RememberedArticle | undefined): Lead | null {
  const site = original?.url && siteOf(original.url);
  if (site) return { name: site, isClaimed: false, isEarliestMet: false };
  if (original?.publisher) return { name: original.publisher, isClaimed: true, isEarliestMet: false };
  return elsewhere ? { name: siteOfArticle(elsewhere), isClaimed: false, isEarliestMet: true } : null;
}

export interface SiteRow {
  readonly site: Site;
  /** Of the articles that were met there. */
  readonly ids: readonly number[];
  readonly copies: number;
  /** Most often first. */
  readonly leads: readonly (Lead & { readonly count: number })[];
}

/** A row for each site, those with most copies first. */
export function sitesOf(articles: readonly RememberedArticle[], copies: readonly RememberedCopy[]): SiteRow[] {
  const copiesOn = grouped(copies, ({ article }) => siteOfArticle(article));
  return [...grouped(articles, siteOfArticle)]
    .map(([site, met]) => {
      const own = copiesOn.get(site) ?? [];
      return { site, ids: met.map(({ id }) => id), copies: own.length, leads: leadsOf(own) };
    })
    .sort((a, b) => b.copies - a.copies || b.ids.length - a.ids.length || (a.site < b.site ? -1 : 1));
}

function leadsOf(copies: readonly RememberedCopy[]): SiteRow['leads'] {
  const leads = copies.flatMap(({ lead }) => lead ?? []);
  return [...grouped(leads, ({ name, isClaimed, isEarliestMet }) => `${isClaimed} ${isEarliestMet} ${name}`).values()]
    .map((same) => ({ ...(same[0] as Lead), count: same.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

export interface MonthRow {
  /** The first moment of the month by the reader's clock, ms since 1970. */
  readonly month: number;
  readonly articles: number;
  readonly copies: number;
}

const monthOf = ({ met }: RememberedArticle) =>
  new Date(new Date(met).getFullYear(), new Date(met).getMonth()).getTime();

/** How many articles were first met in each month, the last first. */
export function monthsOf(articles: readonly RememberedArticle[], copies: readonly RememberedCopy[]): MonthRow[] {
  const copiesIn = grouped(copies, ({ article }) => monthOf(article));
  return [...grouped(articles, monthOf)]
    .map(([month, met]) => ({ month, articles: met.length, copies: copiesIn.get(month)?.length ?? 0 }))
    .sort((a, b) => b.month - a.month);
}

const dayOf = ({ met }: RememberedArticle) => new Date(met).setHours(0, 0, 0, 0);

/** Articles by the day on which they were first met, in their order. Days begin by the reader's clock. */
export const daysOf = (articles: readonly RememberedArticle[]): [day: number, met: RememberedArticle[]][] => [
  ...grouped(articles, dayOf),
];

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
