import { memoizeUpwards, upwards } from '../boxes.ts';
import { attribute } from '../dom.ts';
import type { Article, Box, Page } from '../types.ts';
import { NOT_ARTICLE_WORDS, SITE_CHROME_WORDS } from '../vocabulary.ts';
import { isSocialHost, siteOwner } from './site-owner.ts';

const CHROME_TAGS = /^(?:nav|header|footer)$/;
/** So many links from the site's own navigation make a host the site's own. Test: repost/edges.test.ts */
export const MIN_OWN_LINKS = 2;
/** A site's own header does not stand deeper than this in the page. */
const MAX_CHROME_DEPTH = 10;

/** How often the page's own navigation, logo and footer link other sites. */
export function sitesInChrome(page: Page, { root }: Article, here: string): ReadonlyMap<string, number> {
  const isChrome = memoizeUpwards((box) => (isChromeItself(box) && isOutsideArticles(box)) || undefined);
  const linksByHost = new Map<string, number>();
  for (const { index, links, box } of page.blocks) {
    if (links.length === 0 || (index >= root.first && index < root.end)) continue;
    for (const element of links) {
      const href = attribute(element, 'href') ?? '';
      const at = href.indexOf('//');
      // Most addresses have no host.
      if (at < 0 || at > 6) continue;
      const host = /^[^/?#:]+/.exec(href.slice(at + 2))?.[0];
      if (host && host !== here && isChrome(box)) linksByHost.set(host, (linksByHost.get(host) ?? 0) + 1);
    }
  }
  const linksBySite = new Map<string, number>();
  for (const [host, count] of linksByHost) {
    if (isSocialHost(host)) continue;
    const site = siteOwner(host);
    linksBySite.set(site, (linksBySite.get(site) ?? 0) + count);
  }
  return linksBySite;
}

const isChromeItself = ({ tag, depth, words }: Box): boolean =>
  CHROME_TAGS.test(tag) || (depth < MAX_CHROME_DEPTH && SITE_CHROME_WORDS.test(words));

/** Not in an article of the page. */
function isOutsideArticles(box: Box): boolean {
  for (const { tag, words } of upwards(box))
    if (tag === 'article' || tag === 'main' || NOT_ARTICLE_WORDS.test(words)) return false;
  return true;
}
