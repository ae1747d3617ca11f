import type { Part, Picture, Run } from '../engine/types.ts';
import { fillFrontMatter } from '../templates/front-matter.ts';
import { fillLines } from '../templates/pieces.ts';
import { STANDARD, type Templates } from '../templates/templates.ts';
import type { ExportedArticle } from './exported-article.ts';
import { factsOf, valuesOf } from './facts.ts';
import { webAddress } from './fit-to-show.ts';
import { plainText, rowsOf, together } from './parts.ts';

/** Signs that mean something anywhere; between letters an underscore does not. */
const SIGNS = /[\\`*[\]<>|~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What means something at the beginning of a line. */
const LEADING = /^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-=])|:(?=-)|(?<number>\d{1,9})(?=[.)](?:\s|$)))/;
/** At the end of a heading these are taken for its frame. */
const TRAILING_SIGNS = /#(?=#*\s*$)/g;
/** Marks beside letters are known for marks only where no punctuation is inside of them. */
const LEADING_PUNCTUATION = /^[\p{P}\p{S}\s]+/u;
const TRAILING_PUNCTUATION = /[\p{P}\p{S}\s]+$/u;
const OPEN_EDGE = /[\s\p{P}\p{S}]$/u;
const CLOSED_EDGE = /^[\s\p{P}\p{S}]/u;
/** The longest number that begins a list item. */
const MAX_NUMBER = 999_999_999;

/** No line of it begins a heading, a list or a rule. */
const asLine = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .trimStart()
        .replace(LEADING, (found, space: string, sign: string, number?: string) =>
          number === undefined ? `${space}\\${sign}` : `${found}\\`,
        ),
    )
    .join('  \n');

const address = (href: string): string | null =>
  webAddress(href)?.href.replace(/[()<>|\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`) ?? null;

/** As many ticks around as the words do not have in a row. */
function inTicks(words: string): string {
  const ticks = '`'.repeat(longestTicks(words) + 1);
  const room = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return ticks + room + words + room + ticks;
}

