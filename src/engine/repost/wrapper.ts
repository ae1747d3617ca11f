/**
 * Whether a page is the publisher's own, seen at another address: by way of a translator, an archive, a cache or a proxy,
 * on a machine of its own, or on a platform. Decided from the page's address and the address that the document states.
 */
import { webUrl } from '../dom.ts';
import { domains } from './domains.ts';
import { MIRRORS, PREVIEWS, WITH_ACCOUNTS } from './hosts.ts';
import { targetOf } from './redirectors.ts';
import { accountName, siteOwner, withoutHyphens } from './site-owner.ts';

/** Labels of one site that say how a page is served, not whose it is. */
const withoutService = (host: string): string => host.replace(/^(?:www\d?|m|mobile|amp)\./, '');

/**
 * The page's address carries the host: `host/https/HOST/path`, `?q=cache:HOST/path`, `HOST.proxy.example`, or with dashes
 * in one label, `www-example-com.proxy.example`.
 */
function carriesHost(page: URL, host: string): boolean {
  const name = withoutService(host);
  const here = withoutService(page.hostname);
  if (here.startsWith(`${name}.`)) return true;
  const label = `-${here.split('.')[0]}-`;
  const dashed = [name.replace(/\./g, '-'), name.replace(/-/g, '--').replace(/\./g, '-')];
  if (dashed.some((one) => label.includes(`-${one}-`))) return true;
  const rest = unescaped(page.pathname + page.search);
  for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1))
    if (/[/:=.@]/.test(rest[at - 1] ?? '') && /^(?:[/?&:#]|$)/.test(rest.slice(at + name.length))) return true;
  return false;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text).toLowerCase();
  } catch {
    return text.toLowerCase();
  }
}

const mirrors = domains(MIRRORS);
const previews = domains(PREVIEWS);
const withAccounts = domains(WITH_ACCOUNTS);

/** A machine that is not on the web, or an address without a name. */
const UNNAMED = /^(?:[^.]+|.*\.(?:localhost|local|internal|lan|onion|i2p)|\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/;
/** The host has no name on the web: it does not tell whose a page is. */
export const isUnnamed = (host: string): boolean => UNNAMED.test(host);

/** A label of a site that nobody is meant to see yet, or of a machine that fetches pages for those who log in. */
const SERVICE_LABEL =
  /(?:^|[.-])(?:ezproxy|eproxy|libproxy|proxy|webvpn|sslvpn|vpn|staging|stage|preview|preprod|uat|qa|dev|draft|beta|test|testing|sandbox)\d*(?:$|[.-])/;

/** The host is an archive, a cache or a reader. */
export const isMirror = (host: string): boolean => mirrors.has(host);

/** The host shows pages of others as they are: what they state of themselves is true, and their source lines are theirs. */
function showsPagesOfOthers(host: string): boolean {
  const beforeName = host.slice(0, -siteOwner(host).length);
  return isUnnamed(host) || SERVICE_LABEL.test(beforeName) || mirrors.has(host) || previews.has(host);
}

/** A shorter name may be a common word. */
const MIN_NAME_CHARS = 6;

/** The page is the other site's account or blog on a platform, or a page of the platform of its blog. */
function isAccountOf(page: URL, host: string): boolean {
  const here = page.hostname;
  if (here.endsWith(`.${host}`) || host.endsWith(`.${here}`)) return true;
  const name = accountName(host);
  if (name.length < MIN_NAME_CHARS) return false;
  const account = withAccounts.has(here) ? /^\/@?([^/]+)/.exec(page.pathname)?.[1] : undefined;
  return [...here.split('.'), account?.toLowerCase() ?? ''].some((label) => withoutHyphens(label) === name);
}

/**
 * @param stated host of an address that the document states as its own
 * @returns the page belongs to that host, though its own is another
 */
export function isPageOf(stated: string, pageUrl: string): boolean {
  const page = webUrl(pageUrl, pageUrl);
  if (page === null) return false;
  // A proxy that codes the address which it opens.
  const isOpened = targetOf(page).url?.hostname === stated;
  return isOpened || showsPagesOfOthers(page.hostname) || carriesHost(page, stated) || isAccountOf(page, stated);
}
