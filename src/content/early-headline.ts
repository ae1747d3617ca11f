import type { Clutter } from '../engine/types.ts';
import { collapseWhitespace } from '../engine/whitespace.ts';
import { isBlankBetween, queryAll } from './nodes.ts';
import type { HiddenPiece } from './types.ts';

/** Shorter ones may well be a name that comes twice. UTF-16 units. */
const MIN_HEADLINE_CHARS = 8;
/** The headline is looked for beside the first tokens only. */
const MAX_TOKENS = 3;

/**
 * A heading that repeats an earlier one word for word and has nothing but a hidden ad token between it and the text.
 * Such a page is probably a repost, whatever else comes, and hiding the heading once it has been painted would move all
 * that is below it. The engine decides about it again once it has the whole page.
 */
export function repeatedHeadline(document: Document, tokens: readonly HiddenPiece[]): Clutter | null {
  const nodes = tokens.slice(0, MAX_TOKENS).flatMap(({ spans }) => spans.map(({ node }) => node));
  const before = new Set<string>();
  for (const heading of queryAll(document, 'h1,h2,h3')) {
    const text = collapseWhitespace(heading.textContent as string);
    if (before.has(text) && nodes.some((node) => isBeside(heading, node)))
      return { kind: 'duplicate-headline', text, elements: [heading], spans: [] };
    if (text.length >= MIN_HEADLINE_CHARS) before.add(text);
  }
  return null;
}

/** Whether no words stand between the two. */
function isBeside(heading: Element, node: Node): boolean {
  const [first, second] = heading.compareDocumentPosition(node) & 4 ? [heading, node] : [node, heading];
  return isBlankBetween(first, second);
}
