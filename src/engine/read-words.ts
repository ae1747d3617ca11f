/** Which words of a Block a reader reads: not what only a screen reader has, no icon's letters, no button, no mark. */
import { upwards } from './boxes.ts';
import { attribute, findFirst, holds, parentOf, read } from './dom.ts';
import { formulaAround, isFormulaText } from './formulas.ts';
import { fragmentOf, placeNamed } from './fragment.ts';
import type { StyleProbe } from './inline-style.ts';
import { isBackLink, isMarkAlone, type NoteMark, noteButtonOf, noteMarkOf } from './notes.ts';
import { SENTENCE_END } from './sentence-end.ts';
import type { Block, Page } from './types.ts';
import {
  ANCHOR_WORDS,
  COPY_BUTTON_WORDS,
  EDIT_LINK_WORDS,
  FOLDED_WORDS,
  ICON_WORDS,
  LINE_NUMBER_WORDS,
  MARGIN_NOTE_WORDS,
  MARGIN_TOGGLE_WORDS,
  TOOLTIP_WORDS,
  UNSEEN_WORDS,
} from './vocabulary.ts';
import { collapsedText, collapseWhitespace } from './whitespace.ts';

/** What a text is to a reader: words, nothing, the mark of a footnote, or a part of a formula. */
export interface Reading {
  readonly isRead: boolean;
  readonly mark: NoteMark | null;
  readonly formula: Element | null;
}
const WORDS: Reading = { isRead: true, mark: null, formula: null };
const NOTHING: Reading = { isRead: false, mark: null, formula: null };

