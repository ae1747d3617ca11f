import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { math } from 'micromark-extension-math';
import type { Part, PartContainer, Picture, Run } from '../../src/engine/types.ts';
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

/** How deep a Block stands: quotations and items around it, each with a sign where it is the first in it. */
class Path {
  private readonly begun = new Set<string>();

  of(around: readonly { readonly label: string; readonly id: string }[]): string {
    return around
      .map(({ label, id }) => {
        const isFirst = !this.begun.has(id);
        this.begun.add(id);
        return `${label}${isFirst ? '!' : ''} > `;
      })
      .join('');
  }
}

const labelOf = ({ kind, number }: PartContainer): string =>
  kind === 'quote' ? 'quote' : `item ${number !== null && number >= 0 && number <= 999_999_999 ? number : '-'}`;

/** What the Markdown of these Parts has to say. */
function meant(parts: readonly Part[]): Seen {
  const blocks: string[] = [];
  const path = new Path();
  let before: Part | undefined;
  for (const part of parts) {
    const { kind, group, row, around } = part;
    const isIn = JSON.stringify(around) === JSON.stringify(before?.around);
    const isNext = before !== undefined && group >= 0 && before.group === group && isIn;
    const isNew = !isNext || (kind === 'cell' && before?.row !== row);
    const place = isNew ? path.of(around.map((one) => ({ label: labelOf(one), id: `${one.kind} ${one.id}` }))) : '';
    const { isDone } = around.at(-1) ?? {};
    const box = isDone !== undefined && place.endsWith('! > ') ? (isDone ? '[x] ' : '[ ] ') : '';
    if (part.note !== undefined) blocks.push(`note ${part.note}: ${wordsOf(part)}`);
    else if (part.picture)
      blocks.push(`${place}paragraph: ${collapsed(`${wordsOfPicture(part.picture)} ${wordsOf(part)}`)}`);
    else if (kind === 'code' && isNext) blocks.push(`${blocks.pop()}\n${part.runs.map(wordsOfRun).join('')}`);
    else if (kind === 'code') blocks.push(`${place}code ${part.language ?? ''}: ${part.runs.map(wordsOfRun).join('')}`);
    else if (kind === 'cell') {
      const [start, last] = isNew ? [`${place}row: `, firstColumn(parts, group)] : [blocks.pop(), before?.column ?? 0];
      const gap = !isNew && part.column === last ? ' ' : ' | '.repeat((part.column ?? 0) - last);
      blocks.push(`${start}${gap}${wordsOf(part)}`);
    } else if (kind === 'heading') blocks.push(`${place}heading ${part.level}: ${wordsOf(part)}`);
    else blocks.push(`${place}paragraph: ${box}${wordsOf(part)}`);
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

/** Quotations and items around a node, with a name for each. */
type Around = readonly { readonly label: string; readonly id: string }[];

/** Names what it has met. */
class BlockReader {
  private readonly path = new Path();
  private count = 0;

  blocksOf(node: Nodes, around: Around = []): string[] {
    const inside = (children: readonly Nodes[], label: string) => {
      const next = [...around, { label, id: String(this.count++) }];
      return children.flatMap((child) => this.blocksOf(child, next));
    };
    const leaf = (words: string) => [`${this.path.of(around)}${words}`];
    switch (node.type) {
      case 'heading':
        return leaf(`heading ${node.depth}: ${collapsed(textOf(node))}`);
      case 'code':
        return leaf(`code ${node.lang ?? ''}: ${node.value}`);
      case 'math':
        return leaf(`paragraph: $${node.value}$`);
      case 'blockquote':
        return inside(node.children, 'quote');
      case 'list':
        return node.children.flatMap((item, at) =>
          inside(item.children, `item ${node.ordered ? (node.start ?? 1) + at : '-'}`),
        );
      case 'tableRow':
        return leaf(
          `row: ${node.children.map((cell) => collapsed(textOf(cell))).join(' | ')}`.replace(/(?: \| )+$/, ''),
        );
      case 'table':
        return node.children.flatMap((row) => this.blocksOf(row, around));
      case 'footnoteDefinition':
        return node.children.map((child) => `note ${node.label}: ${collapsed(textOf(child))}`);
      default:
        return leaf(`${node.type}: ${collapsed(textOf(node))}`);
    }
  }
}

/** What a CommonMark parser with tables, footnotes and formulas makes of a text. */
function seen(markdown: string): Seen {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough(), math()],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      mathFromMarkdown(),
    ],
  });
  const reader = new BlockReader();
  return { blocks: tree.children.flatMap((node) => reader.blocksOf(node)), links: linksIn(tree) };
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
