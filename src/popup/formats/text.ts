import type { Part } from '../../engine/types.ts';
import type { ExportedArticle } from './exported-article.ts';
import { plainText } from './parts.ts';

/** The mark of a list item, its number or a bullet; of a footnote, its label. */
function markOf({ kind, begins, number, note }: Part): string {
  if (!begins) return '';
  if (note) return `[${note}] `;
  return kind === 'item' ? `${number === null ? '•' : `${number}.`} ` : '';
}

/** Plain text, its headline above and its source below. Parts of one list or table stand close together. */
export function asText({ headline, parts, sourceLine }: ExportedArticle): string {
  let text = headline ?? '';
  let before: Part | undefined;
  for (const part of parts) {
    const isNext = before !== undefined && part.group >= 0 && part.group === before.group;
    const gap = isNext && part.kind !== 'quote' ? (part.row >= 0 && part.row === before?.row ? '\t' : '\n') : '\n\n';
    text += (text === '' ? '' : gap) + markOf(part) + plainText(part);
    before = part;
  }
  return `${[text, sourceLine].filter(Boolean).join('\n\n')}\n`;
}
