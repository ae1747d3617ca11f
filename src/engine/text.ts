import { upwards } from './boxes.ts';
import { attribute, parentOf, webUrl } from './dom.ts';
import { bodyWithoutClutter, type RemainingBlock, withoutClutter } from './remaining-text.ts';
import { withoutTracking } from './repost/tracking.ts';
import type { Analysis, Box, Part, Run } from './types.ts';

/** The article's text with a line break between Blocks, without its standfirst. */
export const articleText = (analysis: Analysis): string =>
  bodyWithoutClutter(analysis)
    .map(({ text }) => text)
    .join('\n');

/** Standfirst and body without Clutter as plain data, to be copied, saved and printed. The standfirst is emphasized. */
export function articleParts(analysis: Analysis): Part[] {
  const { page, article, clutter } = analysis;
  const seen = new Set<Box>();
  const standfirst = withoutClutter(article?.standfirst ? [article.standfirst] : [], clutter)
    .map((remains) => partOf(remains, page.url, seen))
    .map((part): Part => ({ ...part, ...STANDFIRST, runs: part.runs.map((run) => ({ ...run, emphasis: true })) }));
  return [...standfirst, ...bodyWithoutClutter(analysis).map((remains) => partOf(remains, page.url, seen))];
}

const STANDFIRST = { kind: 'paragraph', level: 0 } as const;

const GROUPS: Partial<Record<Part['kind'], RegExp>> = {
  item: /^(?:ul|ol|dl|menu|dir)$/,
  quote: /^blockquote$/,
  code: /^(?:pre|listing|xmp)$/,
  cell: /^table$/,
};

/** @param seen Boxes of list items of which there is a part already. Those of this part are added */
function partOf({ block, texts }: RemainingBlock, base: string, seen: Set<Box>): Part {
  const { kind, box } = block;
  const around = [...upwards(box)];
  const item = kind === 'item' ? around.find(({ tag }) => /^(?:li|dt|dd)$/.test(tag)) : undefined;
  const begins = item !== undefined && !seen.has(item);
  if (item) seen.add(item);
  const inGroup = around.filter(({ tag }) => GROUPS[kind]?.test(tag));
  const isCode = kind === 'code';
  return {
    kind,
    level: kind === 'heading' ? Math.max(2, Number(box.tag[1]) || 2) : inGroup.length,
    number: begins ? numberOf(item) : null,
    begins,
    group: inGroup.at(-1)?.index ?? -1,
    row: kind === 'cell' ? (around.find(({ tag }) => tag === 'tr')?.index ?? -1) : -1,
    runs: mergeRuns(
      texts().map(({ node, text, afterBreak }) => ({
        text: `${afterBreak ? '\n' : ''}${isCode ? text : text.replace(/\s+/g, ' ')}`.replace(CONTROLS, ''),
        ...marksOf(node, box.element, base),
      })),
      isCode,
    ),
  };
}

/** The number of an item in a numbered list; `null` in other lists. */
function numberOf({ element, parent }: Box): number | null {
  if (parent?.tag !== 'ol') return null;
  const first = Number.parseInt(attribute(parent.element, 'start') ?? '1', 10);
  const before = [...parent.element.children].filter(({ localName }) => localName === 'li').indexOf(element);
  return (Number.isNaN(first) ? 1 : first) + Math.max(0, before);
}

/** Control characters other than line break and tab. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
const STRONG = /^(?:strong|b)$/;
const EMPHASIS = /^(?:em|i|cite)$/;
const CODE = /^(?:code|kbd|samp|tt)$/;

/** The formatting and the link that the elements between a text node and its Block give it. */
function marksOf(node: Text, edge: Element, base: string): Omit<Run, 'text'> {
  const names: string[] = [];
  let href: string | null = null;
  for (let up = node.parentElement; up && up !== edge; up = parentOf(up)) {
    names.push(up.localName);
    if (up.localName === 'a') href ??= linkOf(up, base);
  }
  const has = (words: RegExp) => names.some((name) => words.test(name));
  return { href, strong: has(STRONG), emphasis: has(EMPHASIS), code: has(CODE) };
}

/** Where a link leads, without tracking; `null` for a place on the page itself and for what is no web address. */
function linkOf(link: Element, base: string): string | null {
  const url = webUrl(attribute(link, 'href'), base);
  if (!url || (url.hash && url.href.startsWith(`${base.split('#')[0]}#`))) return null;
  return withoutTracking(url).href;
}

/** Merges neighbours with the same formatting and collapses white space across them; none is left at the ends. */
function mergeRuns(runs: readonly Run[], isCode: boolean): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const text = isCode ? run.text : joined(last?.text ?? '\n', run.text);
    if (text === '') continue;
    if (last && sameMarks(last, run)) merged[merged.length - 1] = { ...last, text: last.text + text };
    else merged.push({ ...run, text });
  }
  const last = merged.at(-1);
  if (last) merged[merged.length - 1] = { ...last, text: last.text.trimEnd() };
  return merged.filter(({ text }) => text !== '');
}

/** The text that a run adds to the text before it: no space after a space, none around a line break. */
const joined = (before: string, text: string) =>
  (/\s$/.test(before) ? text.replace(/^ +/, '') : text)
    .replace(/ *\n */g, '\n')
    .replace(/^\n/, before === '\n' ? '' : '\n');

const sameMarks = (a: Run, b: Run) =>
  a.href === b.href && a.strong === b.strong && a.emphasis === b.emphasis && a.code === b.code;
