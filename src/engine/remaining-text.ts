import { read } from './dom.ts';
import { formulaText } from './formulas.ts';
import { memoize } from './memoize.ts';
import type { NoteMark } from './notes.ts';
import { isMarginNote } from './notes.ts';
import { around, readingsOf } from './read-words.ts';
import { smallFigures } from './small-figures.ts';
import { spansByNode } from './spans.ts';
import type { Analysis, Block, Clutter, TextSpan } from './types.ts';
import { collapseWhitespace, withoutSoftHyphens } from './whitespace.ts';

/** What remains of one text node. Words that no reader reads do not: see read-words.ts. */
export interface RemainingText {
  readonly node: Text;
  readonly text: string;
  /** How many `<br>`, or edges of elements on lines of their own, stand between it and the text before. */
  readonly breaks: number;
  /** The footnote that it is the mark of. */
  readonly mark: NoteMark | null;
  /** The formula that it is a part of. */
  readonly formula: Element | null;
}

/** A Block of the body without the Clutter in it. */
export interface RemainingBlock {
  readonly block: Block;
  /** White space collapsed, without the marks of footnotes. */
  readonly text: string;
  /** By text node, white space as it is written. Made when it is asked for. */
  readonly texts: () => readonly RemainingText[];
}

/** What the words of an article are read from. */
export type Reader = Pick<Analysis, 'page' | 'style'>;

/** The body without Clutter, in reading order. */
export const bodyWithoutClutter = (analysis: Analysis): RemainingBlock[] =>
  withoutClutter(analysis.article?.body ?? [], analysis.clutter, analysis);

/** Blocks without Clutter. Of a Block that is nothing else, nothing remains. */
export const withoutClutter = (
  blocks: readonly Block[],
  clutter: readonly HiddenContent[],
  reader: Reader,
): RemainingBlock[] => without(blocks, removedBy(clutter), reader);

/** Blocks without what is taken away. Of a Block that is nothing else, nothing remains. */
export function without(blocks: readonly Block[], removed: RemovedContent, reader: Reader): RemainingBlock[] {
  return blocks
    .map((block): RemainingBlock => {
      const isTouched = block.nodes.some((node) => removed.touches(node));
      const texts = textsOf(block, reader, isTouched ? removed : undefined);
      return { block, text: textOf(block, texts), texts: () => texts };
    })
    .filter(({ text, texts }) => text !== '' || texts().some(({ mark, formula }) => mark ?? formula));
}

/** A Block's words as a reader reads them, without the marks of footnotes. */
export const readableText = (block: Block, reader: Reader): string => textOf(block, textsOf(block, reader));

/** The text nodes of a Block with words that a reader reads. */
export const readableNodes = (block: Block, reader: Reader): Text[] =>
  textsOf(block, reader).flatMap(({ node, mark }) => (mark ? [] : node));

function textOf(block: Block, texts: readonly RemainingText[]): string {
  const isWhole =
    texts.length === block.nodes.length && texts.every(({ node, text, mark }) => text === node.data && !mark);
  if (isWhole && !texts.some(({ breaks }) => breaks > 0)) return withoutSoftHyphens(block.text);
  let words = '';
  for (const [at, { text, breaks, mark }] of texts.entries()) {
    if (mark) continue;
    const closes = at > 0 && texts[at - 1]?.mark && CLOSING_MARK.test(text);
    words = (closes ? words.trimEnd() : words) + (breaks > 0 ? ' ' : '') + text;
  }
  return withoutSoftHyphens(collapseWhitespace(words));
}

/** What hiding takes away: elements, and words inside texts. */
export type HiddenContent = Pick<Clutter, 'elements' | 'spans'>;

/** Answers what is taken away from the texts of Blocks. */
export interface RemovedContent {
  touches(node: Text): boolean;
  hides(node: Text): boolean;
  spansIn(node: Text): readonly TextSpan[];
}

