/** Runs: the formatting and the links of words, and how neighbours are joined. */
import { attribute, findFirst, parentOf, webUrl } from './dom.ts';
import { around } from './read-words.ts';
import { withoutTracking } from './repost/tracking.ts';
import type { Run } from './types.ts';

const STRONG = /^(?:strong|b)$/;
const EMPHASIS = /^(?:em|i)$/;
const STRUCK = /^(?:del|s|strike)$/;
const CODE = /^(?:code|kbd|samp|tt)$/;

/** The formatting and the link that the elements between a text node and its Block give it. */
export function marksOf(node: Text, edge: Element, base: string): Omit<Run, 'text'> {
  const names: string[] = [];
  let href: string | null = null;
  for (const up of around(node, edge)) {
    // A work's title; where it has a title in it, it is a whole reference. Fixture: copies/footnotes-encyclopaedia
    names.push(up.localName === 'cite' && !findFirst(up, 'em,i') ? 'em' : up.localName);
    if (up.localName === 'a') href ??= linkOf(up, base);
  }
  const has = (words: RegExp) => names.some((name) => words.test(name));
  const script = names.find((name) => name === 'sup' || name === 'sub') as Run['script'];
  return {
    href,
    strong: has(STRONG),
    emphasis: has(EMPHASIS),
    code: has(CODE),
    ...(has(STRUCK) && { struck: true }),
    ...(script && { script }),
  };
}

/** A link around a whole Block, or around a few. */
const MAX_ELEMENTS_TO_LINK = 4;

/** Where the link leads that a Block is in; `null` where it is in none. */
export function linkAround(edge: Element, base: string): string | null {
  let up: Element | null = edge;
  for (let i = 0; up && i < MAX_ELEMENTS_TO_LINK; i++, up = parentOf(up))
    if (up.localName === 'a') return linkOf(up, base);
  return null;
}

/** Where a link leads, without tracking; `null` for a place on the page itself and for what is no web address. */
function linkOf(link: Element, base: string): string | null {
  const url = webUrl(attribute(link, 'href'), base);
  if (!url || (url.hash && url.href.startsWith(`${base.split('#')[0]}#`))) return null;
  return withoutTracking(url).href;
}

/** Merges neighbours with the same formatting and collapses white space across them; none is left at the ends. */
export function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const text = joined(last?.text ?? '\n', run.text);
    if (text === '' && !run.picture) continue;
    if (last && sameMarks(last, run)) merged[merged.length - 1] = { ...last, text: last.text + text };
    else merged.push({ ...run, text });
  }
  const last = merged.at(-1);
  if (last) merged[merged.length - 1] = { ...last, text: last.text.trimEnd() };
  return merged.filter(({ text, picture }) => text !== '' || picture);
}

/** The text that a run adds to the text before it: no space after a space, none around a line break. */
const joined = (before: string, text: string) =>
  (/\s$/.test(before) ? text.replace(/^ +/, '') : text)
    .replace(/(?<! ) *\n */g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n/, before.endsWith('\n') ? '' : '\n');

const sameMarks = (a: Run, b: Run) =>
  a.href === b.href &&
  a.strong === b.strong &&
  a.emphasis === b.emphasis &&
  a.code === b.code &&
  a.struck === b.struck &&
  a.script === b.script &&
  !(a.note ?? b.note ?? a.formula ?? b.formula ?? a.picture ?? b.picture);
