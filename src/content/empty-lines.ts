import { parentOf, read } from '../engine/dom.ts';
import { HiddenMarks } from './marks.ts';
import { randomLetters } from './names.ts';
import { checkVisibility } from './nodes.ts';
import type { HiddenWords } from './words.ts';

/** What closes the gap that a line leaves: an element with less of a margin than the page gives it. */
interface Closing {
  /** What stood on both sides of the line. */
  readonly sides: readonly (Node | null)[];
  readonly element: Element;
  /** One CSS declaration. */
  readonly declaration: string;
}

/**
 * Closes the gaps of lines on which nothing but hidden words stand: these words keep their place. What stands after such a
 * line is moved up by its height, once the page has been parsed. Reads style and layout, of new lines only.
 */
export class EmptyLines {
  readonly #marks = new HiddenMarks<string>(`data-${randomLetters()}`);
  readonly #closings = new Map<Text, Closing>();

  /** After words were hidden or shown. @param roots where copies of marked elements are looked for */
  update(words: HiddenWords, roots: Iterable<ParentNode>): void {
    const nodes = new Set(words.wholeTexts);
    for (const [node, { sides }] of this.#closings)
      if (!nodes.has(node) || sidesOf(node).some((side, i) => side !== sides[i])) this.#closings.delete(node);
    // The margins that the page gives are read where they are not changed.
    this.#mark(roots);
    const before = this.#closings.size;
    for (const node of nodes) {
      const closing = this.#closings.has(node) ? null : closingOf(node);
      if (closing) this.#closings.set(node, closing);
    }
    if (this.#closings.size > before) this.#mark(roots);
  }

  #mark(roots: Iterable<ParentNode>): void {
    const closings = [...this.#closings.values()];
    this.#marks.set(new Map(closings.map(({ element, declaration }) => [element, declaration])), roots);
  }

  /** CSS rules. */
  get rules(): string {
    if (this.#marks.isEmpty) return '';
    const { attribute, values } = this.#marks;
    return [...values].map(([declaration, value]) => `[${attribute}="${value}"]{${declaration}!important}`).join('');
  }
}

/** `null` where something else stands on the line, or where it is not known what follows it. */
function closingOf(node: Text): Closing | null {
  const parent = parentOf(node);
  const sides = sidesOf(node);
  const [, after] = sides;
  if (!parent || !sides.every(standsAlone)) return null;
  const style = getComputedStyle(parent);
  if (!/^(?:block|flow-root|list-item)$/.test(style.display)) return null;
  const height = Number.parseFloat(style.lineHeight) || heightOf(node);
  const [element, side] = after ? ([after as Element, 'top'] as const) : ([parent, 'bottom'] as const);
  const margin = Number.parseFloat(getComputedStyle(element).getPropertyValue(`margin-${side}`)) || 0;
  return { sides, element, declaration: `margin-${side}:${Math.round((margin - height) * 100) / 100}px` };
}

const sidesOf = (node: Text): [Node | null, Node | null] => [
  beside(node, 'previousSibling'),
  beside(node, 'nextSibling'),
];

/** The next thing on one side that can be seen: a text, an element, or nothing. */
function beside(node: Node, sideways: 'previousSibling' | 'nextSibling'): Node | null {
  let next = read(node, sideways);
  while (next && !isSeen(next)) next = read(next, sideways);
  return next;
}

const isSeen = (node: Node): boolean =>
  node.nodeType === 3 ? (node as Text).data.trim() !== '' : node.nodeType === 1 && checkVisibility(node as Element);

/** Nothing is there, or what begins a line of its own. */
const standsAlone = (node: Node | null): boolean =>
  node === null ||
  (node.nodeType === 1 &&
    /^(?:block|flow-root|list-item|table|flex|grid)$/.test(getComputedStyle(node as Element).display));

function heightOf(node: Text): number {
  const range = new Range();
  range.selectNodeContents(node);
  return range.getBoundingClientRect().height;
}
