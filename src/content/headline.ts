import { fold } from '../engine/fold.ts';
import type { Clutter } from '../engine/types.ts';
import { queryAll } from './nodes.ts';
import type { Piece } from './piece.ts';

/** Shorter ones may well be a name that is said again. UTF-16 units. */
const SHORTEST = 8;
/** Tokens by which the headline is looked for. */
const FIRST = 3;

/**
 * A heading that says again, word for word, what another one before it says, with nothing but an ad token hidden between
 * it and the text. Such a page is more likely a repost than not, whatever comes, and hiding the heading once it has been
 * painted would move all that is below it; what is found here is looked at again by the engine.
 */
export function headlineAgain(document: Document, tokens: readonly Piece[]): Clutter | null {
  const nodes = tokens.slice(0, FIRST).flatMap(({ spans }) => spans.map(({ node }) => node));
  const before = new Set<string>();
  for (const heading of queryAll(document, 'h1,h2,h3')) {
    const text = fold(heading.textContent as string);
    if (before.has(text) && nodes.some((node) => isBeside(heading, node)))
      return { kind: 'duplicate-headline', text, elements: [heading], spans: [] };
    if (text.length >= SHORTEST) before.add(text);
  }
  return null;
}

/** Whether no words stand between the two. */
function isBeside(heading: Element, node: Node): boolean {
  const between = new Range();
  const [first, second] = heading.compareDocumentPosition(node) & 4 ? [heading, node] : [node, heading];
  between.setStartAfter(first);
  between.setEndBefore(second);
  return !between.toString().trim();
}
