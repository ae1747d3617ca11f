/** Listings: where lines end, and the language they are in. */
import { upwards } from './boxes.ts';
import { attribute, parentOf, read } from './dom.ts';
import type { StyleProbe } from './inline-style.ts';
import { around } from './read-words.ts';
import type { RemainingText } from './remaining-text.ts';
import type { Box, Run } from './types.ts';
import { CODE_LINE_WORDS, CODE_WORDS } from './vocabulary.ts';

const CODE_TAGS = /^(?:code|samp|kbd|tt)$/;

/** All of it is code, and has several lines. */
export function isListing(texts: readonly RemainingText[], edge: Element, style: StyleProbe): boolean {
  const written = texts.map(({ node, text, breaks }, at) => {
    const up = [...around(node, edge), edge];
    if (text.trim() !== '' && !up.some(({ localName }) => CODE_TAGS.test(localName))) return null;
    const keepsLines = text.includes('\n') && up.some((element) => style(element).keepsLines);
    return (at > 0 && breaks > 0 ? '\n' : '') + (keepsLines ? text : text.replace(/\s+/g, ' '));
  });
  return !written.includes(null) && written.join('').trim().includes('\n');
}

/** How far out the Box may be that holds all lines. */
const MAX_BOXES_AROUND_LINE = 3;

/** The Box of a listing whose lines are Boxes of their own, for one of these; `null` for anything else. */
export function listingAround(line: Box): Box | null {
  if (!CODE_LINE_WORDS.test(line.words)) return null;
  return [...upwards(line.parent)].slice(0, MAX_BOXES_AROUND_LINE).find(({ words }) => CODE_WORDS.test(words)) ?? null;
}

/** The white space with which a line begins that is a Box: the Block's texts begin with its words. */
export const indentOf = (line: Element): string => {
  const space = /^\s*/.exec(read(line, 'textContent') ?? '')?.[0] ?? '';
  return space.includes('\n') ? '' : space;
};

/** The text of a listing as it is written, one Run. Blank lines around it are left out. */
export function linesOfCode(texts: readonly RemainingText[], indent = ''): Run[] {
  let code = texts[0]?.text.startsWith(indent) ? '' : indent;
  for (const { text, breaks } of texts) code += (code === '' || code === indent ? '' : '\n'.repeat(breaks)) + text;
  const lines = code.replace(CONTROLS, '').replaceAll('\u00A0', ' ').trimEnd().split('\n');
  const trimmed = lines.slice(lines.findIndex((line) => line.trim() !== '')).join('\n');
  return trimmed.trim() === '' ? [] : [{ text: trimmed, href: null, strong: false, emphasis: false, code: true }];
}

/** Control characters other than line break and tab. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;

/** How far out the language may be named. */
const MAX_ELEMENTS_AROUND = 7;
/** Lines with their numbers are a table. */
const TABLE_TAGS = /^(?:table|tbody|tr|td)$/;
const LANGUAGE_CLASS = /^(?:lang|language|highlight-source|highlight-text|highlight)-([a-z][\w+#.-]{0,20})$/i;
/** The class behind one of these is the language. Behind `shiki` stands how it looks. */
const HIGHLIGHTER = /^(?:hljs|prism|chroma|rouge|brush:|sourceCode|syntaxhighlighter)$/;
const NO_LANGUAGE =
  /^(?:plain-?text|none|text|nohighlight|no-highlight|source|default|wrapper|container|block|lines?)$/i;
const OTHER_CLASSES =
  /^(?:hljs|prism|shiki|chroma|rouge|brush|sourceCode|syntaxhighlighter|highlight|code|line-numbers|copyable)/;

/** The language that the page says a listing is in. */
export function codeLanguageOf(element: Element, first: Text | undefined): string | null {
  let at: Element | null = first ? read(first, 'parentElement') : element;
  let isBeyond = false;
  for (let i = 0; at && i < MAX_ELEMENTS_AROUND; at = parentOf(at), i += TABLE_TAGS.test(at?.localName ?? '') ? 0 : 1) {
    const words = (attribute(at, 'class') ?? '').split(/\s+/).filter(Boolean);
    const named =
      attribute(at, 'data-lang') ??
      attribute(at, 'data-language') ??
      words.find((word) => LANGUAGE_CLASS.test(word))?.replace(LANGUAGE_CLASS, '$1') ??
      (words.some((word) => HIGHLIGHTER.test(word)) ? words.find((word) => !OTHER_CLASSES.test(word)) : undefined);
    if (named && /^[a-z][\w+#.-]{0,20}$/i.test(named)) return NO_LANGUAGE.test(named) ? null : named.toLowerCase();
    if (isBeyond && !/^(?:pre|code|div|figure|table|tbody|tr|td|span)$/.test(at.localName)) break;
    isBeyond ||= at === element;
  }
  return null;
}
