import { breaksAround, holdsOnly, STRUCTURE_TAGS } from '../engine/clutter/removal.ts';
import { parentOf, read } from '../engine/dom.ts';
import { textBeside } from '../engine/lines.ts';
import { findTokens, hasLetter, isOnly, isTemplateSyntax } from '../engine/tokens.ts';
import type { Clutter } from '../engine/types.ts';

/** In these a token is what somebody writes about, or nothing that a reader sees. */
const EXEMPT_TAGS = new Set(
  'code pre kbd samp blockquote q script style textarea noscript template head select svg math listing xmp'.split(' '),
);

/**
 * Ad tokens in a text that has just arrived, before there is a verdict. The engine decides about them again once it has
 * the whole page; so this takes only what no sentence can be about, and nothing that the page's own scripts may fill.
 *
 * @returns `null` for nearly every text
 */
export function arrivedToken(node: Text): Clutter | null {
  const tokens = findTokens(node.data).filter((token) => !isTemplateSyntax(token));
  if (
    tokens.length === 0 ||
    isExempt(node) ||
    hasLetter(textBeside(node, 'previousSibling')) ||
    hasLetter(textBeside(node, 'nextSibling'))
  )
    return null;
  return {
    kind: 'ad-token',
    text: tokens.map(({ token }) => token).join(' '),
    elements: isOnly(node.data, tokens) ? emptyLineAround(node) : [],
    spans: tokens.map(({ start, end }) => ({ node, start, end })),
  };
}

/** What would remain of the line: the element that held nothing else, once the parser is past it, and `<br>`s. */
function emptyLineAround(node: Text): Element[] {
  const nodes = new Set([node]);
  let top: Node = node;
  for (let up = parentOf(node); up && !STRUCTURE_TAGS.test(up.localName) && holdsOnly(up, nodes); up = parentOf(up))
    if (read(up, 'nextSibling')) top = up;
  const breaks = breaksAround(top, top, parentOf(top) as Element);
  return top === node ? breaks : [top as Element, ...breaks];
}

function isExempt(node: Text): boolean {
  for (let parent = node.parentElement; parent; parent = parentOf(parent)) {
    if (EXEMPT_TAGS.has(parent.localName) || (parent as HTMLElement).isContentEditable) return true;
  }
  return false;
}
