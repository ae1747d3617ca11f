import { memoizeWeak } from '../memoize.ts';
import { siteOwner } from './site-owner.ts';
import type { LinkOut, SignalContext } from './types.ts';

const MIN_LINKS = 3;
/** Share of the text's links. Test: repost/edges.test.ts */
const MIN_SHARE = 0.7;

/** The other site that most links of the text lead to. */
export interface MostLinked {
  readonly site: string;
  readonly count: number;
  readonly first: LinkOut;
}

export const mostLinked = memoizeWeak(({ linksOut, linksIn }: SignalContext): MostLinked | null => {
  const bySite = new Map<string, LinkOut[]>();
  for (const link of linksOut) {
    if (!link.url) continue;
    const site = siteOwner(link.url.hostname);
    const links = bySite.get(site);
    if (links) links.push(link);
    else bySite.set(site, [link]);
  }
  const [most] = [...bySite].sort(([, a], [, b]) => b.length - a.length);
  if (!most) return null;
  const [site, links] = most;
  if (links.length < MIN_LINKS || links.length < MIN_SHARE * (linksOut.length + linksIn)) return null;
  return { site, count: links.length, first: links[0] as LinkOut };
});
