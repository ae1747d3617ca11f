import { attribute as attributeOf, closest, parentOf, read } from '../engine/dom.ts';
import type { TextSpan } from '../engine/types.ts';
import { inUse, isBusy, NOTHING_IN_USE } from './busy.ts';
import { byNode, Cuts } from './cuts.ts';
import { reading } from './injected.ts';
import { queryAll, removeAttribute, setAttribute, shadowRootOf } from './nodes.ts';
import { PIECE_KINDS, type Piece } from './piece.ts';
import { hidingRules } from './rules.ts';
import { Sheet } from './sheet.ts';
import type { Showing } from './showing.ts';

const NO_PIECES: readonly Piece[] = [];

/**
 * Hides pieces of a document, and undoes it so that the document is byte for byte what the page made it: one adopted
 * sheet, one attribute on each hidden element, and words taken out of text nodes. Nothing else is ever changed.
 */
export class Hiding {
  /** Its name is another one on each page load. */
  readonly attribute: string;
  readonly cuts = new Cuts();
  readonly sheet: Sheet;
  readonly #document: Document;
  readonly #marked = new Map<Element, number>();
  #pieces = NO_PIECES;
  #waiting = NO_PIECES;
  #peeking = false;
  #showing: Showing | undefined;

  constructor(document: Document, name: string) {
    this.#document = document;
    this.attribute = `data-${name}`;
    this.sheet = new Sheet(document);
  }

  /** Pieces that are hidden now. */
  get pieces(): readonly Piece[] {
    return this.#pieces;
  }

  /** Pieces that are left alone because the reader is using them. */
  get waiting(): readonly Piece[] {
    return this.#waiting;
  }

  get peeking(): boolean {
    return this.#peeking;
  }

  /** Hides exactly these pieces. What is hidden already and stays so is not touched. */
  set(pieces: readonly Piece[]): void {
    const use = pieces.length > 0 ? inUse(this.#document) : NOTHING_IN_USE;
    const waits = (piece: Piece) =>
      piece.elements.some((element) => !this.#marked.has(element) && isBusy(element, use)) ||
      piece.spans.some(({ node }) => !this.cuts.has(node) && use.selection?.containsNode(node, true));
    const wanted = pieces.length === 0 ? NO_PIECES : pieces.filter((piece) => !waits(piece));
    if (pieces.length === 0) this.#showing?.highlight([]);
    this.#waiting = pieces.filter((piece) => !wanted.includes(piece));
    this.#pieces = wanted;

    const elements = new Map<Element, number>();
    for (const { kind, elements: own } of wanted) {
      for (const element of own) if (read(element, 'isConnected')) elements.set(element, PIECE_KINDS.indexOf(kind));
    }
    if (this.#marked.size > 0) this.#sweep();
    for (const element of this.#marked.keys()) if (!elements.has(element)) this.#unmark(element);
    for (const [element, kind] of elements) this.#mark(element, kind);
    this.cuts.set(
      wanted.flatMap(({ spans }) => spans).filter(({ node }) => node.isConnected && !within(node, elements)),
    );
    this.#style();
  }

  /** Hides one more piece at once. */
  add(piece: Piece): void {
    for (const [node, spans] of byNode(piece.spans)) this.cuts.add(node, spans);
    const isFirst = this.#marked.size === 0;
    for (const element of piece.elements) this.#mark(element, PIECE_KINDS.indexOf(piece.kind));
    this.#pieces = [...this.#pieces, piece];
    // What arrives is in the document itself, and the rules are the same for all.
    if (isFirst) this.#style();
  }

  /** Everything as the page has it. */
  restore(): void {
    this.#peeking = false;
    this.cuts.resume();
    this.set(NO_PIECES);
  }

  /** Runs `act` on the texts as the page wrote them. Nothing is painted in between. */
  withTexts<T>(act: () => T): T {
    this.cuts.suspend();
    try {
      return act();
    } finally {
      if (!this.#peeking) this.cuts.resume();
    }
  }

  /** Shows what is hidden, outlined and named, or hides it again. */
  peek(on: boolean): void {
    if (on === this.#peeking) return;
    this.#peeking = on;
    if (on) this.cuts.suspend();
    else this.cuts.resume();
    this.#shows()?.highlight(on ? this.cuts.spans : []);
    this.#style();
  }

  /** Highlights words of the page's own text and scrolls to them. */
  show(spans: readonly TextSpan[]): boolean {
    const now = spans.map(({ node, start, end }) => ({
      node,
      start: this.cuts.placeNow(node, start),
      end: this.cuts.placeNow(node, end),
    }));
    this.#shows()?.highlight(now);
    this.#style();
    return this.#showing?.scrollIntoView() ?? false;
  }

  isMarked(element: Element): boolean {
    return this.#marked.has(element);
  }

  /** Whether a hidden element still carries its mark. */
  hasMark(element: Element): boolean {
    return attributeOf(element, this.attribute) !== null;
  }

  /** Whether an element lies in something hidden. */
  isHidden(element: Element): boolean {
    return closest(element, `[${this.attribute}]`) !== null;
  }

  /** Puts the marks back that the page took away. */
  remark(element: Element): void {
    const kind = this.#marked.get(element);
    if (kind !== undefined) this.#mark(element, kind);
  }

  /** Something that was hidden is no longer on the page. */
  get lost(): boolean {
    for (const element of this.#marked.keys()) if (!read(element, 'isConnected')) return true;
    return false;
  }

  /** What left the document becomes as the page made it. */
  forgetDetached(): void {
    for (const element of this.#marked.keys()) if (!read(element, 'isConnected')) this.#unmark(element);
    this.cuts.forgetDetached();
  }

  get elements(): Iterable<Element> {
    return this.#marked.keys();
  }

  #mark(element: Element, kind: number): void {
    this.#marked.set(element, kind);
    const value = String(kind);
    if (attributeOf(element, this.attribute) !== value) setAttribute(element, this.attribute, value);
  }

  #unmark(element: Element): void {
    this.#marked.delete(element);
    removeAttribute(element, this.attribute);
  }

  /** Copies that the page made of what was hidden are not ours to hide. */
  #sweep(): void {
    for (const root of [this.#document, ...this.sheet.roots]) {
      for (const copy of queryAll(root, `[${this.attribute}]`)) {
        if (!this.#marked.has(copy)) removeAttribute(copy, this.attribute);
      }
    }
  }

  /** What a reader is shown, from the first time that there is something to show. */
  #shows(): Showing | undefined {
    const tools = reading();
    if (tools) this.#showing ??= new tools.Showing(this.#document, this.attribute);
    return this.#showing;
  }

  #style(): void {
    const hidden = this.#marked.size > 0 && !this.#peeking ? hidingRules(this.attribute) : '';
    this.sheet.write(hidden + (this.#showing?.rules(this.#peeking) ?? ''));
    for (const element of this.#marked.keys()) {
      const root = shadowRootOf(element);
      if (root) this.sheet.adopt(root);
    }
  }
}

function within(node: Node, elements: ReadonlyMap<Element, unknown>): boolean {
  for (let up = node.parentElement; up; up = parentOf(up)) if (elements.has(up)) return true;
  return false;
}
