import { attribute, findAll, findFirst, read } from '../engine/dom.ts';
import { collapsedText, collapseWhitespace } from '../engine/whitespace.ts';

/** A longer text is not a label. UTF-16 units. */
const MAX_LABEL_CHARS = 80;

const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,summary,caption,[role=heading]';
/** Elements that a heading before them can name. */
const UNDER_HEADINGS = /^(?:ul|ol|dl|table|div|section|form)$/;

/** Of a longer text so much is kept. */
const SHORTENED_LABEL_CHARS = 40;
/** Words before links that differ from page to page: "Read also:". */
const BEFORE_LINKS = /^[^:：]{3,40}[:：](?=\s)/;

/**
 * What an element is called, by itself or by the heading in it or before it, or else what it says; of a longer text, and of
 * one that names links, the beginning, with `…` at its end.
 */
export function labelOf(element: Element): string | null {
  const [name, text] = [namesOf(element).find((one) => one !== ''), collapsedText(element)];
  const label = name ?? beforeLinks(element, text) ?? text;
  if (label.length <= MAX_LABEL_CHARS) return label === '' ? null : label;
  return `${label.slice(0, SHORTENED_LABEL_CHARS).replace(/\s+\S*$/, '')}…`;
}

/** Whether the label is one of this element's: what ends in `…` is the beginning of one. */
export function hasLabel(element: Element, label: string): boolean {
  const beginning = label.endsWith('…') ? label.slice(0, -1) : null;
  return [...namesOf(element), collapsedText(element)].some(
    (name) => name === label || (beginning !== null && name.startsWith(beginning)),
  );
}

function namesOf(element: Element): string[] {
  const within = findFirst(element, HEADINGS);
  const before = UNDER_HEADINGS.test(read(element, 'localName')) ? read(element, 'previousElementSibling') : null;
  const isHeading = before !== null && /^h[2-6]$/.test(read(before, 'localName'));
  return [
    collapseWhitespace(attribute(element, 'aria-label') ?? ''),
    within ? collapsedText(within) : '',
    isHeading ? collapsedText(before) : '',
  ];
}

function beforeLinks(element: Element, text: string): string | null {
  const beginning = BEFORE_LINKS.exec(text)?.[0];
  if (!beginning) return null;
  const links = findAll(element, 'a').map(collapsedText).join(' ');
  return text.slice(beginning.length).trim() === links ? `${beginning}…` : null;
}
