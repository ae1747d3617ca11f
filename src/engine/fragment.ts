import { attribute, findAll, read, webUrl } from './dom.ts';

/** The name of the place on the same page that a link leads to; `null` where it leads elsewhere. */
export function fragmentOf(link: Element, base: string): string | null {
  const href = attribute(link, 'href')?.trim() ?? '';
  const url = href.includes('#') ? webUrl(href, base) : null;
  if (!url || url.href.split('#')[0] !== base.split('#')[0]) return null;
  try {
    return decodeURIComponent(url.hash.slice(1));
  } catch {
    return url.hash.slice(1); // not an encoded text
  }
}

/** The element with this id or, of old, this name. */
export const placeNamed = (document: Document, name: string): Element | null =>
  name === '' ? null : (read(document, 'getElementById').call(document, name) ?? linkNamed(document, name));

const linkNamed = (document: Document, name: string): Element | null =>
  findAll(document, `a[name=${JSON.stringify(name)}]`)[0] ?? null;
