import { breaksAround, onlyHolds, STRUCTURE } from '../engine/clutter/cut.ts';
import { wordsBeside } from '../engine/clutter/lines.ts';
import { findTokens, hasLetter, isOnly } from '../engine/clutter/tokens.ts';
import { parentOf, read } from '../engine/dom.ts';
import type { Clutter } from '../engine/types.ts';

/** In these a token is what somebody writes about, or nothing that a reader sees. */
const LEFT_ALONE = new Set(
  'code pre kbd samp blockquote q script style textarea noscript template head select svg math listing xmp'.split(' '),
);

/**
 * Ad tokens in a text that has just arrived, before there is a verdict. What is found here is looked at again by the
 * engine, with the whole page before it; so this takes only what no sentence can be about.
 *
 * @returns `null` for nearly every text
 */
export function arrivedToken(node: Text): Clutter | null {
  const tokens = findTokens(node.data);
  if (
    tokens.length === 0 ||
    isLeftAlone(node) ||
    hasLetter(wordsBeside(node, 'previousSibling')) ||
    hasLetter(wordsBeside(node, 'nextSibling'))
  )
    return null;
  return {
    kind: 'ad-token',
    text: tokens.map(({ token }) => token).join(' '),
    elements: isOnly(node.data, tokens) ? gapAround(node) : [],
    spans: tokens.map(({ start, end }) => ({ node, start, end })),
  };
}

/** What would be left of a line: the element that held nothing else, once the parser is past it, and `<br>`s. */
function gapAround(node: Text): Element[] {
  const nodes = new Set([node]);
  let top: Node = node;
  for (let up = parentOf(node); up && !STRUCTURE.test(up.localName) && onlyHolds(up, nodes); up = parentOf(up))
    if (read(up, 'nextSibling')) top = up;
  const breaks = breaksAround(top, top, parentOf(top) as Element);
  return top === node ? breaks : [top as Element, ...breaks];
}

function isLeftAlone(node: Text): boolean {
  for (let parent = node.parentElement; parent; parent = parentOf(parent)) {
    if (LEFT_ALONE.has(parent.localName) || (parent as HTMLElement).isContentEditable) return true;
  }
  return false;
}
