/** Links that lead to the original by way of somebody else, decoded without asking anybody. */
import { webUrl } from '../dom.ts';
import { remember } from '../remember.ts';
import { domains } from './domains.ts';
import { HIDES } from './printed.ts';

/** Feedsportal wrote addresses into paths with these for `0A` to `0Z`. */
const FEEDSPORTAL = '0 . / ? - = & , _ % + http:// https:// .com .co.uk ; | : www. # $ ~ ! ( ) Z'.split(' ');

function fromFeedsportal(path: string): string | null {
  const coded = /\/(0[LM][^/]+)(?:\/story\d+\.htm)?/.exec(path)?.[1];
  return coded?.replace(/0[A-Z]/g, (code) => FEEDSPORTAL[code.charCodeAt(1) - 65] as string) ?? null;
}

/** An address inside base64, as old Google News and Bing links carry it. */
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

/**
 * Host, path, and how the target is written, where it is not just a parameter of a path that says so. The first row that
 * fits decides.
 */
const DECODERS: readonly (readonly [host: RegExp, path: RegExp, decode: Decoder])[] = [
  [/(?:^|\.)google\.[a-z.]{2,6}$/, /^\/amp\//, rest(/^\/amp\/s\/(.+)/, 'https://')],
  [/^news\.google\.com$/, /\/articles\//, (url) => fromBase64(url.pathname.split('/').at(-1) ?? '')],
  [/^translate\.google\.[a-z.]{2,6}$/, /./, parameter('u')],
  [/\.translate\.goog$/, /./, fromTranslation],
  [/(?:^|\.)feedsportal\.com$/, /./, (url) => fromFeedsportal(url.pathname)],
  [/^lm?\.(?:facebook|instagram|threads)\.com$/, /./, parameter('u')],
  [/^(?:www\.)?bing\.com$/, /^\/ck\/a/, (url) => fromBase64((url.searchParams.get('u') ?? '').replace(/^a1/, ''))],
  [/(?:^|\.)search\.yahoo\.com$/, /./, (url) => decoded(/\/RU=([^/]+)/.exec(url.pathname)?.[1])],
  [/^web\.archive\.org$/, /./, rest(/^\/web\/[^/]+\/(https?:\/.+)/)],
  [/\.cdn\.ampproject\.org$/, /./, rest(/^\/(?:[acv])\/s\/(.+)/, 'https://')],
  [/^href\.li$/, /./, (url) => decoded(url.search.slice(1))],
];

/** Labels of the hosts of all rows: nearly every link is of none. */
const DECODED = new Set(
  'google goog feedsportal facebook instagram threads bing yahoo archive ampproject href'.split(' '),
);

/** The page's host is written into a label of the translator's. */
function fromTranslation(url: URL): string {
  const host = url.hostname.replace(/\.translate\.goog$/, '').replace(/--|-/g, (dash) => (dash === '-' ? '.' : '-'));
  return `https://${host}${url.pathname}${url.search.replace(/[?&]_x_tr_\w+=[^&]*/g, '')}`;
}

/** Redirecting scripts of all kinds: a path that says so, and a parameter that is a whole address. */
const SENDS_ON =
  /(?:^|\/)(?:redirect(?:ion|ing|or)?|redir|out(?:going|bound)?|away|go(?:to)?|url|click|link|exit|leave|jump|visit|external|track(?:ing)?|apiclick|warn|r|l)(?:\.(?:php|aspx?|cgi|html?|jsp))?\/?$/i;
const anywhere = parameter(...'url u to target dest destination link goto q r redirect href z uddg'.split(' '));

const hiding = domains(HIDES);
const hides = remember((host: string) => hiding.has(host));

const decoded = (text: string | undefined): string | null => {
  try {
    return text ? decodeURIComponent(text) : null;
  } catch {
    return null;
  }
};

/** Where a link ends. `via` is the host that hides it, and then `url` is `null`. */
export interface Target {
  readonly url: URL | null;
  readonly via: string | null;
}

/** Buttons that share a page carry its address, but do not lead to it. */
const SHARES = /\/(?:share|sharer|sharing|intent|submit)\b/i;
const MOST_HOPS = 4;

/** Follows what is written into the address itself, through several hands if need be. */
export function targetOf(link: URL): Target {
  let url = link;
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const next = step(url);
    if (!next) break;
    url = next;
  }
  const hidden = hides(url.hostname) && url.pathname.length > 1;
  return hidden ? { url: null, via: url.hostname } : { url, via: null };
}

function step(url: URL): URL | null {
  if (SHARES.test(url.pathname)) return null;
  const row = url.hostname.split('.').some((label) => DECODED.has(label))
    ? DECODERS.find(([host, path]) => host.test(url.hostname) && path.test(url.pathname))
    : undefined;
  const found = row ? row[2](url) : SENDS_ON.test(url.pathname) ? anywhere(url) : null;
  const next = webUrl(found, 'about:blank');
  return next?.hostname.includes('.') ? next : null;
}
