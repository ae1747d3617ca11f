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

/** `http` in base64 or as hexadecimal digits: so plugins that count clicks write an address into a path or a parameter. */
function fromCode(text: string): string | null {
  if (/^aHR0c[\w+/-]{8,}={0,2}$/.test(text)) return fromBase64(text);
  return /^68747470(?:[0-9a-f]{2}){8,}$/i.test(text) ? decoded(text.replace(/../g, '%$&')) : null;
}

/** The address that a text is: as it is, escaped again, without its scheme, coded, or behind what a cache calls its copy. */
function addressIn(text: string | null): string | null {
  if (!text) return null;
  const plain = /^https?%/i.test(text) ? (decoded(text) ?? text) : text;
  if (/^https?:/i.test(plain)) return plain;
  if (/^\/\/[\w-]+\./.test(plain)) return `https:${plain}`;
  if (/^www\.[\w-]+\.[\w.-]+(?:\/|$)/i.test(plain)) return `https://${plain}`;
  return /^cache:(?:[^:/]+:)?(https?:[^\s+]+)/i.exec(plain)?.[1] ?? fromCode(plain);
}

type Decoder = (url: URL) => string | null | undefined;
const parameter =
  (...names: string[]): Decoder =>
  ({ searchParams }) =>
    names.map((name) => addressIn(searchParams.get(name) ?? searchParams.get(`amp;${name}`))).find(Boolean);
const rest =
  (pattern: RegExp, scheme = ''): Decoder =>
  (url) => {
    const found = pattern.exec(url.pathname + url.search)?.[1];
    return found && scheme + found.replace(/^(https?:\/)(?=[^/])/, '$1/');
  };

