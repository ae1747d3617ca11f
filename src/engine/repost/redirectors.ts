/** Links that lead to the original through a redirector. The target is read from the address, without network. */
import { webUrl } from '../dom.ts';
import { lazy } from '../lazy.ts';
import { listed } from '../listed.ts';
import { memoize } from '../memoize.ts';
import { domains } from './domains.ts';
import { HIDES } from './hosts.ts';
import { isSocialHost, siteOwner } from './site-owner.ts';

/** What `0A` to `0Z` stand for in the addresses that Feedsportal wrote into paths, on publishers' hosts too. */
const FEEDSPORTAL = '0 . / ? - = & , _ % + http:// https:// .com .co.uk ; | : www. # $ ~ ! ( ) Z'.split(' ');

function fromFeedsportal(path: string): string | null {
  const coded = /\/(0[LM][^/]+)\/story\d+\.htm/.exec(path)?.[1];
  return coded?.replace(/0[A-Z]/g, (code) => FEEDSPORTAL[code.charCodeAt(1) - 65] as string) ?? null;
}

/** An address inside base64, as in links of Bing and in old ones of Google News. */
function fromBase64(coded: string): string | null {
  try {
    const text = atob(coded.replace(/-/g, '+').replace(/_/g, '/'));
    return /https?:\/\/[\x21-\x7e]+/.exec(text)?.[0] ?? null;
  } catch {
    return null;
  }
}

type Decoder = (url: URL) => string | null | undefined;
const parameter =
  (...names: string[]): Decoder =>
  (url) =>
    names.map((name) => url.searchParams.get(name)).find((value) => value && /^https?:/i.test(value));
const rest =
  (pattern: RegExp, scheme = ''): Decoder =>
  (url) => {
    const found = pattern.exec(url.pathname + url.search)?.[1];
    return found && scheme + found.replace(/^(https?:\/)(?=[^/])/, '$1/');
  };

