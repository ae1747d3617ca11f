import { findAll, holds, parentOf, read } from '../dom.ts';
import type { Block, Box, Page, TextSpan } from '../types.ts';
import type { Line } from './lines.ts';

/** What a page's change would be: elements to hide, words to take out of text nodes. */
export interface Cut {
  readonly elements: readonly Element[];
  readonly spans: readonly TextSpan[];
}

/** Never hidden, whatever they hold. */
export const STRUCTURE = /^(?:html|body|main|article|tr|td|th|tbody|thead|table)$/;

/**
 * What to hide so that lines and boxes are gone without a gap: the widest Box that holds nothing else, else the widest
 * inline element, else the words in their text nodes; and the `<br>`s that set them apart.
 *
 * @param isGone of these and of what went before nothing stays
 */
export function cutOut(page: Page, lines: readonly Line[], boxes: readonly Box[], isGone: IsGone): Cut {
  const elements = new Set<Element>();
  const spans: TextSpan[] = [];
  const whole: Box[] = [];
  const hide = (box: Box, media: number) => {
    const widest = widen(page, box, isGone, media);
    const { element, parent } = widest;
    whole.push(widest);
    elements.add(element);
    if (parent) for (const br of breaksAround(element, element, parent.element)) elements.add(br);
  };
  for (const box of boxes) if (!whole.some((done) => within(box, done))) hide(box, box.media);
  const nodes = new Set<Node>(lines.flatMap((line) => line.nodes));
  for (const line of lines) {
    const { box } = line.block;
    if (whole.some((done) => within(box, done))) continue;
    if (covers(page, box, isGone) && box.media === 0 && !STRUCTURE.test(box.tag)) {
      hide(box, 0);
      continue;
    }
    const edge = box.element;
    for (const node of line.nodes) {
      const top = inlineTop(node, edge, nodes);
      if (top !== node) elements.add(top as Element);
      else if (!isBlank(node)) spans.push({ node, start: 0, end: node.data.length });
    }
    const [first, last] = [line.nodes[0], line.nodes.at(-1)];
    if (first && last) for (const br of breaksAround(first, last, edge)) elements.add(br);
  }
  return { elements: [...elements].filter((element) => !inside(element, elements)), spans };
}

/** Nothing of the Block stays. */
export type IsGone = (block: Block) => boolean;

export const isBlank = (node: Text): boolean => node.data.trim() === '';
export const withinBox = ({ index }: Block, box: Box): boolean => box.first <= index && index < box.end;
/** The Box is the other one, or inside it. */
export const within = (box: Box, outer: Box): boolean => outer.index <= box.index && box.index < outer.endBox;

function inside(element: Element, others: ReadonlySet<Element>): boolean {
  for (let up = parentOf(element); up; up = parentOf(up)) if (others.has(up)) return true;
  return false;
}

function covers(page: Page, box: Box, isGone: IsGone): boolean {
  for (let i = box.first; i < box.end; i++) if (!isGone(page.blocks[i] as Block)) return false;
  return true;
}

/** The widest Box around this one that holds nothing else: no other text, picture or player. */
function widen(page: Page, box: Box, isGone: IsGone, media: number): Box {
  let widest = box;
  for (let up = box.parent; up && !STRUCTURE.test(up.tag); up = up.parent) {
    if (up.media > media || !covers(page, up, isGone) || holdsFields(up, widest)) break;
    widest = up;
  }
  return widest;
}

/** Has a form field that the narrower Box does not have: no text, but something to use. */
const holdsFields = (box: Box, narrower: Box): boolean =>
  findAll(box.element, FIELDS).some((field) => !holds(narrower.element, field));

/** No text, but something to use. */
export const FIELDS = 'input:not([type=hidden]),select,textarea,button';

/** The widest inline element that holds only text that goes. */
function inlineTop(node: Text, edge: Element, nodes: ReadonlySet<Node>): Node {
  let top: Node = node;
  for (let up = parentOf(node); up && up !== edge; up = parentOf(up)) {
    if (!onlyHolds(up, nodes)) break;
    top = up;
  }
  return top;
}

/** Nothing but these texts, and nothing to look at or to use. */
export function onlyHolds(element: Element, nodes: ReadonlySet<Node>): boolean {
  for (let child = read(element, 'firstChild'); child; child = read(child, 'nextSibling')) {
    const type = read(child, 'nodeType');
    if (type === 3) {
      if (!nodes.has(child) && !isBlank(child as Text)) return false;
    } else if (type === 1) {
      if (MEDIA.has((child as Element).localName) || !onlyHolds(child as Element, nodes)) return false;
    }
  }
  return true;
}

/** What is seen or used without being text. */
export const SHOWN = 'img,svg,video,audio,iframe,object,embed,canvas,picture,input,select,textarea';
const MEDIA = new Set(SHOWN.split(','));

/** The `<br>`s that belong to what goes, from one node to another, so that what is around it does not drift apart. */
export function breaksAround(first: Node, last: Node, edge: Element): Element[] {
  const before = breaks(first, edge, 'previousSibling');
  const after = breaks(last, edge, 'nextSibling');
  return before.content && after.content ? before.found : [...before.found, ...after.found];
}

/** Nodes that are looked at on each side of a piece: there may be thousands of them, with thousands of pieces between. */
export const MOST_STEPS = 50;

type Sideways = 'previousSibling' | 'nextSibling';

/** `<br>`s beside a node up to the next content; whether there is content on that side. */
function breaks(node: Node, edge: Element, sideways: Sideways): { found: Element[]; content: boolean } {
  const found: Element[] = [];
  let at: Node = node;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    let next = read(at, sideways);
    for (let up = read(at, 'parentNode'); !next && up && up !== edge; up = read(up, 'parentNode'))
      next = read(up, sideways);
    if (!next) return { found, content: false };
    at = next;
    const type = read(at, 'nodeType');
    if (type === 3 && !isBlank(at as Text)) return { found, content: true };
    if (type !== 1) continue;
    const element = at as Element;
    if (element.localName === 'br') found.push(element);
    else if (MEDIA.has(read(element, 'localName')) || read(element, 'textContent')?.trim())
      return { found, content: !isBlockLevel(element) };
  }
  return { found, content: true };
}

const isBlockLevel = (element: Element) =>
  /^(?:p|div|h[1-6]|ul|ol|dl|table|blockquote|figure|section|aside|form|pre|hr)$/.test(read(element, 'localName'));
