/** Runs in a page without scripts: the lines that a reader sees of it, in document order. */
import { painted, withoutPainted } from '../painted.ts';

/** A picture ends a line. */
const MEDIA = 'img,svg,video,audio,iframe,object,embed,canvas';

const isRoom = ({ width, height }: DOMRect) => width > 1 && height > 1;

/** Not cut off to a point, as what is meant for screen readers is. */
function isClipped(element: Element): boolean {
  for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
    const { width, height } = up.getBoundingClientRect();
    if ((width <= 1 || height <= 1) && getComputedStyle(up).overflow !== 'visible') return true;
  }
  return false;
}

const isShown = (element: Element | null) =>
  element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true && !isClipped(element);

function wordsOf(text: Text, unseen: readonly AbstractRange[] = []): string {
  if (text.data.trim() === '' || !isShown(text.parentElement)) return '';
  const range = document.createRange();
  range.selectNodeContents(text);
  if (![...range.getClientRects()].some(isRoom)) return '';
  return withoutPainted(text, unseen);
}

const isInline = (element: Element) => /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display);

function blockOf(node: Node): Element {
  let up = node.parentElement ?? document.body;
  while (up !== document.body && isInline(up)) up = up.parentElement ?? document.body;
  return up;
}

/** What is seen of a page. The extension changes no text node, so that their numbers are the same with and without it. */
export interface SeenPage {
  /** Each text node's words, empty where they are not seen. */
  readonly texts: readonly string[];
  /** The lines that are seen: their words, white space folded, and their text nodes from `first` to before `end`. */
  readonly lines: readonly { readonly words: string; readonly first: number; readonly end: number }[];
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

export function look(): SeenPage {
  const unseen = painted();
  const texts: string[] = [];
  const lines: SeenPage['lines'][number][] = [];
  let first = 0;
  let block: Element | null = null;
  const end = () => {
    const words = folded(texts.slice(first).join(''));
    if (words !== '') lines.push({ words, first, end: texts.length });
    first = texts.length;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if ((node as Element).matches(`br,hr,${MEDIA}`)) end();
      continue;
    }
    const around = blockOf(node);
    if (around !== block) end();
    block = around;
    texts.push(wordsOf(node as Text, unseen.get(node)));
  }
  end();
  return { texts, lines };
}
