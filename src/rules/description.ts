/** Descriptions as text: `aside > section.widget "Recent posts"`, `news-card >>> .promo`, `"[ad_1]"`. */
import { type Cursor, RuleSyntaxError } from './cursor.ts';
import type { Description } from './rule.ts';

/** No description that is worth keeping is as long as this. UTF-16 units. */
const MAX_DESCRIPTION_CHARS = 600;

const NAME = String.raw`(?:\\[^\n\r]|[\w-]|[^\x00-\x7f\s])+`;
const TAG = new RegExp(String.raw`(?:\*|(?![\d-])${NAME})`, 'y');
const PART = new RegExp(String.raw`[.#](?!\d)${NAME}`, 'y');
const ATTRIBUTE = new RegExp(
  String.raw`\[${NAME}(?:[*^$~|]?="(?:[^"\\\n\r\u2028\u2029]|\\[^\n\r\u2028\u2029])*")?\]`,
  'y',
);
const PLACE = /:(?:first|last|only)-(?:child|of-type)|:nth-(?:last-)?(?:child|of-type)\([1-9]\d{0,3}\)|:empty/y;
const NESTED = /:(?:has|not|is)\(\s*/y;
const COMBINATOR = /\s*[>+~](?!>)\s*|\s+(?![">+~)])/y;
const PIERCING = /\s*>>>\s*/y;
const LABEL = /"((?:[^"\\\n\r\u2028\u2029]|\\["\\])+)"/y;

/**
 * Reads a description from the cursor to the end of the line.
 * @throws {RuleSyntaxError} at the place from where it cannot be understood
 */
export function readDescription(cursor: Cursor): Description {
  const start = cursor.at;
  const path: string[] = [];
  if (!cursor.sees(LABEL)) {
    do path.push(readSelector(cursor));
    while (cursor.take(PIERCING));
  }
  cursor.take(/\s*/y);
  const label = cursor.take(LABEL)?.[1]?.replace(/\\(.)/g, '$1') ?? null;
  cursor.take(/\s*/y);
  if (!cursor.done) throw new RuleSyntaxError('piece', cursor.at, cursor.end);
  if (cursor.at - start > MAX_DESCRIPTION_CHARS) throw new RuleSyntaxError('long', start, cursor.end);
  return { path, label };
}

/** One selector; white space around combinators becomes one space. */
function readSelector(cursor: Cursor, relative = false): string {
  let selector = relative ? combinator(cursor.take(/[>+~]\s*/y)?.[0] ?? '').trimStart() : '';
  for (;;) {
    selector += readCompound(cursor);
    const between = cursor.take(COMBINATOR)?.[0];
    if (between === undefined) return selector;
    // White space at the end of the line is not a combinator.
    if (cursor.done) return selector;
    selector += combinator(between);
  }
}

const combinator = (text: string) => (text === '' ? '' : text.trim() === '' ? ' ' : ` ${text.trim()} `);

function readCompound(cursor: Cursor): string {
  let compound = cursor.take(TAG)?.[0] ?? '';
  for (;;) {
    const part = cursor.take(PART) ?? cursor.take(ATTRIBUTE) ?? cursor.take(PLACE);
    if (part) compound += part[0];
    else if (cursor.sees(NESTED)) compound += readNested(cursor);
    else if (compound !== '') return compound;
    else throw new RuleSyntaxError('piece', cursor.at, cursor.end);
  }
}

function readNested(cursor: Cursor): string {
  const name = cursor.take(NESTED)?.[0].trim() ?? '';
  const selector = readSelector(cursor, name === ':has(');
  if (!cursor.take(/\s*\)/y)) throw new RuleSyntaxError('piece', cursor.at, cursor.end);
  return `${name}${selector})`;
}

export function printDescription({ path, label }: Description): string {
  const selectors = path.join(' >>> ');
  if (label === null) return selectors;
  return `${selectors} "${label.replace(/["\\]/g, '\\$&')}"`.trimStart();
}
