import { carriesHeadline } from './headline-link.ts';
import { isArticleUrl } from './links.ts';
import { targetOf } from './redirectors.ts';
import { isSocialHost, siteOwner } from './site-owner.ts';
import type { Evidence, SignalContext } from './types.ts';
import { isUnnamed } from './wrapper.ts';

/**
 * The address that the document states as its own, where that is an article of another site. Publishers state their
 * sister papers' addresses (fixture: repost/sister-paper).
 */
export function addressElsewhere(context: SignalContext, address: string | null): Evidence | null {
  const { isOwn } = context;
  if (!address) return null;
  const { url, via } = targetOf(new URL(address));
  if (!url) return via ? { quote: address, names: { via } } : null;
  const { hostname } = url;
  if (isOwn(hostname) || isSister(context, hostname)) return null;
  if (isSocialHost(hostname) || !isArticleUrl(url) || isUnnamed(hostname)) return null;
  return { quote: url.href, names: { url } };
}

/** The page's own navigation or footer links the site. A copied text has kept its links to it all the same. */
function isSister({ linksInChrome, linksOut, linksIn }: SignalContext, host: string): boolean {
  if (linksInChrome(host) === 0) return false;
  const site = siteOwner(host);
  return linksOut.filter(({ url }) => url && siteOwner(url.hostname) === site).length <= linksIn;
}

/** A text with so many links to its own site, and no more to others, was written for it. */
export const MIN_OWN_LINKS = 2;

/**
 * The same, where that address also carries the headline, and the text does not link the page's own site: what a sister
 * paper takes over is linked into its own pages (fixture: repost/sister-paper-links).
 */
export function sameArticleStated(context: SignalContext): Evidence | null {
  const { metadata, linksIn, linksOut } = context;
  if (linksIn >= MIN_OWN_LINKS && linksIn >= linksOut.length) return null;
  const stated = [metadata.canonical, metadata.openGraphUrl].map((address) => addressElsewhere(context, address));
  return (
    stated.find(
      (found) => found?.names?.url && carriesHeadline(context, { url: found.names.url, via: null, linkText: '' }),
    ) ?? null
  );
}
