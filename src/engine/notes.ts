/** Footnotes: their marks in the text, and what the marks lead to. */
import { attribute, closest, findFirst, holds, parentOf, read } from './dom.ts';
import { fragmentOf, placeNamed } from './fragment.ts';
import type { Page } from './types.ts';
import { BACK_LINK_WORDS, NOTE_MARK_WORDS } from './vocabulary.ts';
import { collapsedText } from './whitespace.ts';

/** A number, a letter or a sign, in brackets or not. */
const MARK =
  /^[[(［（]?\s*(?:(?:note|n\.?|fn\.?)\s?)?(\p{Nd}{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶#]{1,3})\s*[\])］）.]?$/iu;
const RAISED = 'sup';
/** Elements around a mark's target that may hold the note, when the target is but its number. */
const MAX_ELEMENTS_AROUND = 3;
const MIN_NOTE_CHARS = 3;

/** A mark of a footnote. */
export interface NoteMark {
  /** The link, or what is raised where there is none. */
  readonly element: Element;
  /** Without brackets. */
  readonly sign: string;
  /** The element with the note, where it is on the page. */
  readonly note: Element | null;
}

/** The mark that a link is, if any. */
export function noteMarkOf(link: Element, page: Page): NoteMark | null {
  const sign = MARK.exec(collapsedText(link))?.[1];
  if (!sign) return null;
  const isRaised = closest(link, RAISED) !== null || findFirst(link, RAISED) !== null;
  const isNamed =
    /noteref/.test(`${attribute(link, 'role') ?? ''} ${attribute(link, 'epub:type') ?? ''}`) ||
    [link, parentOf(link), read(link, 'firstElementChild')].some(
      (one) => one && NOTE_MARK_WORDS.test((attribute(one, 'class') ?? '').toLowerCase()),
    );
  if (!isRaised && !isNamed) return null;
  const name = fragmentOf(link, page.url);
  const place = name === null ? null : placeNamed(page.document, name);
  if (name === null) return isRaised ? { element: link, sign, note: null } : null;
  return { element: link, sign, note: place && isBehind(place, link) ? noteAround(place, sign) : null };
}

/** The words are the note itself, which stands in the margin. */
export const isMarginNote = ({ element, note }: NoteMark): boolean => element === note;

/** A button amid a sentence whose words are but a number: it opens a note. */
export function noteButtonOf(button: Element): NoteMark | null {
  const sign = MARK.exec(collapsedText(button))?.[1];
  return sign ? { element: button, sign, note: null } : null;
}

/** A link from a note back to its mark, by its name. */
export const isBackLink = (link: Element): boolean =>
  attribute(link, 'role') === 'doc-backlink' || BACK_LINK_WORDS.test((attribute(link, 'class') ?? '').toLowerCase());

/** The mark stands before the note: what leads back does not. */
const isBehind = (place: Element, mark: Element): boolean =>
  !holds(place, mark) && (read(mark, 'compareDocumentPosition').call(mark, place) & 4) !== 0;

/** A place that is but a number: the note is what is around it. */
function noteAround(place: Element, sign: string): Element | null {
  let at: Element | null = place;
  for (let i = 0; at && i <= MAX_ELEMENTS_AROUND; i++, at = parentOf(at)) {
    const words = collapsedText(at);
    if (!MARK.test(words) && words.replace(sign, '').length >= MIN_NOTE_CHARS) return at;
  }
  return null;
}

/** The words of a link that leads from a note back to its mark, where they are but a mark. */
export const isMarkAlone = (words: string): boolean => MARK.test(words);
