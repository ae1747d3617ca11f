import { withoutTracking } from '../engine/repost/tracking.ts';
import { siteOf, toUrl } from '../settings/site.ts';
import type { RuleScope } from './rule.ts';

/** Path and query, without what only says how the reader came. */
function pageOf(url: URL): string {
  const { pathname, search } = withoutTracking(url);
  return pathname + search;
}

/** The whole Site of an address, or the one page. `null` off the web. */
export function whereIs(address: string, scope: 'site' | 'page'): RuleScope | null {
  const url = toUrl(address);
  const site = siteOf(address);
  return url && site ? { site, page: scope === 'page' ? pageOf(url) : null } : null;
}

/** Whether an address lies on the Site of a rule, or of a Site that it covers. */
function isOnSite({ site }: RuleScope, address: string): boolean {
  const own = siteOf(address);
  return own === site || own?.endsWith(`.${site}`) === true;
}

/** Whether a rule holds at an address. */
export function holdsAt(where: RuleScope, address: string): boolean {
  if (!isOnSite(where, address)) return false;
  const url = toUrl(address);
  return where.page === null || (url !== null && pageOf(url) === where.page);
}
