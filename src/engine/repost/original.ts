import type { Original, VerdictKind } from '../types.ts';
import { isArticleUrl } from './links.ts';
import { siteOwner } from './site-owner.ts';
import { withoutTracking } from './tracking.ts';
import type { SignalNaming } from './types.ts';

/**
 * Where the article came from, out of what the Signals name, the surest first. A front page is not an original: then
 * only the publisher is named. No original is better than a wrong one.
 */
export function originalOf(named: readonly SignalNaming[], kind: VerdictKind): Original | null {
  const wanted = kind === 'syndicated' ? named.filter(({ id }) => NAMES_A_CREDIT.test(id)) : named;
  const headlineLink = isFrontPage(wanted[0]) ? wanted.find(isHeadlineLink) : undefined;
  const first = headlineLink ?? wanted[0];
  if (!first) return null;
  // The first Signal decides the site. Another one may know the page on it.
  const site = first.url && siteOwner(first.url.hostname);
  const chosen = wanted.find(({ url }) => url && isArticleUrl(url) && (!site || siteOwner(url.hostname) === site));
  const url = chosen?.url ?? null;
  const chosenSite = siteOwner((url ?? first.url)?.hostname ?? '');
  const publisher =
    wanted.find((one) => one.publisher && (one.url ? siteOwner(one.url.hostname) === chosenSite : chosenSite === ''))
      ?.publisher ?? (url || !first.url ? null : chosenSite);
  const via = url ? null : (wanted.find((one) => one.via)?.via ?? null);
  if (!url && !publisher && !via) return null;
  const certainty = chosen?.url && isCertain(chosen.url, chosen.id, wanted) ? ({ isCertain: true } as const) : {};
  return { url: url?.href ?? null, publisher, via, link: (chosen ?? first).link ?? null, ...certainty };
}

/** The page of a service that brought the article here is named before the article's own. Test: repost/original.test.ts */
const isFrontPage = (naming: SignalNaming | undefined): boolean =>
  naming?.id === 'source-named' && Boolean(naming.url && !isArticleUrl(naming.url));
const isHeadlineLink = ({ id, url }: SignalNaming): boolean => id === 'closing-link' && Boolean(url);

/** Signals of a link that is there to say where this article stands, or that carries its headline at its end. */
const LINKS_THE_ARTICLE: ReadonlySet<SignalNaming['id']> = new Set([
  'source-link',
  'attribution',
  'feed-footer',
  'continues-elsewhere',
  'source-named',
  'closing-link',
  'canonical-elsewhere',
  'address-elsewhere',
]);

/**
 * Whether the page leaves no doubt where the article stands: such a link leads there, every other such link too, and
 * whatever else is named is on the same site. Tests: repost/original.test.ts
 */
function isCertain(url: URL, id: SignalNaming['id'], named: readonly SignalNaming[]): boolean {
  const site = siteOwner(url.hostname);
  return (
    LINKS_THE_ARTICLE.has(id) &&
    named.every(
      (one) =>
        !one.url ||
        (siteOwner(one.url.hostname) === site &&
          (!LINKS_THE_ARTICLE.has(one.id) || !isArticleUrl(one.url) || isSamePage(one.url, url))),
    )
  );
}

/** With and without `www.`, a slash at the end, and what tracks. */
function isSamePage(a: URL, b: URL): boolean {
  const key = (url: URL) => {
    const { hostname, pathname, search } = withoutTracking(url);
    return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search;
  };
  return key(a) === key(b);
}

/** Signals that find an open credit. */
const NAMES_A_CREDIT = /^(?:licence|open-credit|agency-.*|canonical-elsewhere|address-elsewhere)$/;
