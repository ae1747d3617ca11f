import { attribute, parentOf, read } from './dom.ts';
import { isMark } from './phrases/letters.ts';
import type { Block } from './types.ts';
import { collapseWhitespace } from './whitespace.ts';

/** One line of a Block: the text between two `<br>`. Most Blocks are a single line. */
export interface Line {
  readonly block: Block;
  readonly nodes: readonly Text[];
  /** White space collapsed, trimmed. */
  readonly text: string;
  /** Links of the line, in order. */
  readonly links: readonly HTMLAnchorElement[];
  /** How much of `text` lies in links. */
  readonly linkLength: number;
}

/** The next node in document order. */
function following(node: Node): Node | null {
  const first = read(node, 'firstChild');
  if (first) return first;
  for (let up: Node | null = node; up; up = read(up, 'parentNode')) {
    const next = read(up, 'nextSibling');
    if (next) return next;
  }
  return null;
}

/** Nodes between two text nodes of a Block that are searched for a `<br>`. */
const MAX_NODES_BETWEEN = 200;

function isBreakBetween(from: Node, to: Node): boolean {
  let node = following(from);
  for (let i = 0; node && node !== to && i < MAX_NODES_BETWEEN; i++) {
    if ((node as Element).localName === 'br') return true;
    node = following(node);
  }
  return false;
}

/** The Block's lines in order. */
export function linesOf(block: Block): Line[] {
  const { nodes } = block;
  const runs: Text[][] = [[]];
  for (const [i, node] of nodes.entries()) {
    const last = nodes[i - 1];
    if (last && isBreakBetween(last, node)) runs.push([]);
    runs.at(-1)?.push(node);
  }
  if (runs.length === 1) {
    const { text, links, linkLength } = block;
    return [{ block, nodes, text, links, linkLength }];
  }
  return runs
    .map((run) => {
      const links = block.links.filter((link) => run.some((n) => link.contains(n)));
      const linked = run.filter((node) => links.some((link) => link.contains(node)));
      return {
        block,
        nodes: run,
        text: textOf(run),
        links,
        linkLength: textOf(linked).length,
      };
    })
    .filter((line) => line.text !== '');
}

const INLINE_TAGS = new Set('a abbr b bdi bdo big cite em font i ins mark s small span strong sub sup u'.split(' '));

/** How much of the text on one side of a node is read, in UTF-16 units. */
const MAX_CHARS_BESIDE = 400;

/** The text on the same line as a node, on one side of it: up to the next `<br>` or the edge of a box. */
export function textBeside(node: Node, side: 'previousSibling' | 'nextSibling'): string {
  let beside = '';
  for (let at: Node = node; ; ) {
    for (let next = at[side]; next; next = next[side]) {
      const { nodeType } = next;
      if (nodeType === 1 && !INLINE_TAGS.has((next as Element).localName)) return beside;
      if (nodeType === 8) continue;
      const text = next.textContent ?? '';
      beside =
        side === 'nextSibling' ? beside + text.slice(0, MAX_CHARS_BESIDE) : text.slice(-MAX_CHARS_BESIDE) + beside;
      if (beside.length >= MAX_CHARS_BESIDE) return beside;
    }
    const parent = at.parentElement;
    if (!parent || !INLINE_TAGS.has(parent.localName)) return beside;
    at = parent;
  }
}

const textOf = (nodes: readonly Text[]): string => collapseWhitespace(nodes.map((node) => node.data).join(''));

/** How many characters of a line are not part of a link. */
export const charsBesideLinks = ({
  text,
  linkLength,
}: {
  readonly text: string;
  readonly linkLength: number;
}): number => text.length - linkLength;

/**
 * Text beside the link of a line that is little more than a link: "This article was first published on …", in whatever
 * language.
 */
export const MAX_CHARS_BESIDE_CLOSING_LINK = 55;
/** A line with more text than this beside its links is a paragraph. */
export const MIN_PARAGRAPH_CHARS = 90;

/** A sentence that is no paragraph: a single word before it may well be its heading. */
export const isShortSentence = ({ text, links }: Pick<Line, 'text' | 'links'>): boolean =>
  links.length === 0 && text.length < MIN_PARAGRAPH_CHARS && /[.!?。！？।۔]["”»」]?$/.test(text);

/** Elements that show words without meaning them: code and quotations. */
const QUOTING_TAGS = /^(?:code|pre|kbd|samp|tt|var|q|blockquote|textarea|listing|xmp)$/;

/** The node is in code, in a quotation, or in a text that the reader edits. */
export function inQuotation(node: Node): boolean {
  for (let up = parentOf(node); up; up = parentOf(up)) {
    if (QUOTING_TAGS.test(up.localName) || attribute(up, 'contenteditable') !== null) return true;
  }
  return false;
}

/** The line is code or a quotation: the page shows its words, but does not say them. */
export const isQuoted = ({ block, nodes }: Line): boolean =>
  block.kind === 'code' || block.kind === 'quote' || nodes.some(inQuotation);

/** A question, or words in quotation marks: somebody speaks. */
export function isSpeech(text: string): boolean {
  if (/[?？؟]$/.test(text)) return true;
  // Read from the end: a text of nothing but quotation marks must not take long.
  let end = text.length;
  while (end > 1 && isMark(text.charCodeAt(end - 1)) && !CLOSING_QUOTES.includes(text[end - 1] as string)) end--;
  return OPENING_QUOTES.includes(text[0] ?? ' ') && CLOSING_QUOTES.includes(text[end - 1] ?? ' ') && end > 1;
}

const OPENING_QUOTES = '"“„«「『';
const CLOSING_QUOTES = '"”“»」』';

const MIN_VERSE_LINES = 4;
const MAX_VERSE_LINE_CHARS = 60;

/** A poem: several short lines without links. A single word on one of them belongs to the poem. */
export const isVerse = (lines: readonly Line[]): boolean =>
  lines.length >= MIN_VERSE_LINES &&
  lines.every(({ text, links }) => text.length <= MAX_VERSE_LINE_CHARS && links.length === 0);
