/** A template as pieces: text, and blanks such as `{{title}}` that are filled. */
import { Cursor } from '../rules/cursor.ts';
import { type DatePiece, readDateFormat } from './date-format.ts';
import { TemplateSyntaxError } from './syntax-error.ts';
import { VARIABLES, type Variable } from './variables.ts';

/** Places are offsets into the template. */
export interface TemplateBlank {
  readonly start: number;
  readonly end: number;
  readonly variable: Variable;
  /** Of a date. */
  readonly format: readonly DatePiece[] | null;
}

export interface TemplateText {
  readonly start: number;
  readonly text: string;
}

export type TemplatePiece = TemplateText | TemplateBlank;

/** What stands in a blank; `''` for nothing. */
export type FillBlank = (blank: TemplateBlank) => string;

export const isBlank = (piece: TemplatePiece): piece is TemplateBlank => 'variable' in piece;

const OPEN = /\{\{[^\S\n]*/y;
const NAME = /[\p{L}\p{N}_-]*/uy;
const SPACE = /[^\S\n]*/y;
const COLON = /:/y;
const CLOSE = /\}\}/y;
/** Two braces that open no blank. */
const ESCAPED = /\\(\{\{)/y;
const TEXT = /[^{\\]+|[{\\]/y;

/**
 * Reads a template.
 * @param allowed what it may ask for
 * @throws TemplateSyntaxError
 */
export function readPieces(template: string, allowed: readonly Variable[]): readonly TemplatePiece[] {
  const cursor = new Cursor(template);
  const pieces: TemplatePiece[] = [];
  while (!cursor.done) {
    const start = cursor.at;
    if (cursor.take(OPEN)) pieces.push(readBlank(cursor, start, allowed));
    else pieces.push({ start, text: cursor.take(ESCAPED)?.[1] ?? cursor.take(TEXT)?.[0] ?? '' });
  }
  return pieces;
}

function readBlank(cursor: Cursor, start: number, allowed: readonly Variable[]): TemplateBlank {
  const nameAt = cursor.at;
  const name = cursor.take(NAME)?.[0] ?? '';
  const variable = allowed.find((one) => one === name);
  if (!variable) throw new TemplateSyntaxError('variable', nameAt, cursor.at);
  cursor.take(SPACE);
  const format = VARIABLES[variable] === 'date' && cursor.take(COLON) ? readDateFormat(cursor) : null;
  if (!cursor.take(CLOSE)) throw new TemplateSyntaxError('}}', cursor.at, cursor.at + 1);
  return { start, end: cursor.at, variable, format };
}

/** The pieces of each line. */
function linesOf(pieces: readonly TemplatePiece[]): (string | TemplateBlank)[][] {
  const lines: (string | TemplateBlank)[][] = [[]];
  for (const piece of pieces) {
    if (isBlank(piece)) lines.at(-1)?.push(piece);
    else
      piece.text.split('\n').forEach((text, at) => {
        if (at > 0) lines.push([]);
        if (text !== '') lines.at(-1)?.push(text);
      });
  }
  return lines;
}

/** A value in a quotation or set in is so on each of its lines. */
function within(line: readonly (string | TemplateBlank)[], at: number, value: string): string {
  const before = line.slice(0, at).join('');
  return /^[>\s]+$/.test(before) ? value.replaceAll('\n', `\n${before}`) : value;
}

/**
 * Fills a template. A line whose blanks all stay empty is left out, and of the empty lines around it those below. No empty
 * line stands at either end.
 */
export function fillLines(pieces: readonly TemplatePiece[], fill: FillBlank): string {
  const filled: string[] = [];
  let skipsEmpty = true;
  for (const line of linesOf(pieces)) {
    const blanks = line.filter((piece) => typeof piece !== 'string');
    const isGone = blanks.length > 0 && blanks.every((blank) => fill(blank) === '');
    if (isGone || line.length === 0) {
      if (isGone) skipsEmpty ||= filled.at(-1) === '';
      else if (!skipsEmpty) filled.push('');
      continue;
    }
    skipsEmpty = false;
    filled.push(line.map((piece, at) => (typeof piece === 'string' ? piece : within(line, at, fill(piece)))).join(''));
  }
  while (filled.at(-1) === '') filled.pop();
  return filled.join('\n');
}
