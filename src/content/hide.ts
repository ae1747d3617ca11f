import { parentOf, read } from '../engine/dom.ts';
import { spansByNode } from '../engine/spans.ts';
import type { TextSpan } from '../engine/types.ts';
import type { PieceKind } from '../messages.ts';
import { readingTools } from './beside.ts';
import type { EmptyLines } from './empty-lines.ts';
import { hidingRules, wordRules } from './hiding-css.ts';
import { HiddenMarks } from './marks.ts';
import { shadowRootOf } from './nodes.ts';
import { HidingSheet } from './sheet.ts';
import type { HiddenPiece, Highlighter } from './types.ts';
import { HiddenWords } from './words.ts';

const NO_PIECES: readonly HiddenPiece[] = [];

/**
 * Hides pieces of a document, and undoes it so that the document is byte for byte what the page made it: one adopted
 * sheet, one attribute on each hidden element, and a highlight over words inside a text. No text is ever changed.
 */
export class Hiding {
  readonly marks: HiddenMarks;
  readonly words: HiddenWords;
  readonly sheet: HidingSheet;
  /** What closes the gaps of empty lines, once somebody has time for them. */
  emptyLines: EmptyLines | undefined;
  readonly #document: Document;
  readonly #name: string;
  #pieces = NO_PIECES;
  #isPeeking = false;
  #highlighter: Highlighter | undefined;

  /** @param name a new one on each page load, so that no page can know us by it: lower-case letters */
  constructor(document: Document, name: string) {
    this.#document = document;
    this.#name = name;
    this.words = new HiddenWords(name);
    this.marks = new HiddenMarks(`data-${name}`);
    this.sheet = new HidingSheet(document);
  }

  /** Pieces that are hidden now. */
  get pieces(): readonly HiddenPiece[] {
    return this.#pieces;
  }

  get isPeeking(): boolean {
    return this.#isPeeking;
  }

  /** Hides exactly these pieces. What is hidden already and stays so is not touched. */
  set(pieces: readonly HiddenPiece[]): void {
    this.#pieces = pieces;
    if (pieces.length === 0) this.#highlighter?.highlight([]);

    const kinds = new Map<Element, PieceKind>();
    for (const { kind, elements } of this.#pieces) {
      for (const element of elements) if (read(element, 'isConnected')) kinds.set(element, kind);
    }
    this.marks.set(kinds, [this.#document, ...this.sheet.roots]);
    const spans = this.#pieces.flatMap((piece) => piece.spans);
    this.words.set(spans.filter(({ node }) => node.isConnected && !isWithin(node, kinds)));
    this.#writeSheet();
    if (!this.emptyLines || read(this.#document, 'readyState') === 'loading') return;
    const { rules } = this.emptyLines;
    this.emptyLines.update(this.words, [this.#document, ...this.sheet.roots]);
    if (this.emptyLines.rules !== rules) this.#writeSheet();
  }

  /** Hides one more piece at once. */
  add(piece: HiddenPiece): void {
    const wereEmpty = [this.marks.isEmpty, this.words.isEmpty];
    for (const element of piece.elements) this.marks.mark(element, piece.kind);
    for (const [node, spans] of spansByNode(piece.spans))
      if (!node.parentElement || !this.marks.covers(node.parentElement)) this.words.add(node, spans);
    this.#pieces = [...this.#pieces, piece];
    // What arrives is in the document itself. The rules are the same for all elements, and for all words.
    if (this.marks.isEmpty !== wereEmpty[0] || this.words.isEmpty !== wereEmpty[1]) this.#writeSheet();
  }

  /** Everything as the page has it. */
  restore(): void {
    this.#isPeeking = false;
    this.set(NO_PIECES);
  }

  /** Shows what is hidden, outlined and named, or hides it again. */
  peek(on: boolean): void {
    if (on === this.#isPeeking) return;
    this.#isPeeking = on;
    this.#makeHighlighter()?.highlight(on ? this.words.spans : []);
    this.#writeSheet();
  }

  /** Highlights words of the page's own text and scrolls to them. @returns whether there is such a place */
  show(spans: readonly TextSpan[]): boolean {
    const highlighter = this.#makeHighlighter();
    highlighter?.highlight(spans);
    this.#writeSheet();
    return highlighter?.scrollIntoView() ?? false;
  }

  /** What left the document becomes as the page made it. */
  forgetDetached(): void {
    this.marks.forgetDetached();
    this.words.forgetDetached();
  }

  /** Whether an element, or words of a text, are hidden. */
  has(node: Element | Text): boolean {
    return node.nodeType === 3 ? this.words.has(node as Text) : this.marks.has(node as Element);
  }

  /** From the first time that there is something to show, and where what shows it is there. */
  #makeHighlighter(): Highlighter | undefined {
    const tools = readingTools();
    if (tools) this.#highlighter ??= new tools.Showing(this.#document, this.marks);
    return this.#highlighter;
  }

  #writeSheet(): void {
    const { marks, words, sheet } = this;
    const elements = marks.isEmpty || this.#isPeeking ? '' : hidingRules(marks.attribute);
    const texts = words.isEmpty || this.#isPeeking ? '' : wordRules(this.#name);
    const lines = (!this.#isPeeking && this.emptyLines?.rules) || '';
    sheet.write(elements + texts + lines + (this.#highlighter?.rules(this.#isPeeking) ?? ''));
    for (const node of [...marks.elements, ...words.nodes]) {
      const root = shadowRootOf(node);
      if (root) sheet.adoptIn(root);
    }
  }
}

function isWithin(node: Node, elements: ReadonlyMap<Element, unknown>): boolean {
  for (let up = node.parentElement; up; up = parentOf(up)) if (elements.has(up)) return true;
  return false;
}
