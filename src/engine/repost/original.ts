import type { Original, VerdictKind } from '../types.ts';
import { isArticleUrl } from './links.ts';
import { siteOwner } from './site-owner.ts';
import type { SignalNaming } from './types.ts';

/**
 * Where the article came from, out of what the Signals name, the surest first. A front page is not an original: then
 * only the publisher is named. No original is better than a wrong one.
 */
export function originalOf(named: readonly SignalNaming[], kind: VerdictKind): Original | null {
  const wanted = kind === 'syndicated' ? named.filter(({ id }) => NAMES_A_CREDIT.test(id)) : named;
  const [first] = wanted;
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
  return { url: url?.href ?? null, publisher, via, link: (chosen ?? first).link ?? null };
}

/** Signals that find an open credit. */
const NAMES_A_CREDIT = /^(?:licence|open-credit|agency-.*|canonical-elsewhere|address-elsewhere)$/;
