import type { Part } from '../engine/types.ts';
import { fillLines } from '../templates/pieces.ts';
import { STANDARD, type Templates } from '../templates/templates.ts';
import type { ExportedArticle } from './exported-article.ts';
import { valuesOf } from './facts.ts';
import { plainText, wordsOf } from './parts.ts';

/** The mark of a list item, its number or a bullet; of a footnote, its label. */
function markOf({ kind, begins, number, note }: Part): string {
  if (!begins) return '';
  if (note) return `[${note}] `;
  return kind === 'item' ? `${number === null ? '•' : `${number}.`} ` : '';
}

/** Parts of one list or table stand close together. */
function body(parts: readonly Part[]): string {
  let text = '';
  let before: Part | undefined;
  for (const part of parts) {
    const isNext = before !== undefined && part.group >= 0 && part.group === before.group;
    const gap = isNext && part.kind !== 'quote' ? (part.row >= 0 && part.row === before?.row ? '\t' : '\n') : '\n\n';
    text += (before ? gap : '') + markOf(part) + plainText(part);
    before = part;
  }
  return text;
}

/** Plain text as a template has it. */
export function asText(copy: ExportedArticle, template: Templates['text'] = STANDARD.text): string {
  const values = valuesOf(copy, {
    words: (text) => text,
    address: (url) => url,
    made: {
      heading: (copy.isSelection ? null : copy.headline) ?? '',
      content: body(wordsOf(copy)),
      credit: [copy.creditLine, copy.sourceLine].filter(Boolean).join('\n'),
    },
  });
  return `${fillLines(template, values)}\n`;
}
