import { attribute, findAll, findFirst, read } from '../engine/dom.ts';
import { fold, foldedText } from '../engine/fold.ts';

/** UTF-16 units. What is longer is no label but text. */
const LONGEST = 80;

const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,summary,caption,[role=heading]';
/** What may be called by the heading that stands before it, which is not the article's. */
const UNDER_HEADINGS = /^(?:ul|ol|dl|table|div|section|form)$/;

/** Of a longer text so much is kept. */
const BEGINNING = 40;
/** What stands before links that are others on each page: "Read also:". */
const BEFORE_LINKS = /^[^:：]{3,40}[:：](?=\s)/;

/**
 * What an element is called, by itself or by the heading in it or before it, or else what it says; of a longer text, and of
 * one that names links, the beginning, with `…` at its end.
 */
export function labelOf(element: Element): string | null {
  const [name, text] = [namesOf(element).find((one) => one !== ''), foldedText(element)];
  const label = name ?? beforeLinks(element, text) ?? text;
  if (label.length <= LONGEST) return label === '' ? null : label;
  return `${label.slice(0, BEGINNING).replace(/\s+\S*$/, '')}…`;
}

/** Whether the label is one of this element's: what ends in `…` is the beginning of one. */
export function hasLabel(element: Element, label: string): boolean {
  const beginning = label.endsWith('…') ? label.slice(0, -1) : null;
  return [...namesOf(element), foldedText(element)].some(
    (name) => name === label || (beginning !== null && name.startsWith(beginning)),
  );
}

function namesOf(element: Element): string[] {
  const within = findFirst(element, HEADINGS);
  const before = UNDER_HEADINGS.test(read(element, 'localName')) ? read(element, 'previousElementSibling') : null;
  const isHeading = before !== null && /^h[2-6]$/.test(read(before, 'localName'));
  return [
    fold(attribute(element, 'aria-label') ?? ''),
    within ? foldedText(within) : '',
    isHeading ? foldedText(before) : '',
  ];
}

function beforeLinks(element: Element, text: string): string | null {
  const beginning = BEFORE_LINKS.exec(text)?.[0];
  if (!beginning) return null;
  const links = findAll(element, 'a').map(foldedText).join(' ');
  return text.slice(beginning.length).trim() === links ? `${beginning}…` : null;
}
