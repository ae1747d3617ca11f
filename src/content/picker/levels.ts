/** What a reader may mean who points at a place: the innermost piece there, and each that is wider. */
import { parentOf, read } from '../../engine/dom.ts';
import { rectOf, shadowRootOf } from '../nodes.ts';
import { isLayer } from './layer.ts';

/** The innermost element at a point of the window, also inside open shadow roots, under what is ours. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let found: Element | null = null;
  for (let root: Document | ShadowRoot | null = document; root; root = found?.shadowRoot ?? null) {
    const at: Document | ShadowRoot = root;
    const inner: Element | undefined = at
      .elementsFromPoint(x, y)
      .find((element) => !isLayer(element) && read(element, 'getRootNode').call(element) === at);
    if (!inner) break;
    found = inner;
  }
  return found && isWhole(found) ? null : found;
}

/** The page itself is no piece of it. */
const isWhole = (element: Element) => /^(?:html|body)$/.test(read(element, 'localName'));

const outOf = (element: Element): Element | null => parentOf(element) ?? shadowRootOf(element)?.host ?? null;

/** Stays where it is in the window while the page scrolls. */
export function isFixed(element: Element): boolean {
  for (let at: Element | null = element; at; at = outOf(at))
    if (/^(?:fixed|sticky)$/.test(getComputedStyle(at).position)) return true;
  return false;
}

const isBox = (element: Element) => {
  const { display } = getComputedStyle(element);
  return !/^(?:inline|contents|none)$/.test(display);
};

export const isSeen = (element: Element): boolean => {
  const { width, height } = rectOf(element);
  return width >= 1 && height >= 1;
};

const sameBox = (a: Element, b: Element): boolean => {
  const [one, other] = [rectOf(a), rectOf(b)];
  return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(one[side] - other[side]) < 1);
};

/**
 * From an element outwards, the page itself left out; of several that look the same to a reader, the innermost that
 * `isNamed`, else the innermost.
 */
export function levelsFrom(element: Element, isNamed: (element: Element) => boolean): Element[] {
  const levels: Element[] = [];
  for (let at: Element | null = element; at && !isWhole(at); at = outOf(at)) {
    const last = levels.at(-1);
    if (!isSeen(at)) continue;
    if (!last || !sameBox(last, at)) levels.push(at);
    else if (!isNamed(last) && isNamed(at)) levels[levels.length - 1] = at;
  }
  return levels;
}

/** The level that is meant at first: the innermost that is more than words in a line. */
export const firstLevel = (levels: readonly Element[]): number => Math.max(levels.findIndex(isBox), 0);

/** The next thing to be seen in that direction, in the element itself or beside it. */
export function neighbour(element: Element, where: 'inside' | 'before' | 'after'): Element | null {
  if (where === 'inside') return [...read(read(element, 'shadowRoot') ?? element, 'children')].find(isSeen) ?? null;
  const step = where === 'before' ? 'previousElementSibling' : 'nextElementSibling';
  let at = read(element, step);
  while (at && !isSeen(at)) at = read(at, step);
  return at;
}
