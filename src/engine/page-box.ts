import { attribute } from './dom.ts';
import type { BlockKind, Box } from './types.ts';
import { OPENABLE_WORDS } from './vocabulary.ts';

/** How much of an element's id and classes is read, in UTF-16 units. */
const MAX_WORDS_CHARS = 2_000;
/** Kinds that a Box passes on to the Boxes in it. */
const INHERITED_KINDS: ReadonlySet<BlockKind> = new Set(['caption', 'quote', 'code', 'item']);
const HEADING_TAG = /^h[1-6]$/;

/** A {@link Box} while the page is read. */
export class PageBox implements Box {
  readonly index: number;
  readonly element: Element;
  readonly tag: string;
  readonly parent: PageBox | null;
  readonly first: number;
  readonly kind: BlockKind;
  readonly depth: number;
  end: number;
  endBox: number;
  length = 0;
  linkLength = 0;
  media = 0;
  /** By its own attribute or style. */
  readonly isHiddenItself: boolean;
  /** The outermost Box that hides it. */
  hiddenBy: PageBox | null = null;
  #words: string | undefined;

  constructor(
    index: number,
    element: Element,
    tag: string,
    kind: BlockKind | null,
    parent: PageBox | null,
    first: number,
    hidden: boolean,
  ) {
    this.index = index;
    this.element = element;
    this.tag = tag;
    this.parent = parent;
    this.first = first;
    const inherited = parent && INHERITED_KINDS.has(parent.kind) ? parent.kind : 'paragraph';
    // The rows of a table in code are its lines.
    this.kind = kind === 'cell' && inherited === 'code' ? 'code' : (kind ?? inherited);
    this.depth = parent ? parent.depth + 1 : 0;
    this.end = first;
    this.endBox = index + 1;
    this.isHiddenItself = hidden && !OPENABLE_WORDS.test(this.words);
    this.hide(this.isHiddenItself);
  }

  get hidden(): boolean {
    return this.hiddenBy !== null;
  }

  hide(isHidden: boolean): void {
    this.hiddenBy = this.parent?.hiddenBy ?? (isHidden ? this : null);
  }

  get words(): string {
    this.#words ??= wordsOf(this.element, this.tag).slice(0, MAX_WORDS_CHARS).toLowerCase();
    return this.#words;
  }
}

/**
 * Id and classes, and the name of a custom element. A heading's id has the words of the heading, and a class with a colon
 * tells how a thing looks now and then: neither says what it is. Only a form has fields that can hide its properties.
 */
function wordsOf(element: Element, tag: string): string {
  const id = tag === 'form' ? (attribute(element, 'id') ?? '') : HEADING_TAG.test(tag) ? '' : element.id;
  const classes = tag === 'form' ? (attribute(element, 'class') ?? '') : element.className;
  const words = `${id} ${classes}${tag.includes('-') ? ` ${tag}` : ''}`;
  return words.includes(':') ? words.split(/\s+/).filter(isPlain).join(' ') : words;
}

const isPlain = (word: string): boolean => !word.includes(':');
