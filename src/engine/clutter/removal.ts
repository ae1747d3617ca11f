import { isWithin } from '../boxes.ts';
import { findAll, holds, parentOf, read } from '../dom.ts';
import type { Line } from '../lines.ts';
import type { Block, Box, TextSpan } from '../types.ts';

/** How to remove a piece from the page: elements to hide, and words to take out of text nodes. */
export interface Removal {
  readonly elements: readonly Element[];
  readonly spans: readonly TextSpan[];
}

/** Elements that are never hidden, whatever they hold. */
export const STRUCTURE_TAGS = /^(?:html|body|main|article|tr|td|th|tbody|thead|table)$/;

/**
 * Plans what to hide so that lines and boxes disappear without leaving a gap: the widest Box that holds nothing else,
 * else the widest inline element, else the words in their text nodes; and the `<br>`s that set them apart.
 *
 * @param removed the Blocks of which nothing stays, those of earlier pieces too
 */
export function planRemoval(
  lines: readonly Line[],
  boxes: readonly Box[],
  removed: RemovedBlocks,
  known: KnownBreaks,
): Removal {
  const elements = new Set<Element>();
  const spans: TextSpan[] = [];
  const hidden: Box[] = [];
  const hide = (box: Box, media: number) => {
    const widest = widestBox(box, removed, media);
    const { element, parent } = widest;
    hidden.push(widest);
    elements.add(element);
    if (parent) for (const br of breaksAround(element, element, parent.element, known)) elements.add(br);
  };
  for (const box of boxes) if (!hidden.some((other) => isWithin(box, other))) hide(box, box.media);
  const nodes = new Set<Node>(lines.flatMap((line) => line.nodes));
  for (const line of lines) {
    const { box } = line.block;
    if (hidden.some((other) => isWithin(box, other))) continue;
    if (removed.areAllOf(box) && box.media === 0 && !STRUCTURE_TAGS.test(box.tag)) {
      hide(box, 0);
      continue;
    }
    const edge = box.element;
    for (const node of line.nodes) {
      const widest = widestInline(node, edge, nodes);
      if (widest !== node) elements.add(widest as Element);
      else if (!isBlank(node)) spans.push({ node, start: 0, end: node.data.length });
    }
    const [first, last] = [line.nodes[0], line.nodes.at(-1)];
    if (first && last) for (const br of breaksAround(first, last, edge, known)) elements.add(br);
  }
  return { elements: [...elements].filter((element) => !isInsideAny(element, elements)), spans };
}

/** Indexes to which more are added and none is taken away; tells the next one that is missing. */
export class SkipList {
  /** For each index the next one that may be missing. */
  readonly #next = new Map<number, number>();

  add(index: number): void {
    this.#next.set(index, index + 1);
  }

  has = (index: number): boolean => this.#next.has(index);

  /** The first index from `index` on that is not in it. Shortens the way for whoever asks next. */
  firstMissing(index: number): number {
    let end = index;
    for (let next = this.#next.get(end); next !== undefined; next = this.#next.get(end)) end = next;
    for (let at = index; at < end; ) {
      const next = this.#next.get(at) as number;
      this.#next.set(at, end);
      at = next;
    }
    return end;
  }
}

/** The Blocks of which nothing stays: those claimed line by line, of earlier pieces too, and those of some Boxes. */
export class RemovedBlocks {
  readonly #lines: SkipList;
  readonly #boxes: readonly Box[];

  constructor(lines: SkipList, boxes: readonly Box[]) {
    this.#lines = lines;
    this.#boxes = boxes;
  }

  has({ index }: Block): boolean {
    return this.#lines.has(index) || this.#boxes.some(({ first, end }) => first <= index && index < end);
  }

