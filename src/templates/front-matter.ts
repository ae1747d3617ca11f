/**
 * Front matter: the part of YAML in which files say what they are about. A line is `name: value` or `- value`; a value is
 * plain, quoted or a list in brackets. Reading tells where each blank stands, so that no value can be more than a value.
 */
import { type FillBlank, isBlank, type TemplateBlank, type TemplatePiece } from './pieces.ts';
import { type ExpectedInTemplate, TemplateSyntaxError } from './syntax-error.ts';

/** Text with blanks, in one kind of quotation marks, in none, or behind `#`. */
interface YamlScalar {
  readonly quote: '' | '"' | "'" | '#';
  readonly pieces: readonly (string | TemplateBlank)[];
}

/** `[a, b]` or `{a: b}`. */
interface YamlFlow {
  readonly open: string;
  readonly close: string;
  readonly items: readonly (readonly YamlPart[])[];
}

type YamlPart = string | YamlScalar | YamlFlow;

export interface FrontMatterLine {
  readonly parts: readonly YamlPart[];
  /** A tag, or a list of them: they have no spaces. */
  readonly isTags: boolean;
}

const CLOSERS: Readonly<Record<string, ']' | '}'>> = { '[': ']', '{': '}' };
/** What means something at the beginning of a value without quotation marks. */
const INDICATORS = /^(?:[,\]}#&*!|>%@`]|\?(?: |$))/;
const TAGS = /^tags?$/;

/** One character of the template, or a blank; undefined at the end. */
type Sign = string | TemplateBlank | undefined;

/** Reads a template from left to right, a line at a time. */
class FrontMatterReader {
  readonly #signs: { readonly at: number; readonly sign: string | TemplateBlank }[];
  readonly #end: number;
  #index = 0;
  /** The last name that began a line. */
  #name = '';

