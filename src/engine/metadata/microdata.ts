import { attribute, findAll, read } from '../dom.ts';
import { tidy } from './names.ts';

const MOST = 200;
const LONGEST = 1000;

/** What microdata says of author and date, by lower-case property. Takes a search of the whole document. */
export function readMicrodata(document: Document): ReadonlyMap<string, readonly string[]> {
  const properties = new Map<string, string[]>();
  const wanted = '[itemprop~=author],[itemprop~=datePublished],a[rel~=author]';
  for (const element of findAll(document, wanted).slice(0, MOST)) {
    const named = findAll(element, '[itemprop~=name]')[0];
    const value =
      attribute(element, 'content') ??
      attribute(element, 'datetime') ??
      (named && (attribute(named, 'content') ?? read(named, 'textContent'))) ??
      read(element, 'textContent');
    const text = tidy((value ?? '').slice(0, LONGEST));
    const keys = (attribute(element, 'itemprop') ?? 'author').toLowerCase().split(/\s+/);
    if (text !== '') for (const key of keys) properties.set(key, [...(properties.get(key) ?? []), text]);
  }
  return properties;
}
