import { closest, holds } from '../dom.ts';
import { isSpeech, type Line } from '../lines.ts';
import { collapsedText } from '../whitespace.ts';
import { standsInForm } from './form.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** Words of another page's interface that were copied along: "Skip to: Start of article". Order: fixture clutter/scraped-ui */
export default { after: ['share'], find } satisfies KindFinder;

/** A longer line is a sentence that begins with such words. Fixture: clutter/scraped-ui-edges */
const MAX_LINE_CHARS = 160;
/** "Image source, said the archivist, is a matter of law." */
const SENTENCE = /,.*,.*\.$/;
/**
 * Buttons for the size of text ("A- A A+"), and the clock of a player: the same in every language. Before them stands
 * nothing or a label with a colon: "Rated A- A+" is a grade. Fixture: clutter/scraped-ui-sentences
 */
const WORDLESS = /^(?:[^.!?:]{1,30}:)?\W{0,3}A ?-[ |]?(?:A[ |]?)?A ?\+$|^[^.!?\d]{0,40}0?0:00 ?\/ ?\d?\d:\d\d$/;
/** Labels for the reading time, and translation tools. Fixture: clutter/scraped-ui-edges */
const TIME_SELECTOR = '[class*=reading-time],[class*=read-time]';
const TRANSLATION_SELECTOR = '[class*=gtranslate],[class*=google_translate]';
const MAX_LABEL_CHARS = 60;
/** One number of minutes: no date, no sentence. Fixture: clutter/scraped-ui-sentences */
const MINUTES = /^[^\d.!?]{0,40}\d{1,3}[^\d!?]{0,40}$/;

/** The name of an agency or a photographer, the holder of rights with a year: what may fill a phrase's gap. Fixture: clutter/scraped-ui-sentences */
const MAX_NAME_WORDS = 6;
const isName = (fill: string): boolean => fill.split(' ').length <= MAX_NAME_WORDS && !/[.!?]\s/.test(fill);
const YEAR = /©|\(c\)|\b(?:19|20)\d\d\b/i;

function find(context: ClutterContext): Found[] {
  const { lines, isFree, phrases, claimed } = context;
  const isScraped = (line: Line) => {
    const { text, block } = line;
    if (text.length > MAX_LINE_CHARS || block.kind === 'heading' || block.kind === 'caption' || isSpeech(text))
      return false;
    const isKnown =
      (isInterfacePhrase(context, text) && !SENTENCE.test(text)) || WORDLESS.test(text) || isLabel(context, line);
    return isKnown && isFree(line) && !standsInForm(line);
  };
  const isInterface = (line: Line) =>
    isScraped(line) || claimed.blocks.has(line.block) || phrases.is('share', line.text);
  // In a list with other entries such words may be an entry of the article's.
  const listOf = ({ block }: Line) => (block.kind === 'item' ? block.box.parent : null);
  const articleLists = new Set(lines.filter((line) => listOf(line) && !isInterface(line)).map(listOf));
  return lines
    .filter((line) => isScraped(line) && !articleLists.has(listOf(line)))
    .map((line) => ({ lines: [line], reasons: ['wording', 'build'] }));
}

/** The whole line is a phrase, and what fills its gaps is a name, or has a year where it is about rights. */
function isInterfacePhrase({ phrases }: ClutterContext, text: string): boolean {
  const match = phrases.match('scraped', text);
  if (!match) return false;
  return /copyright|©/i.test(text) ? YEAR.test(text) : match.fills.every(isName);
}

/** A label of the page's for the reading time or for a translation tool. */
function isLabel({ article }: ClutterContext, { text, block, nodes: [node] }: Line): boolean {
  if (!node?.parentElement || text.length > MAX_LABEL_CHARS) return false;
  const time = MINUTES.test(text) ? closest(node.parentElement, TIME_SELECTOR) : null;
  const label = time ?? closest(node.parentElement, TRANSLATION_SELECTOR);
  if (!label || !collapsedText(label).startsWith(text)) return false;
  // Around the whole article the class belongs to the theme.
  return !article.body.some((other) => other !== block && holds(label, other.box.element));
}
