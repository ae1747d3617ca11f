import { charsBesideLinks, MAX_CHARS_BESIDE_CLOSING_LINK } from '../lines.ts';
import { leadsToArticle } from './links.ts';
import type { LineStructure } from './types.ts';

/** A longer link is a paragraph. Test: repost/edges.test.ts */
const MAX_LINE_CHARS = 170;
/** The end of an excerpt that breaks off. */
export const BROKEN_OFF = /(?:…|\.{3})[\])］）]?$/;

/** The line is little more than a link to an article of another site. */
export function isLoneLink({ out, links, text, linkLength, block }: LineStructure): boolean {
  const [first] = out;
  if (!first || out.length !== links.length || text.length > MAX_LINE_CHARS) return false;
  if (charsBesideLinks({ text, linkLength }) > MAX_CHARS_BESIDE_CLOSING_LINK) return false;
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  if (!leadsToArticle(first)) return false;
  return out.every(({ url }) => url?.host === first.url?.host);
}
