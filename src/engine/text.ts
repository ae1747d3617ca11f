import { attribute, parentOf, webUrl } from './dom.ts';
import { bodyWithoutClutter, type Remains } from './remains.ts';
import { withoutTracking } from './repost/tracking.ts';
import type { Analysis, Box, Part, Run } from './types.ts';

/** The article's text with a line break between Blocks. */
export const articleText = (analysis: Analysis): string =>
  bodyWithoutClutter(analysis)
    .map(({ text }) => text)
    .join('\n');

/** The body without Clutter as plain data, to be copied, saved and printed. */
export function articleParts(analysis: Analysis): Part[] {
  const seen = new Set<Box>();
  return bodyWithoutClutter(analysis).map((remains) => partOf(remains, analysis.page.url, seen));
}

const GROUPS: Partial<Record<Part['kind'], RegExp>> = {
  item: /^(?:ul|ol|dl|menu|dir)$/,
  quote: /^blockquote$/,
  code: /^(?:pre|listing|xmp)$/,
  cell: /^table$/,
};

/** @param seen Boxes of list items that a part has begun */
function partOf({ block, pieces }: Remains, base: string, seen: Set<Box>): Part {
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
    runs: tidied(
      pieces().map(({ node, text, afterBreak }) => ({
        text: `${afterBreak ? '\n' : ''}${isCode ? text : text.replace(/\s+/g, ' ')}`.replace(CONTROLS, ''),
        ...marksOf(node, box.element, base),
      })),
      isCode,
    ),
  };
}

function* upwards(box: Box): Generator<Box> {
  for (let up: Box | null = box; up; up = up.parent) yield up;
}

/** What a list that counts calls its item. */
function numberOf({ element, parent }: Box): number | null {
  if (parent?.tag !== 'ol') return null;
  const first = Number.parseInt(attribute(parent.element, 'start') ?? '1', 10);
  const before = [...parent.element.children].filter(({ localName }) => localName === 'li').indexOf(element);
  return (Number.isNaN(first) ? 1 : first) + Math.max(0, before);
}

/** All but line break and tabulator: no document needs them. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
const STRONG = /^(?:strong|b)$/;
const EMPHASIS = /^(?:em|i|cite)$/;
const CODE = /^(?:code|kbd|samp|tt)$/;

/** What the elements between a text node and its Block make of it. */
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

/** Where a link leads, without tracking. `null` for places on the page itself and what is no web address. */
function linkOf(link: Element, base: string): string | null {
  const url = webUrl(attribute(link, 'href'), base);
  if (!url || (url.hash && url.href.startsWith(`${base.split('#')[0]}#`))) return null;
  return withoutTracking(url).href;
}

/** Neighbours that look the same become one; white space is single, and at the ends there is none. */
function tidied(runs: readonly Run[], isCode: boolean): Run[] {
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

/** What a run adds to the words before it. */
const joined = (before: string, text: string) =>
  (/\s$/.test(before) ? text.replace(/^ +/, '') : text)
    .replace(/ *\n */g, '\n')
    .replace(/^\n/, before === '\n' ? '' : '\n');

const sameMarks = (a: Run, b: Run) =>
  a.href === b.href && a.strong === b.strong && a.emphasis === b.emphasis && a.code === b.code;
