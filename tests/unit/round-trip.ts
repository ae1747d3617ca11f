import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { math } from 'micromark-extension-math';
import type { Part, Picture, Run } from '../../src/engine/types.ts';
import { webAddress } from '../../src/formats/fit-to-show.ts';
import { asMarkdown } from '../../src/formats/markdown.ts';

/** What a reader of Markdown sees: each block with its words, and the links in order. */
interface Seen {
  readonly blocks: readonly string[];
  readonly links: readonly string[];
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Markdown has an address between round brackets, where some signs stand as their codes. */
const plainAddress = (url: string): string => url.replace(/%(?:28|29|3C|3E|7C|5C)/gi, decodeURIComponent);

// As it was meant.

const wordsOfPicture = ({ url, alt }: Pick<Picture, 'url' | 'alt'>): string =>
  `![${collapsed(alt)}](${plainAddress(url)})`;
const wordsOfRun = ({ text, note, formula, picture }: Run): string =>
  picture ? wordsOfPicture(picture) : note !== undefined ? `[^${note}]` : formula?.tex ? `$${formula.tex}$` : text;
const wordsOf = ({ runs }: Part): string => collapsed(runs.map(wordsOfRun).join(''));

/** The first column of a table in which there is anything. */
const firstColumn = (parts: readonly Part[], table: number): number =>
  Math.min(...parts.filter(({ group }) => group === table).map(({ column = 0 }) => column));

/** What the Markdown of these Parts has to say. */
function meant(parts: readonly Part[]): Seen {
  const blocks: string[] = [];
  let before: Part | undefined;
  let depth = 0;
  for (const part of parts) {
    const { kind, group, row } = part;
    const isNext = before !== undefined && group >= 0 && before.group === group;
    if (part.note !== undefined) blocks.push(`note ${part.note}: ${wordsOf(part)}`);
    else if (part.picture) blocks.push(collapsed(`paragraph: ${wordsOfPicture(part.picture)} ${wordsOf(part)}`));
    else if (kind === 'code' && isNext) blocks.push(`${blocks.pop()}\n${part.runs.map(wordsOfRun).join('')}`);
    else if (kind === 'code') blocks.push(`code ${part.language ?? ''}: ${part.runs.map(wordsOfRun).join('')}`);
    else if (kind === 'cell') {
      const isSameRow = isNext && before?.row === row;
      const [start, last] = isSameRow ? [blocks.pop(), before?.column ?? 0] : ['row: ', firstColumn(parts, group)];
      const gap = isSameRow && part.column === last ? ' ' : ' | '.repeat((part.column ?? 0) - last);
      blocks.push(`${start}${gap}${wordsOf(part)}`);
    } else if (kind === 'item') {
      depth = Math.min(Math.max(1, part.level), isNext ? depth + 1 : 1);
      blocks.push(`item ${depth}: ${wordsOf(part)}`);
    } else if (kind === 'heading') blocks.push(`heading ${part.level}: ${wordsOf(part)}`);
    else if (kind === 'quote') blocks.push(`quote ${Math.max(1, part.level)}: ${wordsOf(part)}`);
    else blocks.push(`paragraph: ${wordsOf(part)}`);
    before = part;
  }
  const links = parts
    .filter(({ kind }) => kind !== 'code')
    .flatMap(({ runs }) => runs)
    .flatMap(({ href, text, note, formula }) => {
      const url = href && note === undefined && !formula && text.trim() !== '' ? webAddress(href)?.href : undefined;
      return url ? [`${plainAddress(url)} ${collapsed(text)}`] : [];
    });
  return { blocks, links };
}

// As it is read.

function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'footnoteReference') return `[^${node.label}]`;
  if (node.type === 'image') return wordsOfPicture({ url: node.url, alt: node.alt ?? '' });
  if (node.type === 'inlineMath') return `$${node.value}$`;
  if ('value' in node) return node.value;
  return 'children' in node ? (node as Parents).children.map(textOf).join('') : '';
}

function linksIn(node: Nodes): string[] {
  if (node.type === 'link') return [`${plainAddress(node.url)} ${collapsed(textOf(node))}`];
  return 'children' in node ? (node as Parents).children.flatMap(linksIn) : [];
}

const around = (kind: string, children: readonly (RootContent | PhrasingContent)[]): string[] =>
  children.flatMap((child) => blocksOf(child, kind));

/** @param kind of the paragraphs in a list, a quotation or a footnote, with its depth */
function blocksOf(node: Nodes, kind = 'paragraph'): string[] {
  const [name, depth = '0'] = kind.split(' ');
  const deeper = (next: string) => `${next} ${name === next ? Number(depth) + 1 : 1}`;
  switch (node.type) {
    case 'heading':
      return [`heading ${node.depth}: ${collapsed(textOf(node))}`];
    case 'code':
      return [`code ${node.lang ?? ''}: ${node.value}`];
    case 'math':
      return [`${kind}: $${node.value}$`];
    case 'blockquote':
      return around(deeper('quote'), node.children);
    case 'list':
      return node.children.flatMap((item) => around(deeper('item'), item.children));
    case 'tableRow':
      return [
        `row: ${node.children
          .map((cell) => collapsed(textOf(cell)))
          .join(' | ')
          .replace(/(?: \| )+$/, '')}`,
      ];
    case 'table':
      return node.children.flatMap((row) => blocksOf(row));
    case 'footnoteDefinition':
      return around(`note ${node.label}`, node.children);
    case 'paragraph':
      return [`${kind}: ${collapsed(textOf(node))}`];
    default:
      return [`${node.type}: ${collapsed(textOf(node))}`];
  }
}

/** What a CommonMark parser with tables, footnotes and formulas makes of a text. */
function seen(markdown: string): Seen {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmFootnote(), math()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), mathFromMarkdown()],
  });
  return { blocks: tree.children.flatMap((node) => blocksOf(node)), links: linksIn(tree) };
}

/** How the Markdown of these Parts reads, and how it was meant. The two are the same where nothing is wrong. */
export function roundTrip(parts: readonly Part[], headline: string | null): { seen: Seen; meant: Seen } {
  const asMeant = meant(parts);
  const title = headline === null ? [] : [`heading 1: ${collapsed(headline)}`];
  return {
    seen: seen(asMarkdown({ headline, parts, source: null, sourceLine: null })),
    meant: { ...asMeant, blocks: [...title, ...asMeant.blocks] },
  };
}