  /** Nothing of the Box's text stays. */
  areAllOf({ first, end }: Box): boolean {
    for (let at = first; at < end; ) {
      const next = this.#lines.firstMissing(at);
      const box = this.#boxes.find((one) => one.first <= next && next < one.end);
      if (next < end && !box) return false;
      at = box ? Math.max(next, box.end) : next;
    }
    return true;
  }
}

export const isBlank = (node: Text): boolean => node.data.trim() === '';

function isInsideAny(element: Element, others: ReadonlySet<Element>): boolean {
  for (let up = parentOf(element); up; up = parentOf(up)) if (others.has(up)) return true;
  return false;
}

/** The widest Box around this one that holds nothing else: no other text, picture or player. */
function widestBox(box: Box, removed: RemovedBlocks, media: number): Box {
  let widest = box;
  for (let up = box.parent; up && !STRUCTURE_TAGS.test(up.tag); up = up.parent) {
    if (up.media > media || !removed.areAllOf(up) || holdsFields(up, widest)) break;
    widest = up;
  }
  return widest;
}

/** The Box has a form field that the narrower one does not have. */
const holdsFields = (box: Box, narrower: Box): boolean =>
  findAll(box.element, FIELD_SELECTOR).some((field) => !holds(narrower.element, field));

/** Form fields: they have no text, but a reader uses them. */
export const FIELD_SELECTOR = 'input:not([type=hidden]),select,textarea,button';

/** The widest inline element around a text node that holds only text that is removed. */
function widestInline(node: Text, edge: Element, nodes: ReadonlySet<Node>): Node {
  let widest: Node = node;
  for (let up = parentOf(node); up && up !== edge; up = parentOf(up)) {
    if (!holdsOnly(up, nodes)) break;
    widest = up;
  }
  return widest;
}

/** The element holds nothing but these texts: nothing else to read, to look at or to use. */
export function holdsOnly(element: Element, nodes: ReadonlySet<Node>): boolean {
  for (let child = read(element, 'firstChild'); child; child = read(child, 'nextSibling')) {
    const type = read(child, 'nodeType');
    if (type === 3) {
      if (!nodes.has(child) && !isBlank(child as Text)) return false;
    } else if (type === 1) {
      if (VISIBLE_TAGS.has((child as Element).localName) || !holdsOnly(child as Element, nodes)) return false;
    }
  }
  return true;
}

/** Elements that are seen or used without having text. */
export const VISIBLE_SELECTOR = 'img,svg,video,audio,iframe,object,embed,canvas,picture,input,select,textarea';
const VISIBLE_TAGS = new Set(VISIBLE_SELECTOR.split(','));

/** The `<br>`s to hide along with what stands from one node to another, so that it leaves no empty lines. */
export function breaksAround(first: Node, last: Node, edge: Element, known?: KnownBreaks): Element[] {
  const before = breaks(first, edge, 'previousSibling', known);
  const after = breaks(last, edge, 'nextSibling', known);
  return before.content && after.content ? [...before.found] : [...before.found, ...after.found];
}

/** Nodes that are looked at on each side of a piece. A page may have thousands of them, and thousands of pieces. */
export const MAX_NODES_BESIDE = 50;

type Sideways = 'previousSibling' | 'nextSibling';

/** The `<br>`s on one side of a node, and whether there is content on that side. */
interface BreaksBeside {
  readonly found: readonly Element[];
  readonly content: boolean;
}

/**
 * What was found beside the empty elements that a search went by. Thousands of empty slots in a row are gone along once.
 * Only for as long as the page does not change. Test: clutter/growth.test.ts
 */
export class KnownBreaks {
  readonly previousSibling = new Map<Node, BreaksBeside>();
  readonly nextSibling = new Map<Node, BreaksBeside>();
}

/** The `<br>`s beside a node up to the next content, and whether there is content on that side. */
function breaks(node: Node, edge: Element, sideways: Sideways, known = new KnownBreaks()): BreaksBeside {
  const found: Element[] = [];
  const passed: { element: Element; count: number }[] = [];
  const end = (content: boolean, more: readonly Element[] = []): BreaksBeside => {
    found.push(...more);
    for (const { element, count } of passed) known[sideways].set(element, { found: found.slice(count), content });
    return { found, content };
  };
  const start = known[sideways].get(node);
  if (start && read(node, 'parentNode') === edge) return start;
  let at: Node = node;
  for (let steps = 0; steps < MAX_NODES_BESIDE; steps++) {
    let next = read(at, sideways);
    for (let up = read(at, 'parentNode'); !next && up && up !== edge; up = read(up, 'parentNode'))
      next = read(up, sideways);
    if (!next) return end(false);
    at = next;
    const ahead = known[sideways].get(at);
    if (ahead && read(at, 'parentNode') === edge) return end(ahead.content, ahead.found);
    const type = read(at, 'nodeType');
    if (type === 3 && !isBlank(at as Text)) return end(true);
    if (type !== 1) continue;
    const element = at as Element;
    if (element.localName === 'br') found.push(element);
    else if (VISIBLE_TAGS.has(read(element, 'localName')) || read(element, 'textContent')?.trim())
      return end(!isBlockLevel(element));
    else if (read(element, 'parentNode') === edge) passed.push({ element, count: found.length });
  }
  return end(true);
}

const isBlockLevel = (element: Element) =>
  /^(?:p|div|h[1-6]|ul|ol|dl|table|blockquote|figure|section|aside|form|pre|hr)$/.test(read(element, 'localName'));
