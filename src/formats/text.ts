import type { Part } from '../engine/types.ts';
import { fillLines } from '../templates/pieces.ts';
import { STANDARD, type Templates } from '../templates/templates.ts';
import type { ExportedArticle } from './exported-article.ts';
import { valuesOf } from './facts.ts';
import { type NestedItem, type NestedNode, nested } from './nested.ts';
import { plainText, rowsOf, wordsOf } from './parts.ts';

/** Ticked or not. */
const BOXES = ['☐', '☑'] as const;

/** The mark of a list item: its number or a bullet, and whether it is done. */
const markOf = ({ number, isDone }: NestedItem): string =>
  `${number === null ? '•' : `${number}.`} ${isDone === undefined ? '' : `${BOXES[Number(isDone)]} `}`;

/** What is in an item of a list stands close together, and further in than its mark. */
const itemText = (item: NestedItem): string =>
  markOf(item) +
  textsOf(item.children)
    .join('\n')
    .replace(/\n(?=[^\n])/g, '\n  ');

/** One for each node. */
const textsOf = (nodes: readonly NestedNode[]): string[] =>
  nodes.map((node) => {
    if (node.kind === 'list') return node.items.map(itemText).join('\n');
    if (node.kind === 'quote') return textsOf(node.children).join('\n\n');
    const [first] = node.parts;
    if (first.kind === 'cell') return table(node.parts);
    return (first.note && first.begins ? `[${first.note}] ` : '') + node.parts.map(plainText).join('\n');
  });

/** A row on a line, its cells set apart by tabs. */
const table = (cells: readonly Part[]): string =>
  rowsOf(cells)
    .map((row) => row.map((cell) => cell.map((part) => plainText(part).replace(/\s+/g, ' ')).join(' ')).join('\t'))
    .join('\n');

/** Plain text as a template has it. */
export function asText(copy: ExportedArticle, template: Templates['text'] = STANDARD.text): string {
  const values = valuesOf(copy, {
    words: (text) => text,
    address: (url) => url,
    made: {
      heading: (copy.isSelection ? null : copy.headline) ?? '',
      content: textsOf(nested(wordsOf(copy))).join('\n\n'),
      credit: [copy.creditLine, copy.sourceLine].filter(Boolean).join('\n'),
    },
  });
  return `${fillLines(template, values)}\n`;
}
