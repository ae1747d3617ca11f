/** Runs in a page without scripts: what of it is seen, by layout, and where labelled pieces are. */
import { painted, withoutPainted } from '../painted.ts';

/** A page as it is seen. Elements and text nodes stand in document order, which nothing on the page changes. */
export interface Seen {
  /** Each text node's words, empty where they are not seen. White space folded. */
  readonly texts: readonly string[];
  /** For each element whether it takes up room: 0 or 1, `m` for a picture, player or control. A `<br>` has none. */
  readonly elements: string;
  /** The tallest empty stretch between things that are seen in the article's column, in px. */
  readonly gap: number;
}

/** Elements `from` to `to` (exclusive), text nodes `first` to `end` (exclusive). */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly end: number;
}

const MEDIA = 'img,svg,video,audio,iframe,object,embed,canvas,input,textarea,select,button';
const isRoom = ({ width, height }: DOMRect) => width > 1 && height > 1;

/** Elements and text nodes of the body. */
function nodes(): { elements: Element[]; texts: Text[] } {
  const elements: Element[] = [];
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode())
    (node.nodeType === 1 ? elements : texts).push(node as never);
  return { elements, texts };
}

/** Not cut off to a point, as what is meant for screen readers is. */
function isClipped(element: Element | null): boolean {
  for (let up = element; up && up !== document.body; up = up.parentElement) {
    const { width, height } = up.getBoundingClientRect();
    if ((width <= 1 || height <= 1) && getComputedStyle(up).overflow !== 'visible' && up.localName !== 'br')
      return true;
  }
  return false;
}

const isShown = (element: Element | null) =>
  element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true && !isClipped(element);

function roomOf(element: Element): string {
  if (element.localName === 'br' || !isShown(element) || ![...element.getClientRects()].some(isRoom)) return '0';
  return element.localName === 'hr' ? 'r' : element.matches(MEDIA) ? 'm' : '1';
}

function rectsOf(text: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(isRoom);
}

/** @param root selector of the article's column */
export function look(root: string | null): Seen {
  const { elements, texts } = nodes();
  const unseen = painted();
  const wordsOf = (text: Text) => withoutPainted(text, unseen.get(text)).replace(/\s+/g, ' ');
  const isRead = (text: Text) => wordsOf(text).trim() !== '' && isShown(text.parentElement) && rectsOf(text).length > 0;
  return {
    texts: texts.map((text) => (isRead(text) ? wordsOf(text) : '')),
    elements: elements.map(roomOf).join(''),
    gap: root ? gapIn(document.querySelector(root) as Element) : 0,
  };
}

function gapIn(root: Element): number {
  const { texts } = nodes();
  const seen = [
    ...texts.filter((text) => root.contains(text) && text.data.trim() && isShown(text.parentElement)).flatMap(rectsOf),
    // A picture that did not load takes a place too: that gap is the page's own.
    ...[...root.querySelectorAll(`${MEDIA},hr`)]
      .filter((element) => element.checkVisibility())
      .flatMap((element) => [...element.getClientRects()]),
  ].sort((a, b) => a.top - b.top);
  const box = root.getBoundingClientRect();
  let [down, gap] = [box.top, 0];
  for (const { top, bottom } of [...seen, new DOMRect(0, box.bottom, 0, 0)]) {
    gap = Math.max(gap, top - down);
    down = Math.max(down, bottom);
  }
  return Math.round(gap);
}

/** Where the elements are that each of the selectors finds. */
export function places(selectors: readonly string[]): Place[][] {
  const { elements, texts } = nodes();
  const at = new Map<Node, number>([...elements.entries(), ...texts.entries()].map(([i, node]) => [node, i]));
  return selectors.map((selector) =>
    [...document.body.querySelectorAll(selector)].map((element) => {
      const from = at.get(element) ?? 0;
      const inside = texts.filter((text) => element.contains(text));
      const first = inside[0] ? (at.get(inside[0]) ?? 0) : 0;
      return { from, to: from + element.querySelectorAll('*').length + 1, first, end: first + inside.length };
    }),
  );
}