/** Signs without a meaning of their own: icon fonts draw pictures in their place. */
const ICON_SIGNS = /^[\s\p{Co}]+$/u;
/** The name by which an icon font knows a picture: `directions_boat`. */
const LIGATURE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const MIN_LIGATURE_CHARS = 3;
/** Arrows and pictures; no punctuation, no currency. */
const PICTURE_SIGNS = /^[\p{So}\u2190-\u21ff\s]+$/u;
/** Has a sign drawn as a picture. */
const AS_PICTURE = '\ufe0f';
const MAX_BUTTON_CHARS = 60;
const MAX_ANCHOR_CHARS = 40;
/** So much of a Block, out of sight, is its text all the same. UTF-16 units. */
const MIN_TEXT_CHARS = 100;
const MAX_UNSEEN_SHARE = 0.5;
const HAS_LETTERS = /[\p{L}\p{N}]/u;
/** "Opens in a new tab", in or behind a link: how it begins, and what it names. */
const OPENS =
  /^\W{0,3}(?:link opens|external link|opens?|opening|wird|öffnet|s[’']ouvre|se abre|abre|si apre|opent|otwiera|открыва|öppnas|åpnes|åbner|avautuu)/i;
const TAB =
  /tab|window|fenster|fenêtre|onglet|ventana|pestaña|janela|aba|scheda|finestra|venster|kart|okn|вклад|окн|flik|fönster|fane|vindu|ikkuna|välilehte/i;
const MAX_NEW_TAB_CHARS = 50;
const saysNewTab = (words: string): boolean =>
  words.length <= MAX_NEW_TAB_CHARS && OPENS.test(words) && TAB.test(words);
/** What a link shares a text by. */
const SHARE_ADDRESS =
  /(?:twitter|x)\.com\/(?:intent|share)|facebook\.com\/(?:sharer|share|dialog)|wa\.me\/\?|t\.me\/share|linkedin\.com\/share|pin\/create/i;

/** What stands around a text, from the inside out, up to its Block. */
export function* around(node: Text, edge: Element): Generator<Element> {
  for (let up = read(node, 'parentElement'); up && up !== edge; up = parentOf(up)) yield up;
}

const classOf = (element: Element): string => (attribute(element, 'class') ?? '').toLowerCase();

/** What each text of a Block is to a reader. */
export function readingsOf(block: Block, page: Page, style: StyleProbe): ReadonlyMap<Text, Reading> {
  const edge = block.box.element;
  const readings = new Map<Text, Reading>();
  if (/^\d+$/.test(block.text) && isNumberOfLine(block)) return new Map(block.nodes.map((node) => [node, NOTHING]));
  if (block.nodes.every((node) => read(node, 'parentElement') === edge) && !formulaAround(edge)) {
    for (const node of block.nodes) readings.set(node, ICON_SIGNS.test(node.data) ? NOTHING : WORDS);
    return readings;
  }
  const known = new Map<Element, Reading>();
  const ofElement = (element: Element): Reading => {
    let reading = known.get(element);
    if (!reading) {
      reading = readingOfElement(element, block, page, style);
      known.set(element, reading);
    }
    return reading;
  };
  for (const node of block.nodes) readings.set(node, readingOf(node, edge, ofElement));
  return readings;
}

const MAX_BOXES_AROUND_NUMBER = 3;

const isNumberOfLine = ({ box }: Block): boolean =>
  [...upwards(box)].slice(0, MAX_BOXES_AROUND_NUMBER).some(({ words }) => LINE_NUMBER_WORDS.test(words));

function readingOf(node: Text, edge: Element, ofElement: (element: Element) => Reading): Reading {
  if (node.data.trim() === '') return [...around(node, edge)].some((up) => ofElement(up) === NOTHING) ? NOTHING : WORDS;
  if (ICON_SIGNS.test(node.data)) return NOTHING;
  const parent = read(node, 'parentElement');
  const formula = parent && formulaAround(parent);
  if (formula) return { isRead: isFormulaText(node, formula), mark: null, formula };
  let found = WORDS;
  for (const up of around(node, edge)) {
    const reading = ofElement(up);
    if (!reading.isRead) return reading;
    if (reading.mark) found = reading;
  }
  return found;
}

function readingOfElement(element: Element, block: Block, page: Page, style: StyleProbe): Reading {
  const tag = element.localName;
  if (tag === 'a' && attribute(element, 'href') !== null) {
    const mark = noteMarkOf(element, page);
    if (mark?.note) return { isRead: true, mark, formula: null };
    if (isBackLink(element)) return NOTHING;
    if (isAnchor(element, block, page)) return NOTHING;
    if (mark) return { isRead: true, mark, formula: null };
  }
  if (tag === 'span' && MARGIN_NOTE_WORDS.test(classOf(element)))
    return { isRead: true, mark: { element, sign: '', note: element }, formula: null };
  if (tag === 'button' && !standsApart(element, block)) {
    const mark = noteButtonOf(element);
    if (mark) return { isRead: true, mark, formula: null };
  }
  return isUnread(element, tag, block, style) ? NOTHING : WORDS;
}

function isUnread(element: Element, tag: string, block: Block, style: StyleProbe): boolean {
  const words = classOf(element);
  // A mark that only screen readers have sets apart what styles set apart for others: it stays.
  const hasLetters = HAS_LETTERS.test(read(element, 'textContent') ?? '');
  if (attribute(element, 'role') === 'tooltip' || MARGIN_TOGGLE_WORDS.test(words) || TOOLTIP_WORDS.test(words))
    return true;
  if (hasLetters && UNSEEN_WORDS.test(words)) return true;
  if (block.kind === 'code' && (LINE_NUMBER_WORDS.test(words) || COPY_BUTTON_WORDS.test(words)))
    return !LINE_NUMBER_WORDS.test(words) || !/[^\d\s]/.test(read(element, 'textContent') ?? '');
  if (isIcon(element, words) || (block.kind === 'heading' && EDIT_LINK_WORDS.test(words))) return true;
  if (hasLetters && style(element).isUnseen && !isToCome(element, words, block)) return true;
  if (closestLink(element) && saysNewTab(collapsedText(element))) return tag !== 'a';
  return isButton(element, tag) && standsApart(element, block);
}

/** A reader opens it, or it comes into sight when it is scrolled to. */
function isToCome(element: Element, words: string, block: Block): boolean {
  if (FOLDED_WORDS.test(`${words} ${element.id}`.toLowerCase())) return true;
  const { length } = collapsedText(element);
  return length >= MIN_TEXT_CHARS && length > MAX_UNSEEN_SHARE * block.length;
}

const closestLink = (element: Element): boolean => {
  for (let up: Element | null = element, i = 0; up && i < 4; up = parentOf(up), i++)
    if (up.localName === 'a' || read(up, 'previousElementSibling')?.localName === 'a') return true;
  return false;
};

/** A picture drawn by letters or signs. */
function isIcon(element: Element, words: string): boolean {
  const text = collapsedText(element);
  const isLigature = LIGATURE.test(text) && text.length >= MIN_LIGATURE_CHARS;
  if (isLigature && ICON_WORDS.test(words)) return true;
  if (
    attribute(element, 'aria-hidden') !== 'true' ||
    !(isLigature || PICTURE_SIGNS.test(text.replaceAll(AS_PICTURE, '')))
  )
    return false;
  // Beside words for screen readers alone, the silent ones are those that are seen.
  const parent = parentOf(element);
  const isSpokenBeside =
    attribute(parent ?? element, 'aria-label') !== null ||
    [...(parent?.children ?? [])].some((one) => UNSEEN_WORDS.test(classOf(one)));
  return !isSpokenBeside;
}

/** A link of a heading or a paragraph to itself; or one to a place on the page that says nothing. */
function isAnchor(link: Element, block: Block, page: Page): boolean {
  const name = fragmentOf(link, page.url);
  if (name === null) return false;
  const words = collapsedText(link);
  const isWhole = words.length >= block.text.length;
  if (!HAS_LETTERS.test(words)) return !isWhole || block.kind !== 'heading';
  const place = placeNamed(page.document, name);
  if (isMarkAlone(words)) return place !== null && leadsBack(link, place);
  if (isWhole || words.length > MAX_ANCHOR_CHARS) return false;
  const isCalled = ANCHOR_WORDS.test(classOf(link));
  if (!place) return isCalled && block.kind === 'heading';
  const { element } = block.box;
  const isOwn = holds(element, place) || (block.kind === 'heading' && holds(place, element));
  return isOwn && (block.kind === 'heading' || isCalled);
}

/** From a note to its mark, which stands before it. */
const leadsBack = (link: Element, place: Element): boolean =>
  (read(link, 'compareDocumentPosition').call(link, place) & 2) !== 0 &&
  !holds(place, link) &&
  (place.localName === 'sup' || place.localName === 'a' || findFirst(place, 'a') !== null);

const isShareLink = (element: Element): boolean => SHARE_ADDRESS.test(attribute(element, 'href') ?? '');

const isButton = (element: Element, tag: string): boolean =>
  tag === 'button' ||
  attribute(element, 'role') === 'button' ||
  (tag === 'a' && isShareLink(element)) ||
  COPY_BUTTON_WORDS.test(classOf(element));

/** It is no part of a sentence: that ends before it, or nothing but buttons is on one side of it. */
function standsApart(element: Element, block: Block): boolean {
  if ((read(element, 'textContent') ?? '').trim().length > MAX_BUTTON_CHARS) return false;
  let [before, after] = ['', ''];
  let isPast = false;
  for (const node of block.nodes) {
    if (holds(element, node)) isPast = true;
    else if (isPast) after += node.data;
    else before += node.data;
  }
  before = collapseWhitespace(before);
  after = after.trim();
  if (before === '' && after === '') return isShareLink(element);
  return !HAS_LETTERS.test(after) ? !/^[.,;:!?…]/.test(after) : before === '' || SENTENCE_END.test(before);
}
