/** Runs in a page without scripts: the lines that a reader sees of it, in document order. */

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

/** Words that a highlight paints in no color, by the text that they are in. */
function painted(): Map<Node, AbstractRange[]> {
  const found = new Map<Node, AbstractRange[]>();
  for (const [name, highlight] of CSS.highlights)
    for (const range of highlight as unknown as Iterable<AbstractRange>) {
      const { startContainer: node } = range;
      const around = node.parentElement;
      if (around && getComputedStyle(around, `::highlight(${name})`).color === 'rgba(0, 0, 0, 0)')
        found.set(node, [...(found.get(node) ?? []), range]);
    }
  return found;
}

function wordsOf(text: Text, unseen: readonly AbstractRange[] = []): string {
  if (text.data.trim() === '' || !isShown(text.parentElement)) return '';
  const range = document.createRange();
  range.selectNodeContents(text);
  if (![...range.getClientRects()].some(isRoom)) return '';
  let { data } = text;
  for (const { startOffset, endOffset } of unseen)
    data = data.slice(0, startOffset) + ' '.repeat(endOffset - startOffset) + data.slice(endOffset);
  return data;
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
