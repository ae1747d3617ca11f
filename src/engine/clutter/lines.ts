import { attribute, parentOf, read } from '../dom.ts';
import { fold } from '../fold.ts';
import type { Block } from '../types.ts';

/** What stands on one line of a Block: its text between two `<br>`. Most Blocks are one line. */
export interface Line {
  readonly block: Block;
  readonly nodes: readonly Text[];
  /** White space folded, trimmed. */
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

/** How many nodes may lie between two text nodes of a Block. */
const FAR = 200;

function broken(from: Node, to: Node): boolean {
  let node = following(from);
  for (let i = 0; node && node !== to && i < FAR; i++) {
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
    if (last && broken(last, node)) runs.push([]);
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

const INLINE = new Set('a abbr b bdi bdo big cite em font i ins mark s small span strong sub sup u'.split(' '));

/** UTF-16 units beside a node that are looked at. */
const MOST_BESIDE = 400;

/** What stands on the same line as a node, on one side of it: up to the next `<br>` or the edge of a box. */
export function wordsBeside(node: Node, side: 'previousSibling' | 'nextSibling'): string {
  let words = '';
  for (let at: Node = node; ; ) {
    for (let next = at[side]; next; next = next[side]) {
      const { nodeType } = next;
      if (nodeType === 1 && !INLINE.has((next as Element).localName)) return words;
      if (nodeType === 8) continue;
      const text = next.textContent ?? '';
      words = side === 'nextSibling' ? words + text.slice(0, MOST_BESIDE) : text.slice(-MOST_BESIDE) + words;
      if (words.length >= MOST_BESIDE) return words;
    }
    const parent = at.parentElement;
    if (!parent || !INLINE.has(parent.localName)) return words;
    at = parent;
  }
}

export const textOf = (nodes: readonly Text[]): string => fold(nodes.map((node) => node.data).join(''));

/** Elements that show words without meaning them. */
export const QUOTING = /^(?:code|pre|kbd|samp|tt|var|q|blockquote|textarea|listing|xmp)$/;

/** In code or in a quotation: what is shown there is not meant. */
export function inQuotation(node: Node): boolean {
  for (let up = parentOf(node); up; up = parentOf(up)) {
    if (QUOTING.test(up.localName) || attribute(up, 'contenteditable') !== null) return true;
  }
  return false;
}

/** A question, or words in quotation marks: somebody says them. */
export const isSaid = (text: string): boolean => /[?？؟]$|^["“„«「『].*["”“»」』]\P{L}*$/u.test(text);

/** A poem: short lines, none of which is a link. A word alone on one of them is what the poem says. */
export const isVerse = (lines: readonly Line[]): boolean =>
  lines.length >= VERSE && lines.every(({ text, links }) => text.length <= LONGEST_VERSE && links.length === 0);

const VERSE = 4;
const LONGEST_VERSE = 60;

export const isQuoted = ({ block, nodes }: Line): boolean =>
  block.kind === 'code' || block.kind === 'quote' || nodes.some(inQuotation);
