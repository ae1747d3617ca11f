import { read } from './dom.ts';
import { spansByNode } from './spans.ts';
import type { Analysis, Block, Clutter, TextSpan } from './types.ts';
import { collapseWhitespace } from './whitespace.ts';

/** What remains of one text node. */
export interface RemainingText {
  readonly node: Text;
  readonly text: string;
  /** A `<br>` stands between it and the text before. */
  readonly afterBreak: boolean;
}

/** A Block of the body without the Clutter in it. */
export interface RemainingBlock {
  readonly block: Block;
  /** White space collapsed. */
  readonly text: string;
  /** By text node, white space as it is written. Made when it is asked for. */
  readonly texts: () => readonly RemainingText[];
}

/** The body without Clutter, in reading order. */
export const bodyWithoutClutter = ({ article, clutter }: Analysis): RemainingBlock[] =>
  withoutClutter(article?.body ?? [], clutter);

/** Blocks without Clutter. Of a Block that is nothing else, nothing remains. */
export function withoutClutter(blocks: readonly Block[], clutter: readonly Clutter[]): RemainingBlock[] {
  const removed = removedBy(clutter);
  return blocks
    .map((block): RemainingBlock => {
      if (!block.nodes.some((node) => removed.touches(node)))
        return { block, text: block.text, texts: () => textsOf(block) };
      const texts = textsOf(block, removed);
      const text = collapseWhitespace(texts.map((one) => (one.afterBreak ? ' ' : '') + one.text).join(''));
      return { block, text, texts: () => texts };
    })
    .filter(({ text }) => text !== '');
}

/** What hiding the Clutter takes away. */
interface RemovedContent {
  touches(node: Text): boolean;
  hides(node: Text): boolean;
  spansIn(node: Text): readonly TextSpan[];
}

function removedBy(clutter: readonly Clutter[]): RemovedContent {
  const elements = new Set<Node>(clutter.flatMap((piece) => piece.elements));
  const spans = spansByNode(clutter.flatMap((piece) => piece.spans));
  const isHidden = memoizeAncestors((node) => elements.has(node));
  const hides = (node: Text) => elements.size > 0 && isHidden(node);
  return { hides, touches: (node) => spans.has(node) || hides(node), spansIn: (node) => spans.get(node) ?? [] };
}

function textsOf(block: Block, removed?: RemovedContent): RemainingText[] {
  // Where the page has changed its text since it was read, the spans no longer fit.
  const isWhole = lengthWithoutSpaces(block.nodes.map(({ data }) => data).join('')) === lengthWithoutSpaces(block.text);
  return block.nodes
    .filter((node) => !removed?.hides(node))
    .map((node, at) => ({
      node,
      text: removed && isWhole ? withoutSpans(node.data, removed.spansIn(node)) : node.data,
      afterBreak: at > 0 && isAfterBreak(node, block.box.element),
    }));
}

const lengthWithoutSpaces = (text: string) => text.replace(/\s/g, '').length;

function withoutSpans(data: string, spans: readonly TextSpan[]): string {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const starts = [...sorted.map(({ start }) => start), data.length];
  return starts.map((start, i) => data.slice(sorted[i - 1]?.end ?? 0, start)).join('');
}

/** True of a node when it is true of the node or of one around it. Remembers answers: each node is asked once. */
function memoizeAncestors(isTrue: (node: Node) => boolean): (node: Node) => boolean {
  const known = new Map<Node, boolean>();
  return (node) => {
    const asked: Node[] = [];
    let answer = false;
    for (let up: Node | null = node; up; up = read(up, 'parentNode')) {
      answer = known.get(up) ?? isTrue(up);
      asked.push(up);
      if (answer || known.has(up)) break;
    }
    for (const one of asked) known.set(one, answer);
    return answer;
  };
}

/** A `<br>` stands between the node and the text before it, within `edge`. */
function isAfterBreak(node: Text, edge: Element): boolean {
  let at: Node = node;
  for (;;) {
    let before = read(at, 'previousSibling');
    while (!before) {
      const up = at.parentNode;
      if (!up || up === edge) return false;
      at = up;
      before = read(at, 'previousSibling');
    }
    at = before;
    for (let last = read(at, 'lastChild'); last; last = read(at, 'lastChild')) at = last;
    if ((at as Element).localName === 'br') return true;
    if (at.nodeType === 3) return false;
  }
}