/** How each redirector writes the target, where it is more than a parameter of a telling path. The first row that fits counts. */
const decoders = lazy((): readonly (readonly [host: RegExp, path: RegExp, decode: Decoder])[] => [
  [/(?:^|\.)(?:google|bing)\.[a-z.]{2,6}$/, /^\/amp\//, rest(/^\/amp\/(?:s\/)?([^/]+\..+)/, 'https://')],
  [/(?:^|\.)google\.[a-z.]{2,6}$/, /^\/imgres/, parameter('imgrefurl')],
  [/^news\.google\.com$/, /\/(?:articles|read)\//, (url) => fromBase64(url.pathname.split('/').at(-1) ?? '')],
  [/^translate\.google\.[a-z.]{2,6}$/, /./, parameter('u')],
  [/\.translate\.goog$/, /./, fromTranslation],
  [/\.googleusercontent\.com$/, /^\/search/, parameter('q')],
  [/^lm?\.(?:facebook|instagram|threads)\.com$/, /./, parameter('u')],
  [/(?:^|\.)bing\.com$/, /^\/ck\/a/, (url) => fromBase64((url.searchParams.get('u') ?? '').replace(/^a1/, ''))],
  [/(?:^|\.)search\.yahoo\.com$/, /./, (url) => decoded(/\/RU=([^/]+)/.exec(url.pathname)?.[1])],
  [/\.cdn\.ampproject\.org$/, /./, rest(/^\/(?:[acv])\/s\/(.+)/, 'https://')],
  [/^disq\.us$/, /^\/url$/, (url) => url.searchParams.get('url')?.replace(/:[\w-]+$/, '')],
  [/(?:^|\.)(?:yandex\.[a-z.]{2,6}|turbopages\.org)$/, /\/s\/|^\/turbo$/, fromTurbo],
  [/^urldefense\.com$/, /^\/v3\//, rest(/^\/v3\/__(https?:[^;]+)__;/)],
  [/^urldefense\.proofpoint\.com$/, /^\/v2\//, fromProofpoint],
]);

/** Labels of the hosts in all rows. Nearly no link has one, so that few links are matched with the rows. */
const DECODED = listed(
  'google goog googleusercontent facebook instagram threads bing yahoo ampproject disq yandex turbopages urldefense',
);

/** Google's translator writes the page's host into one label of its own. */
function fromTranslation(url: URL): string {
  const host = url.hostname.replace(/\.translate\.goog$/, '').replace(/--|-/g, (dash) => (dash === '-' ? '.' : '-'));
  return `https://${host}${url.pathname}${url.search.replace(/[?&]_x_tr_\w+=[^&]*/g, '')}`;
}

/** Yandex's pages for slow networks: `turbo?text=ADDRESS`, `/turbo/HOST/s/PATH`, `/HOST/s/PATH`. */
function fromTurbo(url: URL): string | null {
  const [, host, path] = /^(?:\/turbo)?\/([\w-]+(?:\.[\w-]+)+)\/s(\/.+)/.exec(url.pathname) ?? [];
  return host ? `https://${host}${path}` : addressIn(url.searchParams.get('text'));
}

/** Proofpoint writes `_` for a slash, and `-` for the percent sign. */
function fromProofpoint({ searchParams }: URL): string | null {
  return decoded((searchParams.get('u') ?? '').replace(/_/g, '/').replace(/-/g, '%'));
}

/** A whole address in the path: what archives, proxies and plugins write behind their own. */
const fromPath: Decoder = ({ pathname, search }) => {
  const at = pathname.search(/[/~]https?(?::|%3a)(?:\/|%2f){1,2}/i);
  const written = at < 0 ? null : decoded(pathname.slice(at + 1));
  return written && /^https?:\/{1,2}[^/.]+\./i.test(written)
    ? written.replace(/^(https?:\/)(?=[^/])/i, '$1/').concat(search)
    : null;
};

const CODE_STARTS = /[/=](?:aHR0c|68747470)/;

/** A coded address that is all of a parameter, or from a slash in the path on. */
const fromCoded: Decoder = ({ pathname, search, searchParams }) => {
  if (!CODE_STARTS.test(pathname + search)) return null;
  const path = (decoded(pathname) ?? pathname).replace(/\/$/, '');
  const inPath = path.slice(path.search(CODE_STARTS) + 1);
  // Reading the parameters makes blanks of what is `+` in base64.
  return [...searchParams.values(), inPath].map((text) => fromCode(text.replace(/ /g, '+'))).find(Boolean);
};

/** An address within an address, as it is written, escaped, without its scheme, in base64 or in hexadecimal digits. */
export const CARRIED_ADDRESS = /https?(?::|%(?:25)?3a)|aHR0c|[/=]68747470|=(?:\/\/|%2f%2f)|[/=]www\./i;

/** Nearly no address carries another one. Of the others no pattern is asked: each takes long to compile. */
const mayCarryAddress = ({ pathname, search, hash }: URL): boolean =>
  CARRIED_ADDRESS.test(pathname + search + hash) || pathname.includes('/story');

/** Redirecting scripts of all kinds have such a name, and a parameter that is a whole address. */
const REDIRECTING =
  listed(`redirect redirection redirecting redirector redir out outgoing outbound away go goto url click link
  linkfilter offsite exit leave jump visit external track tracking apiclick warn iv r l`);
const SCRIPT_ENDINGS = listed('php asp aspx cgi htm html jsp');

/** Lists rather than a pattern, for which a browser would make 19 KB of code. */
function hasRedirectingPath(pathname: string): boolean {
  const last = pathname.toLowerCase().split('/').findLast(Boolean) ?? '';
  const [name = '', ending, ...more] = last.split('.');
  return REDIRECTING.has(name) && (ending === undefined || SCRIPT_ENDINGS.has(ending)) && more.length === 0;
}

const anyParameter = parameter(...'url u to target dest destination link goto q r redirect href z uddg a'.split(' '));

/** The path is one of a redirecting script, or the host's first label is called so. */
const isRedirecting = ({ pathname, hostname }: URL): boolean =>
  hasRedirectingPath(pathname) || hasRedirectingPath(hostname.slice(0, hostname.indexOf('.')));

/** The path of a redirecting script goes on with a host: `/out/www.tallowherald.example/seagrass`. */
const behindRedirect: Decoder = ({ pathname, search }) => {
  const at = pathname.indexOf('/www.');
  return at > 0 && hasRedirectingPath(pathname.slice(0, at)) ? addressIn(pathname.slice(at + 1) + search) : null;
};

/** A parameter of any script that says that the address in it is where one goes. */
const namedParameter = parameter(
  ...'url lite_url target dest destination link goto redirect redirect_to redirect_url redirectUrl href ued pfurl site src'.split(
    ' ',
  ),
);
/** A page on another host: whoever logs in comes back to the same one, and a picture is none. */
const isPageElsewhere = ({ pathname }: URL): boolean =>
  pathname.length > 1 && !/\.(?:jpe?g|png|gif|webp|svg|avif|mp[34]|pdf|xml|js|css)$/i.test(pathname);

/** Redirectors that have no telling path: the address is all of the query or of the fragment, or stands in a telling parameter. */
const fromQuery: Decoder = (url) => {
  const whole = [url.search, url.hash].find((part) => /^[?#]https?(?::|%3a)/i.test(part));
  const found = whole ? decoded(whole.slice(1)) : isSocialHost(url.hostname) ? null : namedParameter(url);
  const target = webUrl(found, 'about:blank');
  return target && siteOwner(target.hostname) !== siteOwner(url.hostname) && isPageElsewhere(target) ? found : null;
};

const opaque = domains(HIDES);
const isOpaque = memoize((host: string) => opaque.has(host));

function decoded(text: string | undefined): string | null {
  try {
    return text ? decodeURIComponent(text) : null;
  } catch {
    return null;
  }
}

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
    .replace('/wp-content/plugins/', '/')
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
    : ((isRedirecting(url) ? anyParameter(url) : null) ??
      fromPath(url) ??
      behindRedirect(url) ??
      fromFeedsportal(url.pathname) ??
      fromCoded(url) ??
      fromQuery(url));
  const next = webUrl(found, 'about:blank');
  return next?.hostname.includes('.') ? next : null;
}
