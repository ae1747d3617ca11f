import { attribute, closest, findAll, parentOf, read } from '../dom.ts';
import { tidy } from './names.ts';

const MAX_ELEMENTS = 200;
const MAX_VALUE_CHARS = 1000;
const WANTED_SELECTOR =
  '[itemprop~=author],[itemprop~=datePublished],[itemprop~=image],[itemprop~=publisher],a[rel~=author]';
/** Items with authors, dates and pictures that are not the article's. */
const OTHER_ITEMS = /\/(?:Comment|Person|\w*Organization)$/;

/** Values by property (lower case), in the order of the page. */
export type Microdata = ReadonlyMap<string, readonly string[]>;

/** Author, date, publisher and image of the article as microdata. Searches the whole document. */
export function readMicrodata(document: Document): Microdata {
  const properties = new Map<string, string[]>();
  for (const element of findAll(document, WANTED_SELECTOR).slice(0, MAX_ELEMENTS)) {
    const parent = parentOf(element);
    const owner = parent && closest(parent, '[itemscope]');
    if (owner && OTHER_ITEMS.test(attribute(owner, 'itemtype')?.trim() ?? '')) continue;
    for (const key of (attribute(element, 'itemprop') ?? 'author').toLowerCase().split(/\s+/)) {
      const text = tidy((key === 'image' ? addressIn(element) : nameIn(element)).slice(0, MAX_VALUE_CHARS));
      if (text !== '') properties.set(key, [...(properties.get(key) ?? []), text]);
    }
  }
  return properties;
}

const first = (element: Element, property: string): Element | undefined =>
  findAll(element, `[itemprop~=${property}]`)[0];

function nameIn(element: Element): string {
  const stated = attribute(element, 'content') ?? attribute(element, 'datetime');
  if (stated !== null) return stated;
  const named = first(element, 'name') ?? element;
  return attribute(named, 'content') ?? read(named, 'textContent') ?? '';
}

function addressIn(element: Element): string {
  const named = first(element, 'url') ?? first(element, 'contentUrl') ?? element;
  return attribute(named, 'content') ?? attribute(named, 'src') ?? attribute(named, 'href') ?? '';
}
