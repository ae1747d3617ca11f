import { CLUTTER_KINDS } from '../engine/types.ts';

/** Wins over every rule of the page with `!important` but an inline one, and a layered one. */
const strong = (attribute: string) => `[${attribute}]:is([${attribute}],#${attribute}${`#a`.repeat(8)})`;

/** Hidden: no place, no focus, not read aloud, not printed, not found. A transition of `display` must not delay it. */
export const hidingRules = (attribute: string): string =>
  `${strong(attribute)}{display:none!important;transition:none!important}`;

/** Outlined and named by kind. The attribute's value is the kind's index. */
export function peekRules(attribute: string, label: (kind: (typeof CLUTTER_KINDS)[number]) => string): string {
  const outline = `${strong(attribute)}{outline:2px dashed #b4531f!important;outline-offset:-2px!important}`;
  const before = `${strong(attribute)}::before{display:inline-block!important;margin:0 .4em!important;padding:0 .5em!important;border-radius:.3em!important;background:#b4531f!important;color:#fff!important;font:12px/1.6 system-ui,sans-serif!important}`;
  const names = CLUTTER_KINDS.map(
    (kind, i) => `[${attribute}="${i}"]::before{content:${quoted(label(kind))}!important}`,
  );
  return [outline, before, ...names, highlightRules(attribute)].join('\n');
}

/** Words that are highlighted without a change to the document. */
export const highlightRules = (name: string): string => `::highlight(${name}){background:#ffe08a;color:#1a1a1a}`;

const quoted = (text: string) => JSON.stringify(text).replaceAll('<', '\\3c ');
