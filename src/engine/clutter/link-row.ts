import { attribute, closest, findAll, read } from '../dom.ts';
import type { Box } from '../types.ts';

/** Every Box of a page is looked at: this rules most of them out before their links are searched. */
const MAX_ROW_CHARS = 160;
/** Text beside the links: a label at most. */
const MAX_LABEL_CHARS = 40;

/** The Box holds nothing but links to at least two different addresses of this kind, with pictures only inside them. */
export function isRowTo(addresses: RegExp, { element, length, linkLength }: Box): boolean {
  if (length > MAX_ROW_CHARS || length - linkLength > MAX_LABEL_CHARS) return false;
  // Most Boxes of a large page are empty.
  if (!read(element, 'firstElementChild')) return false;
  const links = findAll(element, 'a[href]').map((link) => addresses.exec(addressOf(link))?.[0]);
  if (links.includes(undefined) || new Set(links).size < 2) return false;
  return findAll(element, 'img,svg,video,iframe').every((picture) => closest(picture, 'a,button'));
}

/** What of a link's address is looked at. Test: clutter/growth.test.ts */
const MAX_ADDRESS_CHARS = 1000;

/** The link's address as it is written, or its beginning. */
export const addressOf = (link: Element): string => (attribute(link, 'href') ?? '').slice(0, MAX_ADDRESS_CHARS);
