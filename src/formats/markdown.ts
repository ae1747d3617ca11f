import type { Part, Picture, Run } from '../engine/types.ts';
import { fillFrontMatter } from '../templates/front-matter.ts';
import { fillLines } from '../templates/pieces.ts';
import { STANDARD, type Templates } from '../templates/templates.ts';
import type { ExportedArticle } from './exported-article.ts';
import { factsOf, valuesOf } from './facts.ts';
import { webAddress } from './fit-to-show.ts';
import { type NestedItem, type NestedNode, nested } from './nested.ts';
import { plainText, rowsOf } from './parts.ts';

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

/** So many dollar signs in one Block may be taken for a formula between them. */
const MIN_DOLLARS = 2;
const DOLLAR = /\$/g;

/** Words without signs that mean something. @param mayHaveFormulas a dollar sign may be more than that */
function escaped(text: string, mayHaveFormulas: boolean): string {
  const words = text.replace(SIGNS, '\\$&');
  return mayHaveFormulas ? words.replaceAll('$', '\\$') : words;
}

const hasDollars = (text: string): boolean => (text.match(DOLLAR)?.length ?? 0) >= MIN_DOLLARS;

/** A dollar sign in these Parts, which are one Block of Markdown, may be taken for the beginning of a formula. */
const mayHaveFormulas = (parts: readonly Part[]): boolean =>
  hasDollars(
    parts
      .flatMap(({ runs, picture }) => [
        picture?.alt,
        ...runs.map(({ text, formula, picture: inner }) => (formula ? '$$' : (inner?.alt ?? text))),
      ])
      .join(''),
  );

/** What stands between blank lines, one text for each node. */

const nestedText = (nodes: readonly NestedNode[]): string[] => {
  let before: NestedNode | undefined;
  let bullet: Bullet = '*';
  return nodes.map((node) => {
    // The list before has the other kind of bullet, so that the two stay two.
    bullet = before?.kind === 'list' && bullet === '-' ? '*' : '-';
    before = node;
    if (node.kind === 'parts') return written(node.parts);
    if (node.kind === 'quote') return inQuote(nestedText(node.children).filter(Boolean).join('\n\n'));
    const lists = runningLists(node.items).map((items, at) => list(items, at % 2 === 0 ? bullet : other(bullet)));
    if (lists.length % 2 === 0) bullet = other(bullet);
    return lists.join('\n\n');
  });
};

type Bullet = '-' | '*';
const other = (bullet: Bullet): Bullet => (bullet === '-' ? '*' : '-');

const inQuote = (text: string): string => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');

/** Markdown counts on from the first number: where a list does not, it is several. */
function runningLists(items: readonly NestedItem[]): NestedItem[][] {
  const lists: NestedItem[][] = [];
  for (const item of items) {
    const before = lists.at(-1)?.at(-1);
    const goesOn = before && (before.number === null ? item.number === null : item.number === before.number + 1);
    if (goesOn) lists.at(-1)?.push(item);
    else lists.push([item]);
  }
  return lists;
}

/** What is in an item stands as far in as its words. */
const list = (items: readonly NestedItem[], bullet: Bullet): string =>
  items
    .map(({ number, isDone, children }) => {
      const isNumbered = number !== null && number >= 0 && number <= MAX_NUMBER;
      const mark = isNumbered ? `${number}${bullet === '-' ? '.' : ')'} ` : `${bullet} `;
      const box = isDone === undefined ? '' : isDone ? '[x] ' : '[ ] ';
      return mark + box + indented(itemText(children), mark.length);
    })
    .join('\n');

const indented = (text: string, width: number): string => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);

function itemText(children: readonly NestedNode[]): string {
  const texts = nestedText(children);
  return texts
    .map((text, at) => {
      const [before, node] = [children[at - 1], children[at]];
      if (!before) return text;
      // A list that starts with another number than 1 would go on with the words before it.
      const isClose = before.kind === 'parts' && node?.kind === 'list' && (node.items[0]?.number ?? 1) === 1;
      return (isClose ? '\n' : '\n\n') + text;
    })
    .join('');
}

function written(parts: readonly [Part, ...Part[]]): string {
  const [first] = parts;
  if (first.kind === 'cell') return table(parts);
  if (first.kind === 'code') return fenced(parts.map(plainText).join('\n'), first.language);
  return parts.map((part) => new PartWriter(part).block()).join('\n\n');
}

