import type { Part, Run } from '../../engine/types.ts';
import { webAddress } from '../format.ts';
import type { ExportedArticle } from './exported-article.ts';

/** Signs that mean something anywhere; between letters an underscore does not. */
const SIGNS = /[\\`*[\]<>|~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What means something at the beginning of a line. */
const LEADING = /^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-=])|(?<number>\d{1,9})(?=[.)](?:\s|$)))/;

const escaped = (text: string): string => text.replace(SIGNS, '\\$&');

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
  webAddress(href)?.href.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`) ?? null;

/** Marks stand close to the words: Markdown does not know them otherwise. */
function inMarks({ text, strong, emphasis, code, href }: Run): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text;
  const mark = (strong ? '**' : '') + (emphasis ? '*' : '');
  const marked = code && !words.includes('\n') ? inTicks(words) : mark + escaped(words) + [...mark].reverse().join('');
  const target = href && address(href);
  return before + (target ? `[${marked.replaceAll('\n', ' ')}](${target})` : marked) + after;
}

/** As many ticks around as the words do not have in a row. */
function inTicks(words: string, fewest = 1): string {
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map(({ length }) => length));
  const ticks = '`'.repeat(Math.max(fewest, longest + 1));
  const room = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return fewest > 1 ? `${ticks}\n${words}\n${ticks}` : ticks + room + words + room + ticks;
}

const plain = ({ runs }: Part): string => runs.map(({ text }) => text).join('');
const rich = ({ runs }: Part): string => asLine(runs.map(inMarks).join(''));

/** One part, without what sets it apart from its neighbours. */
const WRITERS: Readonly<Record<Part['kind'], (part: Part) => string>> = {
  paragraph: rich,
  control: rich,
  caption: rich,
  heading: (part) => `${'#'.repeat(part.level)} ${rich(part).replace(/\s*\n\s*/g, ' ')}`,
  quote: (part) => rich(part).replace(/^/gm, '> '.repeat(Math.max(1, part.level))),
  code: (part) => inTicks(plain(part), 3),
  item: (part) => {
    const mark = part.number === null ? '-' : `${part.number}.`;
    const indent = '    '.repeat(Math.max(0, part.level - 1));
    return (part.begins ? `${indent}${mark} ` : `${indent}    `) + rich(part).replaceAll('\n', `\n${indent}    `);
  },
  cell: (part) => rich(part).replace(/\s*\n\s*/g, ' '),
};

/** Rows of one table; Markdown knows no table without a head. */
function table(cells: readonly Part[]): string {
  const rows = new Map<number, string[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), WRITERS.cell(cell)]);
  const width = Math.max(...[...rows.values()].map(({ length }) => length));
  const line = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const [head = [], ...body] = rows.values();
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}

/** Neighbours of one list, quotation, listing or table. */
function groups(parts: readonly Part[]): Part[][] {
  const grouped: Part[][] = [];
  for (const part of parts) {
    const last = grouped.at(-1);
    if (part.group >= 0 && last?.[0]?.group === part.group) last.push(part);
    else grouped.push([part]);
  }
  return grouped;
}

function written(parts: readonly Part[]): string {
  const [first] = parts;
  if (first?.kind === 'cell') return table(parts);
  if (first?.kind === 'code') return inTicks(parts.map(plain).join('\n'), 3);
  return parts
    .map((part, at) => {
      const gap = at === 0 ? '' : part.kind === 'quote' ? '\n>\n' : part.begins ? '\n' : '\n\n';
      return gap + WRITERS[part.kind](part);
    })
    .join('');
}

/** Markdown, its headline above and its source below. */
export function asMarkdown({
  headline,
  parts,
  source,
  sourceLine,
}: Pick<ExportedArticle, 'headline' | 'parts' | 'source' | 'sourceLine'>): string {
  const title = headline && `# ${asLine(escaped(headline.replace(/\s+/g, ' ')))}`;
  // The address of the source alone is a link.
  const line = source && sourceLine?.replace(source.href, () => `<${source.href}>`);
  return `${[title, ...groups(parts).map(written), line].filter(Boolean).join('\n\n')}\n`;
}

/** A Markdown file: what is known of the article stands as front matter before it. */
export function asMarkdownFile(copy: ExportedArticle): string {
  const { headline, byline, publisher, published, language, source, page } = copy;
  const known = {
    title: headline,
    author: byline,
    publisher,
    date: published,
    language,
    source: source?.href,
    copied_from: page?.href === source?.href ? null : page?.href,
  };
  const lines = Object.entries(known).flatMap(([key, value]) => (value ? [`${key}: ${quoted(value)}`] : []));
  return `---\n${lines.join('\n')}\n---\n\n${asMarkdown(copy)}`;
}

/** YAML's double-quoted form, which is JSON's. */
const quoted = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