/** How each redirector writes the target, where it is more than a parameter of a telling path. The first row that fits counts. */
const decoders = lazy((): readonly (readonly [host: RegExp, path: RegExp, decode: Decoder])[] => [
  [/(?:^|\.)google\.[a-z.]{2,6}$/, /^\/amp\//, rest(/^\/amp\/s\/(.+)/, 'https://')],
  [/^news\.google\.com$/, /\/articles\//, (url) => fromBase64(url.pathname.split('/').at(-1) ?? '')],
  [/^translate\.google\.[a-z.]{2,6}$/, /./, parameter('u')],
  [/\.translate\.goog$/, /./, fromTranslation],
  [/^lm?\.(?:facebook|instagram|threads)\.com$/, /./, parameter('u')],
  [/^(?:www\.)?bing\.com$/, /^\/ck\/a/, (url) => fromBase64((url.searchParams.get('u') ?? '').replace(/^a1/, ''))],
  [/(?:^|\.)search\.yahoo\.com$/, /./, (url) => decoded(/\/RU=([^/]+)/.exec(url.pathname)?.[1])],
  [/\.cdn\.ampproject\.org$/, /./, rest(/^\/(?:[acv])\/s\/(.+)/, 'https://')],
  [/^disq\.us$/, /^\/url$/, (url) => url.searchParams.get('url')?.replace(/:[\w-]+$/, '')],
]);

/** Labels of the hosts in all rows. Nearly no link has one, so that few links are matched with the rows. */
const DECODED = listed('google goog facebook instagram threads bing yahoo ampproject disq');

/** Google's translator writes the page's host into one label of its own. */
function fromTranslation(url: URL): string {
  const host = url.hostname.replace(/\.translate\.goog$/, '').replace(/--|-/g, (dash) => (dash === '-' ? '.' : '-'));
  return `https://${host}${url.pathname}${url.search.replace(/[?&]_x_tr_\w+=[^&]*/g, '')}`;
}

/** A whole address in the path: what archives, proxies and plugins write behind their own. */
const fromPath: Decoder = ({ pathname, search }) => {
  const at = pathname.search(/[/~]https?(?::|%3a)(?:\/|%2f){1,2}/i);
  const written = at < 0 ? null : decoded(pathname.slice(at + 1));
  return written && /^https?:\/{1,2}[^/.]+\./i.test(written)
    ? written.replace(/^(https?:\/)(?=[^/])/i, '$1/').concat(search)
    : null;
};

/** `http` in base64: so plugins that count clicks write an address into a path or a parameter. */
const fromCoded: Decoder = ({ pathname, search }) => {
  const coded = /[/=](aHR0c[\w+/-]{8,}(?:=|%3D){0,2})/.exec(pathname + search)?.[1];
  return coded ? fromBase64(coded.replace(/%3D/gi, '=').replace(/(?<!\/)\/+$/, '')) : null;
};

/** An address within an address, as it is written, escaped or in base64. */
export const CARRIED_ADDRESS = /https?(?::|%3a)|aHR0c/i;

/** Nearly no address carries another one. Of the others no pattern is asked: each takes long to compile. */
const mayCarryAddress = ({ pathname, search }: URL): boolean =>
  CARRIED_ADDRESS.test(pathname + search) || pathname.includes('/story');

/** Redirecting scripts of all kinds have such a name, and a parameter that is a whole address. */
const REDIRECTING =
  listed(`redirect redirection redirecting redirector redir out outgoing outbound away go goto url click link
  linkfilter offsite exit leave jump visit external track tracking apiclick warn r l`);
const SCRIPT_ENDINGS = listed('php asp aspx cgi htm html jsp');

/** Lists rather than a pattern, for which a browser would make 19 KB of code. */
function hasRedirectingPath({ pathname }: URL): boolean {
  const last = pathname.toLowerCase().split('/').findLast(Boolean) ?? '';
  const [name = '', ending, ...more] = last.split('.');
  return REDIRECTING.has(name) && (ending === undefined || SCRIPT_ENDINGS.has(ending)) && more.length === 0;
}

const anyParameter = parameter(...'url u to target dest destination link goto q r redirect href z uddg'.split(' '));

/** A parameter of any script that says that the address in it is where one goes. */
const namedParameter = parameter(
  ...'url target dest destination link goto redirect redirect_to redirect_url redirectUrl href ued pfurl site src'.split(
    ' ',
  ),
);
/** A page on another host: whoever logs in comes back to the same one, and a picture is none. */
const isPageElsewhere = ({ pathname }: URL): boolean =>
  pathname.length > 1 && !/\.(?:jpe?g|png|gif|webp|svg|avif|mp[34]|pdf|xml|js|css)$/i.test(pathname);

/** Redirectors that have no telling path: the address is all of the query, or stands in a telling parameter. */
const fromQuery: Decoder = (url) => {
  const whole = /^\?https?(?::|%3a)/i.test(url.search) ? decoded(url.search.slice(1)) : null;
  const found = whole ?? (isSocialHost(url.hostname) ? null : namedParameter(url));
  const target = webUrl(found, 'about:blank');
  return target && siteOwner(target.hostname) !== siteOwner(url.hostname) && isPageElsewhere(target) ? found : null;
};

const opaque = domains(HIDES);
const isOpaque = memoize((host: string) => opaque.has(host));

const decoded = (text: string | undefined): string | null => {
  try {
    return text ? decodeURIComponent(text) : null;
  } catch {
    return null;
  }
};

/** Where a link leads. Where a redirector hides it, `via` is its host and `url` is `null`. */
export interface Target {
  readonly url: URL | null;
  readonly via: string | null;
}

/** Buttons that share a page have its address, but do not lead to it. */
const SHARES = listed('share sharer sharearticle sharing intent submit pin plugins bookmark add save edit send print');
const hasSharingPath = ({ pathname }: URL): boolean =>
  pathname
    .toLowerCase()
    .split('/')
    .some((part) => SHARES.has(part.split(/\W/, 1)[0] ?? ''));
const MAX_HOPS = 4;

/** A place to follow a site, not an article of it. Test: repost/addresses.test.ts */
const CHANNEL = /^\/(?:publications|topics|channels?|subscri\w+)\//i;

/** Follows the addresses inside an address, through several redirectors if need be. */
export function targetOf(link: URL): Target {
  let url = link;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const next = step(url);
    if (!next) break;
    url = next;
  }
  const isHidden = isOpaque(url.hostname) && url.pathname.length > 1 && !CHANNEL.test(url.pathname);
  return isHidden ? { url: null, via: url.hostname } : { url, via: null };
}

function step(url: URL): URL | null {
  const isDecoded = url.hostname.split('.').some(DECODED.has);
  if ((!isDecoded && !mayCarryAddress(url)) || hasSharingPath(url)) return null;
  const row = isDecoded
    ? decoders().find(([host, path]) => host.test(url.hostname) && path.test(url.pathname))
    : undefined;
  const found = row
    ? row[2](url)
    : ((hasRedirectingPath(url) ? anyParameter(url) : null) ??
      fromPath(url) ??
      fromFeedsportal(url.pathname) ??
      fromCoded(url) ??
      fromQuery(url));
  const next = webUrl(found, 'about:blank');
  return next?.hostname.includes('.') ? next : null;
}