/** Rows of one table; Markdown knows no table without a head. */
function table(cells: readonly Part[]): string {
  const rows = rowsOf(cells).map((row) =>
    row.map((cell) => cell.map((part) => new PartWriter(part, cell).oneLine().replace(/(?<!\\)\|/g, '\\|')).join(' ')),
  );
  const width = Math.max(...rows.map(({ length }) => length));
  const line = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}

/** Writes one Part. */
class PartWriter {
  private readonly part: Part;
  private readonly hasFormulas: boolean;

  /** @param block the Parts that stand in one Block of Markdown with it */
  constructor(part: Part, block: readonly Part[] = [part]) {
    this.part = part;
    this.hasFormulas = mayHaveFormulas(block);
  }

  private escaped(text: string): string {
    return escaped(text, this.hasFormulas);
  }

  block(): string {
    const { part } = this;
    const [run] = part.runs;
    // The caption stands on the next line.
    if (part.picture) return [this.picture(part.picture), this.rich()].filter(Boolean).join('  \n');
    if (part.note !== undefined)
      return (part.begins ? `[^${part.note}]: ` : '    ') + this.rich().replaceAll('\n', '\n    ');
    if (part.kind === 'heading') return `${'#'.repeat(part.level)} ${this.oneLine().replace(TRAILING_SIGNS, '\\#')}`;
    if (part.runs.length === 1 && run?.formula?.isDisplay && run.formula.tex) return `$$\n${run.formula.tex}\n$$`;
    return this.rich();
  }

  private picture({ url, alt }: Picture): string {
    const target = address(url);
    return target ? `![${this.escaped(alt)}](${target})` : '';
  }

  oneLine(): string {
    return this.inline().replace(/\s*\n\s*/g, ' ');
  }

  private rich(): string {
    return asLine(this.inline());
  }

  private inline(): string {
    const { runs } = this.part;
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

  private marked({ strong, emphasis, struck }: Run, words: string, before: string, next: string): string {
    const mark = (struck ? '~~' : '') + (strong ? '**' : '') + (emphasis ? '*' : '');
    if (mark === '' || /(?<!\\)[*~]$/.test(before)) return this.escaped(words);
    const isOpen = before === '' || OPEN_EDGE.test(before);
    const isClosed = next === '' || CLOSED_EDGE.test(next);
    const lead = isOpen ? '' : (LEADING_PUNCTUATION.exec(words)?.[0] ?? '');
    const rest = words.slice(lead.length);
    const trail = isClosed ? '' : (TRAILING_PUNCTUATION.exec(rest)?.[0] ?? '');
    const inside = rest.slice(0, rest.length - trail.length);
    if (inside === '') return this.escaped(words);
    return this.escaped(lead) + mark + this.escaped(inside) + [...mark].reverse().join('') + this.escaped(trail);
  }
}

/** Words of one line, which begin nothing and frame no heading. */
const asWords = (text: string, mayHaveFormulas: boolean): string =>
  asLine(escaped(text.replace(/\s+/g, ' '), mayHaveFormulas)).replace(TRAILING_SIGNS, '\\#');

/** What would mean something in an address that stands by itself. */
const bareAddress = (href: string): string =>
  (address(href) ?? '').replace(/[`*[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Markdown as a template has it, footnotes at the end. */
export function asMarkdown(
  copy: Pick<ExportedArticle, 'headline' | 'parts' | 'source' | 'sourceLine'> & Partial<ExportedArticle>,
  template: Templates['text'] = STANDARD.text,
): string {
  const { headline, parts, source, sourceLine, isSelection, creditLine } = copy;
  const isNote = ({ note }: Part) => note !== undefined;
  const body = nestedText(nested(parts.filter((part) => !isNote(part))));
  const notes = nestedText(nested(parts.filter(isNote)));
  const values = valuesOf(copy, {
    // Another with a dollar sign may stand beside it.
    words: (text) => asWords(text, true),
    address: bareAddress,
    made: {
      heading: headline && !isSelection ? `# ${asWords(headline, hasDollars(headline))}` : '',
      content: body.filter(Boolean).join('\n\n'),
      // The address of the source alone is a link.
      credit: [
        creditLine && asWords(creditLine, true),
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