/** What hiding the Clutter takes away. */
export function removedBy(clutter: readonly HiddenContent[]): RemovedContent {
  const elements = new Set<Node>(clutter.flatMap((piece) => piece.elements));
  const spans = spansByNode(clutter.flatMap((piece) => piece.spans));
  const isHidden = memoizeAncestors((node) => elements.has(node));
  const hides = (node: Text) => elements.size > 0 && isHidden(node);
  return { hides, touches: (node) => spans.has(node) || hides(node), spansIn: (node) => spans.get(node) ?? [] };
}

function textsOf(block: Block, reader: Reader, removed?: RemovedContent): RemainingText[] {
  const style = memoize(reader.style);
  // Where the page has changed its text since it was read, the spans no longer fit.
  const isWhole = lengthWithoutSpaces(block.nodes.map(({ data }) => data).join('')) === lengthWithoutSpaces(block.text);
  const readings = readingsOf(block, reader.page, style);
  const edge = block.box.element;
  let line: Element | null = null;
  const begun = new Set<Element>();
  /** A formula's words stand in the place of its first. */
  const wordsOf = (node: Text, formula: Element | null): string => {
    const drawn = formula && formulaText(formula);
    if (!formula || !drawn) return node.data;
    if (begun.has(formula)) return '';
    begun.add(formula);
    return drawn;
  };
  const texts: RemainingText[] = [];
  let breaks = 0;
  let hasGap = false;
  for (const node of block.nodes) {
    const reading = readings.get(node);
    breaks += breaksBefore(node, edge);
    if (removed?.hides(node) || reading?.isRead === false) {
      hasGap ||= node.data.trim() !== '';
      continue;
    }
    const before = texts.at(-1);
    const spans = removed && isWhole ? removed.spansIn(node) : [];
    const written = wordsOf(node, reading?.formula ?? null);
    let text = spans.length > 0 ? withoutSpans(node.data, spans) : raised(node, written, before?.text ?? '');
    // What stood between two words kept them apart.
    if (before && hasGap && ENDS_IN_WORD.test(before.text) && STARTS_WITH_WORD.test(text)) text = ` ${text}`;
    // A note in the margin begins no line in the text.
    const own: Element | null = reading?.mark && isMarginNote(reading.mark) ? line : lineAround(node, edge, style);
    // No space stays before the mark behind words that nobody reads.
    if (before && hasGap && CLOSING_MARK.test(text))
      texts[texts.length - 1] = { ...before, text: before.text.trimEnd() };
    texts.push({
      node,
      text,
      breaks: before ? Math.max(breaks, Number(own !== line)) : 0,
      mark: reading?.mark ?? null,
      formula: reading?.formula ?? null,
    });
    line = own;
    breaks = 0;
    hasGap = false;
  }
  return texts;
}

const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
const STARTS_WITH_WORD = /^[\p{L}\p{N}]/u;
const CLOSING_MARK = /^[.,;:!?)\]…]/;

/** Small figures right behind others stay small: 10³, never 103. */
function raised(node: Text, text: string, before: string): string {
  const tag = read(node, 'parentElement')?.localName;
  if ((tag !== 'sup' && tag !== 'sub') || !/[\d⁄]$/.test(before)) return text;
  return smallFigures(text, tag) ?? text;
}

/** The innermost element around a text that stands on a line of its own, within `edge`. */
function lineAround(node: Text, edge: Element, style: Reader['style']): Element | null {
  for (const element of around(node, edge)) if (style(element).isLine) return element;
  return null;
}

const lengthWithoutSpaces = (text: string) => text.replace(/\s/g, '').length;

/** The spans may overlap. */
function withoutSpans(data: string, spans: readonly TextSpan[]): string {
  let words = '';
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    words += data.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return words + data.slice(at);
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

/** How many `<br>` stand between the node and the text before it, within `edge`. */
function breaksBefore(node: Text, edge: Element): number {
  let breaks = 0;
  let at: Node = node;
  for (;;) {
    let before = read(at, 'previousSibling');
    while (!before) {
      const up = at.parentNode;
      if (!up || up === edge) return breaks;
      at = up;
      before = read(at, 'previousSibling');
    }
    at = before;
    for (let last = read(at, 'lastChild'); last; last = read(at, 'lastChild')) at = last;
    if ((at as Element).localName === 'br') breaks++;
    else if (at.nodeType === 3) return breaks;
  }
}
