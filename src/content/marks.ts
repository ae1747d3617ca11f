import { attribute as attributeOf, closest, read } from '../engine/dom.ts';
import type { PieceKind } from '../messages.ts';
import { randomLetters } from './names.ts';
import { queryAll, removeAttribute, setAttribute } from './nodes.ts';

/** Marks elements with one attribute of our own. Its value stands for the kind of mark, and is random too. */
export class HiddenMarks<Kind extends string = PieceKind> {
  readonly attribute: string;
  readonly #marked = new Map<Element, Kind>();
  readonly #values = new Map<Kind, string>();
  /** Something was marked once: the page may have copied it, mark and all. */
  #hasEverMarked = false;

  constructor(attribute: string) {
    this.attribute = attribute;
  }

  get elements(): Iterable<Element> {
    return this.#marked.keys();
  }

  /** The kinds of what was marked, and the values that stand for them. */
  get values(): Iterable<[Kind, string]> {
    return this.#values;
  }

  get isEmpty(): boolean {
    return this.#marked.size === 0;
  }

  /** Marks exactly these elements. @param roots where copies of marked elements are looked for */
  set(kinds: ReadonlyMap<Element, Kind>, roots: Iterable<ParentNode>): void {
    if (this.#hasEverMarked) this.#sweep(roots);
    for (const element of this.#marked.keys()) if (!kinds.has(element)) this.#unmark(element);
    for (const [element, kind] of kinds) this.mark(element, kind);
  }

  mark(element: Element, kind: Kind): void {
    this.#marked.set(element, kind);
    this.#hasEverMarked = true;
    const value = this.#values.get(kind) ?? randomLetters();
    this.#values.set(kind, value);
    if (attributeOf(element, this.attribute) !== value) setAttribute(element, this.attribute, value);
  }

  /** Puts the mark back that the page took away. */
  markAgain(element: Element): void {
    const kind = this.#marked.get(element);
    if (kind !== undefined) this.mark(element, kind);
  }

  /** Whether we marked the element. */
  has(element: Element): boolean {
    return this.#marked.has(element);
  }

  /** Whether the page took the mark of this element away. */
  isMissingOn(element: Element): boolean {
    return this.has(element) && attributeOf(element, this.attribute) === null;
  }

  /** The hidden element that an element lies in, or is. */
  around(element: Element): Element | null {
    return closest(element, `[${this.attribute}]`);
  }

  /** Whether an element lies in something hidden. */
  covers(element: Element): boolean {
    return this.around(element) !== null;
  }

  /** Whether an element that was hidden is no longer on the page. */
  get hasDetached(): boolean {
    for (const element of this.#marked.keys()) if (!read(element, 'isConnected')) return true;
    return false;
  }

  /** Elements that left the document become as the page made them. */
  forgetDetached(): void {
    for (const element of this.#marked.keys()) if (!read(element, 'isConnected')) this.#unmark(element);
  }

  #unmark(element: Element): void {
    this.#marked.delete(element);
    removeAttribute(element, this.attribute);
  }

  /** Copies that the page made of what was hidden are not ours to hide. */
  #sweep(roots: Iterable<ParentNode>): void {
    for (const root of roots) {
      for (const copy of queryAll(root, `[${this.attribute}]`)) {
        if (!this.#marked.has(copy)) removeAttribute(copy, this.attribute);
      }
    }
  }
}
