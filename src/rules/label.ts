import { attribute, findFirst, read } from '../engine/dom.ts';
import { fold } from '../engine/fold.ts';

/** UTF-16 units. What is longer is no label but text. */
const LONGEST = 80;

const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,summary,caption,[role=heading]';

/** Of a longer text so much is kept. */
const BEGINNING = 40;

/**
 * What an element is called, by itself or by the heading in it, or else what it says; of a longer text the beginning,
 * with `…` at its end.
 */
export function labelOf(element: Element): string | null {
  const text = namesOf(element).find((name) => name !== '');
  if (text === undefined || text.length <= LONGEST) return text ?? null;
  return `${text.slice(0, BEGINNING).replace(/\s+\S*$/, '')}…`;
}

/** Whether the label is one of this element's: what ends in `…` is the beginning of one. */
export function hasLabel(element: Element, label: string): boolean {
  const beginning = label.endsWith('…') ? label.slice(0, -1) : null;
  return namesOf(element).some((name) => name === label || (beginning !== null && name.startsWith(beginning)));
}

function namesOf(element: Element): string[] {
  const heading = findFirst(element, HEADINGS);
  return [attribute(element, 'aria-label'), heading && read(heading, 'textContent'), read(element, 'textContent')].map(
    (name) => fold(name ?? ''),
  );
}
