import { holds, read } from './dom.ts';
import { fold } from './fold.ts';
import type { Analysis, Block, Clutter, TextSpan } from './types.ts';

/** What stays of one text node. */
export interface Piece {
  readonly node: Text;
  readonly text: string;
  /** A `<br>` stands between it and the piece before. */
  readonly afterBreak: boolean;
}

/** A Block of the body, without what is Clutter in it. */
export interface Remains {
  readonly block: Block;
  /** White space folded. */
  readonly text: string;
  /** By text node, white space as it is written. Made when it is asked for. */
  readonly pieces: () => readonly Piece[];
}

/** The body without Clutter, in reading order. */
export function bodyWithoutClutter({ article, clutter }: Analysis): Remains[] {
  if (!article) return [];
  const goes = litterOf(clutter);
  return article.body
    .map((block): Remains => {
      if (!block.nodes.some((node) => goes.touches(node)))
        return { block, text: block.text, pieces: () => piecesOf(block) };
      const pieces = piecesOf(block, goes);
      const text = fold(pieces.map((piece) => (piece.afterBreak ? ' ' : '') + piece.text).join(''));
      return { block, text, pieces: () => pieces };
    })
    .filter(({ text }) => text !== '');
}

interface Litter {
  touches(node: Text): boolean;
  hides(node: Text): boolean;
  spansIn(node: Text): readonly TextSpan[];
}

function litterOf(clutter: readonly Clutter[]): Litter {
  const elements = clutter.flatMap((piece) => piece.elements);
  const spans = new Map<Text, TextSpan[]>();
  for (const span of clutter.flatMap((piece) => piece.spans))
    spans.set(span.node, [...(spans.get(span.node) ?? []), span]);
  const hides = (node: Text) => elements.some((element) => holds(element, node));
  return { hides, touches: (node) => spans.has(node) || hides(node), spansIn: (node) => spans.get(node) ?? [] };
}

function piecesOf(block: Block, goes?: Litter): Piece[] {
  // Where the content script has taken the words out already, there is nothing left to take.
  const isWhole = unspaced(block.nodes.map(({ data }) => data).join('')) === unspaced(block.text);
  return block.nodes
    .filter((node) => !goes?.hides(node))
    .map((node, at) => ({
      node,
      text: goes && isWhole ? without(node.data, goes.spansIn(node)) : node.data,
      afterBreak: at > 0 && isAfterBreak(node, block.box.element),
    }));
}

const unspaced = (text: string) => text.replace(/\s/g, '').length;

const without = (data: string, spans: readonly TextSpan[]) =>
  spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), data);

/** A `<br>` stands between the node and the text before it, inside `edge`. */
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
