import { attribute as attributeOf, closest, parentOf, read } from '../engine/dom.ts';
import type { TextSpan } from '../engine/types.ts';
import { inUse, isBusy, NOTHING_IN_USE } from './busy.ts';
import { byNode, makeCuts } from './cuts.ts';
import { reading } from './injected.ts';
import { queryAll, removeAttribute, setAttribute, shadowRootOf } from './nodes.ts';
import { PIECE_KINDS, type Piece } from './piece.ts';
import { hidingRules } from './rules.ts';
import { makeSheet } from './sheet.ts';
import type { Showing } from './showing.ts';

const NO_PIECES: readonly Piece[] = [];

/**
 * Hides pieces of a document, and undoes it so that the document is byte for byte what the page made it: one adopted
 * sheet, one attribute on each hidden element, and words taken out of text nodes. Nothing else is ever changed.
 */
export function makeHiding(document: Document, name: string) {
  /** Its name is another one on each page load. */
  const attribute = `data-${name}`;
  const cuts = makeCuts();
  const sheet = makeSheet(document);
  const marked = new Map<Element, number>();
  let pieces = NO_PIECES;
  let waiting = NO_PIECES;
  let peeking = false;
  let showing: Showing | undefined;

  /** Hides exactly these pieces. What is hidden already and stays so is not touched. */
  function set(asked: readonly Piece[]): void {
    const use = asked.length > 0 ? inUse(document) : NOTHING_IN_USE;
    const waits = (piece: Piece) =>
      piece.elements.some((element) => !marked.has(element) && isBusy(element, use)) ||
      piece.spans.some(({ node }) => !cuts.has(node) && use.selection?.containsNode(node, true));
    const wanted = asked.length === 0 ? NO_PIECES : asked.filter((piece) => !waits(piece));
    if (asked.length === 0) showing?.highlight([]);
    waiting = asked.filter((piece) => !wanted.includes(piece));
    pieces = wanted;

    const elements = new Map<Element, number>();
    for (const { kind, elements: own } of wanted) {
      for (const element of own) if (read(element, 'isConnected')) elements.set(element, PIECE_KINDS.indexOf(kind));
    }
    if (marked.size > 0) sweep();
    for (const element of marked.keys()) if (!elements.has(element)) unmark(element);
    for (const [element, kind] of elements) mark(element, kind);
    cuts.set(wanted.flatMap(({ spans }) => spans).filter(({ node }) => node.isConnected && !within(node, elements)));
    style();
  }

  /** Hides one more piece at once. */
  function add(piece: Piece): void {
    for (const [node, spans] of byNode(piece.spans)) cuts.add(node, spans);
    const isFirst = marked.size === 0;
    for (const element of piece.elements) mark(element, PIECE_KINDS.indexOf(piece.kind));
    pieces = [...pieces, piece];
    // What arrives is in the document itself, and the rules are the same for all.
    if (isFirst) style();
  }

  /** Everything as the page has it. */
  function restore(): void {
    peeking = false;
    cuts.resume();
    set(NO_PIECES);
  }

  /** Runs `act` on the texts as the page wrote them. Nothing is painted in between. */
  function withTexts<T>(act: () => T): T {
    cuts.suspend();
    try {
      return act();
    } finally {
      if (!peeking) cuts.resume();
    }
  }

  /** Shows what is hidden, outlined and named, or hides it again. */
  function peek(on: boolean): void {
    if (on === peeking) return;
    peeking = on;
    if (on) cuts.suspend();
    else cuts.resume();
    shows()?.highlight(on ? cuts.spans : []);
    style();
  }

  /** Highlights words of the page's own text and scrolls to them. */
  function show(spans: readonly TextSpan[]): boolean {
    const now = spans.map(({ node, start, end }) => ({
      node,
      start: cuts.placeNow(node, start),
      end: cuts.placeNow(node, end),
    }));
    shows()?.highlight(now);
    style();
    return showing?.scrollIntoView() ?? false;
  }

  function isMarked(element: Element): boolean {
    return marked.has(element);
  }

  /** Whether a hidden element still carries its mark. */
  function hasMark(element: Element): boolean {
    return attributeOf(element, attribute) !== null;
  }

  /** Whether an element lies in something hidden. */
  function isHidden(element: Element): boolean {
    return closest(element, `[${attribute}]`) !== null;
  }

  /** Puts the marks back that the page took away. */
  function remark(element: Element): void {
    const kind = marked.get(element);
    if (kind !== undefined) mark(element, kind);
  }

  /** Something that was hidden is no longer on the page. */
  function isLost(): boolean {
    for (const element of marked.keys()) if (!read(element, 'isConnected')) return true;
    return false;
  }

  /** What left the document becomes as the page made it. */
  function forgetDetached(): void {
    for (const element of marked.keys()) if (!read(element, 'isConnected')) unmark(element);
    cuts.forgetDetached();
  }

  function mark(element: Element, kind: number): void {
    marked.set(element, kind);
    const value = String(kind);
    if (attributeOf(element, attribute) !== value) setAttribute(element, attribute, value);
  }

  function unmark(element: Element): void {
    marked.delete(element);
    removeAttribute(element, attribute);
  }

  /** Copies that the page made of what was hidden are not ours to hide. */
  function sweep(): void {
    for (const root of [document, ...sheet.roots]) {
      for (const copy of queryAll(root, `[${attribute}]`)) {
        if (!marked.has(copy)) removeAttribute(copy, attribute);
      }
    }
  }

  /** What a reader is shown, from the first time that there is something to show. */
  function shows(): Showing | undefined {
    const tools = reading();
    if (tools) showing ??= new tools.Showing(document, attribute);
    return showing;
  }

  function style(): void {
    const hidden = marked.size > 0 && !peeking ? hidingRules(attribute) : '';
    sheet.write(hidden + (showing?.rules(peeking) ?? ''));
    for (const element of marked.keys()) {
      const root = shadowRootOf(element);
      if (root) sheet.adopt(root);
    }
  }

  return {
    attribute,
    cuts,
    sheet,
    /** Pieces that are hidden now. */
    get pieces() {
      return pieces;
    },
    /** Pieces that are left alone because the reader is using them. */
    get waiting() {
      return waiting;
    },
    get peeking() {
      return peeking;
    },
    get lost() {
      return isLost();
    },
    get elements() {
      return marked.keys();
    },
    set,
    add,
    restore,
    withTexts,
    peek,
    show,
    isMarked,
    hasMark,
    isHidden,
    remark,
    forgetDetached,
  };
}

export type Hiding = ReturnType<typeof makeHiding>;

function within(node: Node, elements: ReadonlyMap<Element, unknown>): boolean {
  for (let up = node.parentElement; up; up = parentOf(up)) if (elements.has(up)) return true;
  return false;
}