const longestTicks = (words: string): number => Math.max(0, ...(words.match(/`+/g) ?? []).map(({ length }) => length));

const MIN_FENCE = 3;

function fenced(words: string, language = ''): string {
  const ticks = '`'.repeat(Math.max(MIN_FENCE, longestTicks(words) + 1));
  return `${ticks}${language}\n${words}\n${ticks}`;
}

/** Writes the Parts of one article. */
class MarkdownWriter {
  /** Where there are formulas, a dollar sign is not just that. */
  private readonly signs: RegExp;
  /** The list before has the other kind of bullet, so that the two stay two. */
  private bullet = '*';

  constructor(parts: readonly Part[]) {
    const hasFormula = parts.some(({ runs }) => runs.some(({ formula }) => formula));
    this.signs = hasFormula ? new RegExp(`${SIGNS.source}|\\$`, 'gu') : SIGNS;
  }

  escaped(text: string): string {
    return text.replace(this.signs, '\\$&');
  }

  body(parts: readonly Part[]): string[] {
    let before: Part[] | undefined;
    return together(parts, ({ group }) => group).map((group) => {
      const isNextList = group[0]?.kind === 'item' && before?.[0]?.kind === 'item';
      this.bullet = isNextList && this.bullet === '-' ? '*' : '-';
      before = group;
      return this.written(group);
    });
  }

  private written(parts: readonly Part[]): string {
    const [first] = parts;
    if (first?.picture) return this.figure(first, first.picture);
    if (first?.kind === 'cell') return this.table(parts);
    if (first?.kind === 'item') return this.list(parts);
    if (first?.kind === 'code') return fenced(parts.map(plainText).join('\n'), first.language);
    return parts.map((part) => this.block(part)).join(first?.kind === 'quote' ? '\n>\n' : '\n\n');
  }

  /** The caption stands on the next line. */
  private figure(part: Part, picture: Picture): string {
    return [this.picture(picture), this.rich(part)].filter(Boolean).join('  \n');
  }

  private picture({ url, alt }: Picture): string {
    const target = address(url);
    return target ? `![${this.escaped(alt)}](${target})` : '';
  }

  private block(part: Part): string {
    const [run] = part.runs;
    if (part.note !== undefined) {
      const indent = part.begins ? `[^${part.note}]: ` : '    ';
      return indent + this.rich(part).replaceAll('\n', '\n    ');
    }
    if (part.kind === 'heading')
      return `${'#'.repeat(part.level)} ${this.oneLine(part).replace(TRAILING_SIGNS, '\\#')}`;
    if (part.kind === 'quote') return this.rich(part).replace(/^/gm, '> '.repeat(Math.max(1, part.level)));
    if (part.runs.length === 1 && run?.formula?.isDisplay && run.formula.tex) return `$$\n${run.formula.tex}\n$$`;
    return this.rich(part);
  }

  private rich(part: Part): string {
    return asLine(this.inline(part));
  }

  private oneLine(part: Part): string {
    return this.inline(part).replace(/\s*\n\s*/g, ' ');
  }

  private inline({ runs }: Part): string {
    let text = '';
    runs.forEach((run, at) => {
      const next = runs[at + 1];
      const piece = this.run(run, text, next && !next.note ? next.text : '');
      text = (piece.startsWith('[') && text.endsWith('!') ? `${text.slice(0, -1)}\\!` : text) + piece;
    });
    return text;
  }

  /** @param before, @param next what stands on both sides: marks stand close to words, or Markdown does not know them */
  private run(run: Run, before: string, next: string): string {
    const { text, code, href, note, formula, picture } = run;
    if (picture) return this.picture(picture);
    if (formula?.tex) return formula.isDisplay ? `$$${formula.tex}$$` : `$${formula.tex}$`;
    if (note !== undefined) return `[^${note}]`;
    const [, space = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    if (words === '') return text;
    const target = href ? address(href) : null;
    if (code && !words.includes('\n')) {
      const inside = inTicks(words);
      return space + (target ? `[${inside}](${target})` : inside) + after;
    }
    if (target) return `${space}[${this.marked(run, words.replaceAll('\n', ' '), '', '')}](${target})${after}`;
    return space + this.marked(run, words, space === '' ? before : ' ', after === '' ? next : ' ') + after;
  }

  private marked({ strong, emphasis }: Run, words: string, before: string, next: string): string {
    const mark = (strong ? '**' : '') + (emphasis ? '*' : '');
    if (mark === '' || /(?<!\\)[*]$/.test(before)) return this.escaped(words);
    const isOpen = before === '' || OPEN_EDGE.test(before);
    const isClosed = next === '' || CLOSED_EDGE.test(next);
    const lead = isOpen ? '' : (LEADING_PUNCTUATION.exec(words)?.[0] ?? '');
    const rest = words.slice(lead.length);
    const trail = isClosed ? '' : (TRAILING_PUNCTUATION.exec(rest)?.[0] ?? '');
    const inside = rest.slice(0, rest.length - trail.length);
    if (inside === '') return this.escaped(words);
    return this.escaped(lead) + mark + this.escaped(inside) + [...mark].reverse().join('') + this.escaped(trail);
  }

  /** Each item stands as far in as the words of the one that it is inside of. */
  private list(parts: readonly Part[]): string {
    const stops: number[] = [0];
    let depth = 0;
    return parts
      .map((part, at) => {
        const level = Math.min(Math.max(1, part.level), stops.length);
        const { number } = part;
        const isNumbered = number !== null && number >= 0 && number <= MAX_NUMBER;
        const mark = isNumbered ? `${number}${this.bullet === '-' ? '.' : ')'} ` : `${this.bullet} `;
        if (part.begins || at === 0) stops.splice(level, stops.length, (stops[level - 1] as number) + mark.length);
        const inside = ' '.repeat(stops[Math.min(level, stops.length - 1)] as number);
        const words = this.rich(part).replaceAll('\n', `\n${inside}`);
        // A list inside of an item that starts with another number than 1 would go on with the words before it.
        const goesOn = isNumbered && number !== 1 && level > depth;
        depth = level;
        const gap = at === 0 ? '' : part.begins && !goesOn ? '\n' : '\n\n';
        return gap + (part.begins || at === 0 ? ' '.repeat(stops[level - 1] as number) + mark : inside) + words;
      })
      .join('');
  }

  /** Rows of one table; Markdown knows no table without a head. */
  private table(cells: readonly Part[]): string {
    const rows = rowsOf(cells).map((row) =>
      row.map((cell) => cell.map((part) => this.oneLine(part).replace(/(?<!\\)\|/g, '\\|')).join(' ')),
    );
    const width = Math.max(...rows.map(({ length }) => length));
    const line = (row: readonly string[]) =>
      `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
    const [head = [], ...body] = rows;
    return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
  }
}

/** Words of one line, which begin nothing and frame no heading. */
const asWords = (writer: MarkdownWriter, text: string): string =>
  asLine(writer.escaped(text.replace(/\s+/g, ' '))).replace(TRAILING_SIGNS, '\\#');

/** What would mean something in an address that stands by itself. */
const bareAddress = (href: string): string =>
  (address(href) ?? '').replace(/[`*[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Markdown as a template has it, footnotes at the end. */
export function asMarkdown(
  copy: Pick<ExportedArticle, 'headline' | 'parts' | 'source' | 'sourceLine'> & Partial<ExportedArticle>,
  template: Templates['text'] = STANDARD.text,
): string {
  const { headline, parts, source, sourceLine, isSelection, creditLine } = copy;
  const writer = new MarkdownWriter(parts);
  const isNote = ({ note }: Part) => note !== undefined;
  const body = writer.body(parts.filter((part) => !isNote(part)));
  const notes = writer.body(parts.filter(isNote));
  const values = valuesOf(copy, {
    words: (text) => asWords(writer, text),
    address: bareAddress,
    made: {
      heading: headline && !isSelection ? `# ${asWords(writer, headline)}` : '',
      content: body.filter(Boolean).join('\n\n'),
      // The address of the source alone is a link.
      credit: [
        creditLine && asWords(writer, creditLine),
        source && sourceLine?.replace(source.href, () => `<${source.href}>`),
      ]
        .filter(Boolean)
        .join('  \n'),
    },
  });
  return `${[fillLines(template, values), ...notes].filter(Boolean).join('\n\n')}\n`;
}

/** A Markdown file: what is known of the article stands as front matter before it. */
export function asMarkdownFile(copy: ExportedArticle, templates: Omit<Templates, 'fileName'> = STANDARD): string {
  const facts = fillFrontMatter(templates.frontMatter, factsOf(copy));
  return (facts && `---\n${facts}\n---\n\n`) + asMarkdown(copy, templates.text);
}
