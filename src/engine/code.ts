/** Listings: where lines end, and the language they are in. */
import { attribute, parentOf, read } from './dom.ts';
import type { StyleProbe } from './inline-style.ts';
import { around } from './read-words.ts';
import type { RemainingText } from './remaining-text.ts';
import type { Run } from './types.ts';

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

/** The text of a listing as it is written, one Run. Blank lines around it are left out. */
export function linesOfCode(texts: readonly RemainingText[]): Run[] {
  let code = '';
  for (const { text, breaks } of texts) code += (code === '' ? '' : '\n'.repeat(breaks)) + text;
  const lines = code.replace(CONTROLS, '').trimEnd().split('\n');
  const trimmed = lines.slice(lines.findIndex((line) => line.trim() !== '')).join('\n');
  return trimmed.trim() === '' ? [] : [{ text: trimmed, href: null, strong: false, emphasis: false, code: true }];
}

/** Control characters other than line break and tab. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;

/** How far out the language may be named. */
const MAX_ELEMENTS_AROUND = 5;
const LANGUAGE_CLASS = /^(?:lang|language|highlight|highlight-source|highlight-text)-([a-z][\w+#.-]{0,20})$/i;
/** The class behind one of these is the language. */
const HIGHLIGHTER = /^(?:hljs|prism|shiki|chroma|rouge|brush:|sourceCode)$/;
const NO_LANGUAGE =
  /^(?:plain-?text|none|text|nohighlight|no-highlight|source|default|wrapper|container|block|lines?)$/i;
const OTHER_CLASSES = /^(?:hljs|prism|shiki|chroma|rouge|brush|sourceCode|highlight|code|line-numbers|copyable)/;

/** The language that the page says a listing is in. */
export function codeLanguageOf(element: Element, first: Text | undefined): string | null {
  let at: Element | null = first ? read(first, 'parentElement') : element;
  let isBeyond = false;
  for (let i = 0; at && i < MAX_ELEMENTS_AROUND; at = parentOf(at), i++) {
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
