/**
 * Where a picture is: the largest of its sources, also of one that a script is to load later. Reads attributes alone, and
 * loads nothing.
 */
import { withoutReferences } from './character-references.ts';
import { attribute, findAll, findFirst, parentOf, webUrl } from './dom.ts';
import { srcsetOf } from './srcset.ts';
import type { Picture } from './types.ts';
import { collapseWhitespace } from './whitespace.ts';

/** The attributes of a picture, in order. */
type Attributes = ReadonlyMap<string, string>;

/** One address of a picture. The largest `size` counts; of several, the first. */
interface PictureSource {
  readonly address: string;
  readonly size: number;
}

/**
 * The picture that an element shows or is to show: an `img`, an `amp-img`, or a `noscript` with one of them in it. `null`
 * for icons, for what counts readers, and where there is no address.
 */
export function readPicture(element: Element, base: string): Picture | null {
  const shown = element.localName === 'noscript' ? findFirst(element, 'img') : element;
  // A browser that runs scripts has what is in a `noscript` as text.
  const own = shown ? attributesOf(shown) : attributesInTag(element.textContent ?? '');
  if (!own || isSmall(own, shown)) return null;
  let best: { readonly size: number; readonly url: string } | null = null;
  for (const { address, size } of [...ownSources(own), ...(shown ? sourcesBeside(shown) : [])]) {
    const url = pictureUrl(address, base);
    if (url && (!best || size > best.size)) best = { url, size };
  }
  return best && { url: best.url, alt: altOf(own) };
}

const attributesOf = (element: Element): Attributes =>
  new Map(element.getAttributeNames().map((name) => [name, attribute(element, name) ?? '']));

// What is written in a `noscript`.

/** So much of a `noscript` is read. */
const MAX_MARKUP_CHARS = 4000;
const TAG = /<(?:img|amp-img)\s([^<>]*)>/i;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** The attributes of the first picture in markup. */
function attributesInTag(markup: string): Attributes | null {
  const inside = TAG.exec(markup.slice(0, MAX_MARKUP_CHARS))?.[1];
  if (inside === undefined) return null;
  return new Map(
    [...inside.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      withoutReferences(double ?? single ?? bare ?? ''),
    ]),
  );
}

// Sizes.

/** A narrower or lower picture is an icon, a face, a rule, or counts readers. Pixels. */
const MIN_SIDE = 50;
const PIXELS = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/;

function isSmall(own: Attributes, shown: Element | null): boolean {
  const said = ['width', 'height'].flatMap((side) => {
    const inStyle = new RegExp(`(?:^|[;\\s])${side}:\\s*([\\d.]+px)`).exec(own.get('style') ?? '')?.[1];
    const pixels = PIXELS.exec(own.get(side) ?? '')?.[1] ?? inStyle;
    return pixels === undefined ? [] : [Number.parseFloat(pixels)];
  });
  // What stands in for a picture that is to be loaded has a size of its own.
  const { naturalWidth = 0, naturalHeight = 0 } = (isLazy(own) ? {} : (shown ?? {})) as Partial<HTMLImageElement>;
  const known = naturalWidth > 0 && naturalHeight > 0 ? [...said, naturalWidth, naturalHeight] : said;
  return known.some((side) => side < MIN_SIDE);
}

// Sources.

/** Under which scripts that load pictures later keep an address, and a set of addresses. */
const LAZY_NAME = /^data-(?:[a-z]+-)*(?:src|original|lazy|echo)$/;
const LAZY_SET_NAME = /^data-(?:[a-z]+-)*srcset$/;
/** Under any other name, an address counts where it is that of a picture's file, and there is no other. */
const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)/i;
const NO_ADDRESS = /[\s,{}]/;

const isLazy = (own: Attributes): boolean =>
  [...own.keys()].some((name) => LAZY_NAME.test(name) || LAZY_SET_NAME.test(name));

function ownSources(own: Attributes): PictureSource[] {
  const entries = [...own];
  const sets = entries.filter(([name]) => name === 'srcset' || LAZY_SET_NAME.test(name));
  const lazy = entries.filter(([name]) => LAZY_NAME.test(name));
  const others = entries.filter(
    ([name, value]) => name.startsWith('data-') && PICTURE_FILE.test(value) && !NO_ADDRESS.test(value),
  );
  const src = own.get('src');
  return [
    ...sets.flatMap(([, value]) => srcsetOf(value)),
    ...lazy.map(([, address]) => ({ address, size: 1 })),
    ...(src ? [{ address: src, size: 0 }] : []),
    ...others.map(([, address]) => ({ address, size: -2 })),
  ];
}

/** The `source` elements of a `picture`. Which of them is for larger windows says which picture is larger. */
function sourcesBeside(shown: Element): PictureSource[] {
  const around = parentOf(shown);
  if (around?.localName !== 'picture') return [];
  return findAll(around, 'source').flatMap((source) => {
    const media = attribute(source, 'media') ?? '';
    const least = Number(/min-width:\s*(\d+)/.exec(media)?.[1] ?? (media === '' ? 0 : -1));
    const set = attribute(source, 'srcset') ?? attribute(source, 'data-srcset') ?? '';
    return srcsetOf(set).map(({ address, size }) => ({ address, size: size > MAX_DENSITY ? size : size - 1 + least }));
  });
}

/** What is larger is a width in pixels. */
const MAX_DENSITY = 10;

// Addresses.

/** Files that stand in for a picture, or that nobody sees. */
const PLACEHOLDER = /(?:^|[-_.])placeholder(?:[-_.\d]|$)/;
const STAND_IN =
  /^(?:(?:blank|spacer|transparent|pixel|clear|loading|loader|spinner|lazy|lazy-?load|gr[ea]y|dummy|empty|counter|beacon|tracking|sprite)(?:[-_]?\d{1,4})?|\d{1,2}x\d{1,2})\.(?:gif|png|svg|jpe?g|webp)$/;
/** Hosts and programs that count readers. */
const COUNTING_HOST = /^(?:pixels?|track(?:er|ing)?|beacons?|counters?|analytics|metrics|telemetry|ads|adserver)\d*\./;
const COUNTING_PATH =
  /\/adserver\/|\/(?:pixels?|track(?:ing|er)?|beacons?|count(?:er)?|tr|collect|hits?|imp(?:ression)?s?|piwik|matomo)(?:\.(?:gif|png|php|aspx?|js))?\/?$/;

/** The address, where it is one that a picture of an article can have. */
function pictureUrl(address: string, base: string): string | null {
  // A template that a script fills.
  if (/[{}]/.test(address)) return null;
  const url = webUrl(address.trim(), base);
  if (!url) return null;
  const path = url.pathname.toLowerCase();
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (PLACEHOLDER.test(file) || STAND_IN.test(file)) return null;
  if (COUNTING_HOST.test(url.hostname) || COUNTING_PATH.test(path)) return null;
  return url.href;
}

/** A name of a file says nothing. */
const FILE_NAME = /^\S+\.(?:jpe?g|png|gif|webp|avif|svg)$|^(?:img|dsc|image)[-_ ]?\d+$/i;

function altOf(own: Attributes): string {
  const alt = collapseWhitespace(own.get('alt') ?? '');
  return FILE_NAME.test(alt) ? '' : alt;
}
