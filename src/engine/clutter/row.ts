import { attribute, closest, findAll } from '../dom.ts';
import type { Box } from '../types.ts';

/** What stands beside the links is no more than a label, and they are no text. */
const LABEL = 40;
const LONGEST = 160;

/** Nothing but links to at least two different addresses of this kind, however little they say, and pictures in them. */
export function isRowTo(addresses: RegExp, { element, length, linkLength }: Box): boolean {
  if (length > LONGEST || length - linkLength > LABEL) return false;
  const links = findAll(element, 'a[href]').map((link) => addresses.exec(attribute(link, 'href') ?? '')?.[0]);
  if (links.includes(undefined) || new Set(links).size < 2) return false;
  return findAll(element, 'img,svg,video,iframe').every((picture) => closest(picture, 'a,button'));
}
