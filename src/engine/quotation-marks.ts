/** The marks that a browser sets around `q` elements, which are not in the page's text. */
import { attribute, read } from './dom.ts';
import { around } from './read-words.ts';

/** Outer and inner pair, by language; the last is for all others. */
const MARKS: readonly (readonly [language: RegExp, marks: string])[] = [
  [/^(?:de|cs|sk|sl|bg|lt|et|is|hr|sr)\b/i, '„“‚‘'],
  [/^(?:pl|hu|ro|nl)\b/i, '„”‚’'],
  [/^(?:fr|es|it|pt-pt|ca|el|ru|uk|be|fa|ar|hy|nb|no|nn|eu|sq)\b/i, '«»“”'],
  [/^(?:ja|zh-hant|zh-tw|zh-hk)\b/i, '「」『』'],
  [/^(?:sv|fi)\b/i, '””’’'],
  [/^/, '“”‘’'],
];
/** The page has set marks itself. */
const MARKED = /^\s*[«»„“”"‘’‚「『]/;

const quotesAround = (node: Text, edge: Element): Element[] =>
  [...around(node, edge)].filter((up) => up.localName === 'q' && !MARKED.test(read(up, 'textContent') ?? '')).reverse();

/** Follows the texts of one Block in order, and tells which marks stand between them. */
export class QuotationMarks {
  private readonly edge: Element;
  private readonly marks: readonly string[];
  private open: readonly Element[] = [];

  constructor(edge: Element) {
    this.edge = edge;
    const root = read(edge, 'ownerDocument')?.documentElement;
    const language = (root && attribute(root, 'lang')) ?? '';
    this.marks = [...(MARKS.find(([languages]) => languages.test(language))?.[1] ?? '')];
  }

  /** What closes behind the text before, and what opens before this one. `null` stands for the end. */
  before(node: Text | null): { readonly closing: string; readonly opening: string } {
    const now = node ? quotesAround(node, this.edge) : [];
    const same = now.findIndex((quote, at) => quote !== this.open[at]);
    const shared = Math.min(same < 0 ? now.length : same, this.open.length);
    const closing = this.open.slice(shared).map((_, at) => this.mark(shared + at, 1));
    const opening = now.slice(shared).map((_, at) => this.mark(shared + at, 0));
    this.open = now;
    return { closing: closing.reverse().join(''), opening: opening.join('') };
  }

  private mark(depth: number, side: 0 | 1): string {
    return this.marks[(depth % 2) * 2 + side] ?? '';
  }
}