  constructor(pieces: readonly TemplatePiece[], end: number) {
    this.#end = end;
    this.#signs = pieces.flatMap((piece): { at: number; sign: string | TemplateBlank }[] =>
      isBlank(piece)
        ? [{ at: piece.start, sign: piece }]
        : piece.text.split('').map((sign, at) => ({ at: piece.start + at, sign })),
    );
  }

  lines(): FrontMatterLine[] {
    const lines: FrontMatterLine[] = [];
    while (this.#sign() !== undefined) {
      const parts = this.#line();
      lines.push({ parts, isTags: TAGS.test(this.#name) });
      this.#take();
    }
    return lines;
  }

  #sign(ahead = 0): Sign {
    return this.#signs[this.#index + ahead]?.sign;
  }

  #take(): Sign {
    const sign = this.#sign();
    this.#index++;
    return sign;
  }

  get #at(): number {
    return this.#signs[this.#index]?.at ?? this.#end;
  }

  #fail(expected: ExpectedInTemplate, start = this.#at): never {
    throw new TemplateSyntaxError(expected, start, Math.max(this.#at, start + 1));
  }

  #isEnd(ahead = 0): boolean {
    const sign = this.#sign(ahead);
    return sign === undefined || sign === '\n';
  }

  /** Before a space or the end of the line, `-` and `:` mean something. */
  #sees(mark: '-' | ':'): boolean {
    return this.#sign() === mark && (this.#isEnd(1) || this.#sign(1) === ' ');
  }

  #spaces(): string {
    let spaces = '';
    while (this.#sign() === ' ') spaces += this.#take();
    return spaces;
  }

  #line(): YamlPart[] {
    const start = this.#at;
    const parts: YamlPart[] = [this.#spaces()];
    const isIndented = parts[0] !== '';
    let isItem = false;
    while (this.#sees('-')) {
      isItem = true;
      parts.push(`${this.#take()}${this.#spaces()}`);
    }
    if (this.#isEnd() || this.#sign() === '#') return [...parts, ...this.#rest()];
    const opener = this.#sign();
    if (isItem && typeof opener === 'string' && opener in CLOSERS) return [...parts, this.#flow(), ...this.#rest()];
    const first = this.#scalar(':');
    parts.push(first);
    const before = this.#spaces();
    if (this.#sees(':')) {
      if (!isIndented && !isItem) this.#name = first.pieces.join('');
      parts.push(`${before}${this.#take()}${this.#spaces()}`);
      if (!this.#isEnd() && this.#sign() !== '#') parts.push(this.#value(''));
    } else if (!isItem) this.#fail('entry', start);
    else parts.push(before);
    return [...parts, ...this.#rest()];
  }

  /** Spaces and a comment, up to the end of the line. */
  #rest(): YamlPart[] {
    const spaces = this.#spaces();
    if (this.#isEnd()) return [spaces];
    if (this.#sign() !== '#') this.#fail('entry');
    const pieces: (string | TemplateBlank)[] = [];
    while (!this.#isEnd()) pieces.push(this.#take() ?? '');
    return [spaces, { quote: '#', pieces }];
  }

  /** @param stops signs that a value without quotation marks ends at */
  #value(stops: string): YamlPart {
    const opener = this.#sign();
    return typeof opener === 'string' && opener in CLOSERS ? this.#flow() : this.#scalar(stops);
  }

  #flow(): YamlFlow {
    const open = String(this.#take());
    const close = CLOSERS[open] ?? ']';
    const items: YamlPart[][] = [];
    for (;;) {
      this.#spaces();
      if (this.#sign() === close) break;
      if (this.#isEnd()) this.#fail(close);
      const item = [this.#value(',[]{}:')];
      this.#spaces();
      if (this.#sees(':')) {
        this.#take();
        this.#spaces();
        item.push(': ', this.#value(',[]{}:'));
        this.#spaces();
      }
      items.push(item);
      if (this.#sign() === ',') this.#take();
      else if (this.#sign() !== close) this.#fail(close);
    }
    this.#take();
    return { open, close, items };
  }

  #scalar(stops: string): YamlScalar {
    const quote = this.#sign();
    return quote === '"' || quote === "'" ? this.#quoted(quote) : this.#plain(stops);
  }

  #quoted(quote: '"' | "'"): YamlScalar {
    this.#take();
    const pieces: (string | TemplateBlank)[] = [];
    for (;;) {
      if (this.#isEnd()) this.#fail(quote);
      const isEscape = quote === '"' ? this.#sign() === '\\' : this.#sign() === "'" && this.#sign(1) === "'";
      if (isEscape && !this.#isEnd(1)) pieces.push(this.#take() ?? '', this.#take() ?? '');
      else if (this.#sign() === quote) break;
      else pieces.push(this.#take() ?? '');
    }
    this.#take();
    return { quote, pieces };
  }

  #plain(stops: string): YamlScalar {
    const start = this.#at;
    const pieces: (string | TemplateBlank)[] = [];
    const isStop = () => {
      const sign = this.#sign();
      if (sign === '#') return pieces.at(-1) === ' ';
      return typeof sign === 'string' && stops.includes(sign) && (sign !== ':' || this.#sees(':'));
    };
    while (!this.#isEnd() && !isStop()) pieces.push(this.#take() ?? '');
    // Spaces at the end are not part of it.
    while (pieces.at(-1) === ' ') {
      pieces.pop();
      this.#index--;
    }
    if (pieces.length === 0 || pieces[0] === '\t') this.#fail('entry', start);
    const isText = pieces.every((piece) => typeof piece === 'string');
    const text = isText ? pieces.join('') : '';
    if (INDICATORS.test(text) || /:(?: |$)/.test(text)) this.#fail('"', start);
    return { quote: '', pieces };
  }
}

/**
 * Reads front matter, without the lines of dashes around it.
 * @param end the template's length
 * @throws TemplateSyntaxError
 */
export const readFrontMatter = (pieces: readonly TemplatePiece[], end: number): FrontMatterLine[] =>
  new FrontMatterReader(pieces, end).lines();

/** YAML's double-quoted form, which is JSON's. */
const quoted = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const oneLine = (value: string): string => value.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** As Obsidian takes tags: letters, digits, `_`, `-` and `/`. */
const asTag = (value: string): string => value.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/g, '');

const ESCAPES: Readonly<Record<YamlScalar['quote'], (value: string) => string>> = {
  '': (value) => value,
  '"': (value) => quoted(value).slice(1, -1),
  "'": (value) => oneLine(value).replaceAll("'", "''"),
  '#': oneLine,
};

/** Without quotation marks this is a date to YAML, and with them a text. */
const YAML_DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?$/;

/** `null` when all of its blanks stay empty. */
function writeScalar({ quote, pieces }: YamlScalar, fill: FillBlank): string | null {
  const blanks = pieces.filter((piece) => typeof piece !== 'string');
  if (quote !== '#' && blanks.length > 0 && blanks.every((blank) => fill(blank) === '')) return null;
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : ESCAPES[quote](fill(piece)))).join('');
  if (quote === '#' || blanks.length === 0) return quote === '#' ? text : `${quote}${text}${quote}`;
  if (quote !== '') return `${quote}${text}${quote}`;
  const isDate = pieces.length === 1 && blanks[0]?.format && YAML_DATE.test(text);
  return isDate ? text : quoted(text);
}

function writePart(part: YamlPart, fill: FillBlank): string | null {
  if (typeof part === 'string') return part;
  if ('quote' in part) return writeScalar(part, fill);
  const items = part.items.flatMap((item) => writeAll(item, fill) ?? []);
  if (part.items.length > 0 && items.length === 0) return null;
  return `${part.open}${items.join(', ')}${part.close}`;
}

function writeAll(parts: readonly YamlPart[], fill: FillBlank): string | null {
  const written = parts.map((part) => writePart(part, fill));
  return written.includes(null) ? null : written.join('');
}

/** Fills front matter. A line, or an item of a list, whose blanks all stay empty is left out. `''` for nothing at all. */
export function fillFrontMatter(lines: readonly FrontMatterLine[], fill: FillBlank): string {
  return lines
    .flatMap(({ parts, isTags }) => writeAll(parts, isTags ? (blank) => asTag(fill(blank)) : fill) ?? [])
    .join('\n');
}
