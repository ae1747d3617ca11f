import { attribute, webUrl } from '../dom.ts';
import { collapsedText } from '../whitespace.ts';
import { isPaid } from './offers.ts';
import { CARRIED_ADDRESS, targetOf } from './redirectors.ts';
import { accountName, isSocialHost, withoutHyphens } from './site-owner.ts';
import type { LinkOut } from './types.ts';

/** Addresses that share a page. */
const SHARING =
  /[/?&](?:share|sharer|sharing|sharearticle|intent|send|submit|save|bookmark|pin|add)(?:[./?&=]|$)|[?&](?:u|url|text|body|link|status)=https?/i;

/** The page's host and a slash: how an address on the same host begins after its `//`. */
export const hostAndSlash = (url: string): string => `${webUrl(url, url)?.host}/`;

/** Where the path begins in an address that is written out with the page's host; 0 in others. */
function pathStart(href: string, home: string): number {
  const at = href.indexOf('//') + 2;
  return at >= 2 && at <= 8 && href.startsWith(home, at) ? at + home.length : 0;
}

/**
 * The address is on the page's host and carries no other address. True of most links of most pages, and found out
 * without parsing the address.
 *
 * @param home of {@link hostAndSlash}
 */
function isOnHost(href: string, home: string): boolean {
  const path = pathStart(href, home);
  return (path > 0 || !namesHost(href)) && !CARRIED_ADDRESS.test(href.slice(path));
}

/**
 * A host with or without a path, as people write it who leave out the scheme. A browser takes it for a file beside the
 * page: such a link leads nowhere, but says whereto. Fixture: repost/source-without-scheme
 */
const WRITTEN_HOST =
  /^(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|(?:com?|org|net|gov|ac)\.[a-z]{2}))(?:[/?#]|$)/i;

/** The address has a host in it, with or without a scheme. Asked of each link, and so of plain ones without a pattern. */
const namesHost = (href: string): boolean =>
  href.startsWith('https://') || href.startsWith('http://') || /^(?:[a-z]+:)?[\\/]{2}/i.test(href);

/** The link's address with the scheme that was left out; `null` where it has none. */
function hrefOf(element: Element): string | null {
  const href = attribute(element, 'href')?.trim();
  return href && !namesHost(href) && WRITTEN_HOST.test(href) ? `https://${href}` : href || null;
}

/** A link to another page of the same site. */
export function staysOnSite(
  element: HTMLAnchorElement,
  base: string,
  home: string,
  isOwn: (host: string) => boolean,
): boolean {
  const href = hrefOf(element) ?? '';
  if (href === '' || href.startsWith('#') || (href.startsWith(base) && '#?'.includes(href[base.length] ?? '#')))
    return false;
  if (isOnHost(href, home)) return pathStart(href, home) > 0 || !/^[a-z]+:/i.test(href);
  const url = webUrl(href, base);
  return url !== null && isOwn(url.hostname);
}

/**
 * A link as a {@link LinkOut}; `null` where it stays on the site or shares the page.
 *
 * @param base address of the page
 * @param home {@link hostAndSlash} of the page
 */
export function findLinkOut(
  element: HTMLAnchorElement,
  base: string,
  home: string,
  isOwn: (host: string) => boolean,
): LinkOut | null {
  const href = hrefOf(element);
  if (!href || isOnHost(href, home)) return null;
  const link = webUrl(href, base);
  if (!link || isPaid(element)) return null;
  if (carriesOwnAddress(link, home) || OPENS_COMMENTS.test(link.pathname + link.hash)) return null;
  const { url, via } = targetOf(link);
  if (url?.href === link.href && isSocialHost(link.hostname) && SHARING.test(link.pathname + link.search)) return null;
  if (url && (isOwn(url.hostname) || !url.hostname.includes('.') || hasSiteName(url, home))) return null;
  let linkText: string | undefined;
  return {
    element,
    get linkText() {
      linkText ??= collapsedText(element);
      return linkText;
    },
    url,
    via,
  };
}

/** The address hands the page's own on: to log in, to open it in an app, to translate or print it. Test: repost/edges.test.ts */
const carriesOwnAddress = ({ search }: URL, home: string): boolean =>
  CARRIED_ADDRESS.test(search) && search.replace(/%3a/gi, ':').replace(/%2f/gi, '/').includes(`//${home}`);

/** Where readers write about an article. Fixture: repost/link-to-comments */
const OPENS_COMMENTS = /\/comments?\/?(?:#.*)?$|#(?:comments?|respond|disqus_thread)$/i;

/** A shorter name may be a common word. */
const MIN_SITE_NAME_CHARS = 6;

/** The site's account or blog on a platform, by its name: `medium.com/@brand/…`, `brand.wordpress.com`. */
function hasSiteName({ hostname, pathname }: URL, home: string): boolean {
  const name = accountName(home.slice(0, -1));
  return (
    name.length >= MIN_SITE_NAME_CHARS &&
    withoutHyphens(`${hostname}${pathname}`)
      .split(/[./@]+/)
      .includes(name)
  );
}

/** The address leads to one article, not to a front page or a section. */
export function isArticleUrl(url: URL): boolean {
  const parts = url.pathname.split('/').filter(Boolean);
  if (parts.length === 0)
    return /[?&](?:p|id|article\w*|story\w*|news\w*|no|idx\w*|aid|nid|post\w*|sid)=\w/i.test(url.search);
  if (
    parts.length === 1 &&
    /^(?:[a-z]{2}(?:-[a-z]{2})?|index\.\w+|home|news|rss|feed|about|contact)$/i.test(parts[0] ?? '')
  )
    return /[?&]\w+=\w/.test(url.search);
  return !/^(?:author|authors|tag|tags|category|categories|topics?|contributors?|profile|people|staff|users?)$/i.test(
    parts[0] ?? '',
  );
}

/** Paths and hosts of things: what is sold, held, offered, played, shown, cooked, talked over, signed, or kept in a repository. Fixtures: repost/link-to-thing, repost/link-to-thread */
const THING_PATH =
  /\/(?:products?|produkte?|productos?|shop|store|cart|tickets?|jobs?|vacanc(?:y|ies)|careers?|stellen\w*|episodes?|albums?|tracks?|recipes?|recettes?|recetas?|ricette|rezepte|receitas?|watch|titles|books|forums?|threads?|petitions?|events?|consultations?|docs?|documentation|blob|tree|releases\/tag|dp)\/|\.(?:pdf|docx?|pptx?|xlsx?|zip|epub)$/i;
const THING_HOST = /^(?:docs?|shop|store|jobs|careers|tickets?|forums?|community|discuss|petitions?|events?)\./;

/** The link leads to an article on its site, and not to a thing with a page of its own. */
export const leadsToArticle = ({ url, via }: Pick<LinkOut, 'url' | 'via'>): boolean =>
  url ? isArticleUrl(url) && !THING_PATH.test(url.pathname) && !THING_HOST.test(url.hostname) : via !== null;
