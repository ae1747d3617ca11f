import { attribute, read } from '../engine/dom.ts';
import type { HiddenPiece } from './types.ts';

/** Elements of a piece that are listed; the rest is counted. */
const MAX_ELEMENTS = 12;
const MAX_DEPTH = 3;

/** What a piece is made of, for somebody who is to mend a rule: tags, ids and classes, and no word of the page. */
export function outlineOf({ kind, elements, spans }: HiddenPiece): string {
  const lines = elements.flatMap((element) => linesOf(element, 1));
  const shown =
    lines.length > MAX_ELEMENTS ? [...lines.slice(0, MAX_ELEMENTS), `  … ${lines.length - MAX_ELEMENTS}`] : lines;
  return [kind, ...shown, ...spans.map(({ start, end }) => `  #text ${end - start}`)].join('\n');
}

function linesOf(element: Element, depth: number): string[] {
  const id = attribute(element, 'id');
  const classes = [...read(element, 'classList')].map((word) => `.${word}`).join('');
  const name = `${read(element, 'localName')}${id ? `#${id}` : ''}${classes}`;
  const inner = depth < MAX_DEPTH ? [...read(element, 'children')].flatMap((child) => linesOf(child, depth + 1)) : [];
  return [`${'  '.repeat(depth)}${name} ${read(element, 'textContent')?.length ?? 0}`, ...inner];
}
