import { isBefore } from '../engine/dom.ts';
import type { Clutter } from '../engine/types.ts';
import { collapseWhitespace } from '../engine/whitespace.ts';
import { isBlankBetween, queryAll } from './nodes.ts';
import type { HiddenPiece } from './types.ts';

/** Shorter ones may well be a name that comes twice. UTF-16 units. */
const MIN_HEADLINE_CHARS = 8;
/** The headline is looked for beside the first tokens, and among the first headings, only. */
const MAX_TOKENS = 3;
const MAX_HEADINGS = 100;

/**
 * A heading that repeats an earlier one word for word and has nothing but a hidden ad token between it and the text.
 * Such a page is probably a repost, whatever else comes, and hiding the heading once it has been painted would move all
 * that is below it. The engine decides about it again once it has the whole page.
 */
export function repeatedHeadline(document: Document, tokens: readonly HiddenPiece[]): Clutter | null {
  const nodes = new Set(tokens.slice(0, MAX_TOKENS).flatMap(({ spans }) => spans.map(({ node }) => node)));
  const headings = queryAll(document, 'h1,h2,h3')
    .slice(0, MAX_HEADINGS)
    .map((element) => ({ element, text: collapseWhitespace(element.textContent as string) }))
    .filter(({ text }) => text.length >= MIN_HEADLINE_CHARS);
  const texts = headings.map(({ text }) => text);
  for (const node of nodes) {
    // Of the headings on each side only the nearest can be beside it.
    const next = headings.findIndex(({ element }) => isBefore(node, element));
    const previous = (next < 0 ? headings.length : next) - 1;
    for (const at of [previous, next]) {
      const heading = headings[at];
      if (heading && texts.indexOf(heading.text) < at && isBeside(heading.element, node))
        return { kind: 'duplicate-headline', text: heading.text, elements: [heading.element], spans: [] };
    }
  }
  return null;
}

/** Whether no words stand between the two. */
function isBeside(heading: Element, node: Node): boolean {
  const [first, second] = isBefore(heading, node) ? [heading, node] : [node, heading];
  return isBlankBetween(first, second);
}
