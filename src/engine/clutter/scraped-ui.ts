import { attribute, closest, findAll, holds } from '../dom.ts';
import { charsBesideLinks, isSpeech, type Line, MIN_PARAGRAPH_CHARS } from '../lines.ts';
import type { Page } from '../types.ts';
import { collapsedText } from '../whitespace.ts';
import { closingBoxes } from './closing-boxes.ts';
import { isCopy } from './copy.ts';
import { standsInForm } from './form.ts';
import { onwardLines } from './onward-links.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** Words of another page's interface that were copied along: "Skip to: Start of article". Order: fixture clutter/scraped-ui */
export default { after: ['share', 'newsletter'], find } satisfies KindFinder;

const STAYING_KINDS = /heading|caption|cell/;
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

function* find(context: ClutterContext): Iterable<Found | undefined> {
  const { lines, isFree, phrases, claimed } = context;
  const isScraped = (line: Line) => {
    const { text, block } = line;
    if (text.length > MAX_LINE_CHARS || STAYING_KINDS.test(block.kind) || isSpeech(text)) return false;
    const isKnown =
      (isCopy(context) && isAboutReaders(context.page, line)) ||
      (isInterfacePhrase(context, text) && !SENTENCE.test(text)) ||
      WORDLESS.test(text) ||
      isLabel(context, line);
    return isKnown && isFree(line) && !standsInForm(line);
  };
  const isInterface = (line: Line) =>
    isScraped(line) || claimed.blocks.has(line.block) || phrases.is('share', line.text);
  // In a list with other entries such words may be an entry of the article's.
  const listOf = ({ block }: Line) => (block.kind === 'item' ? block.box.parent : null);
  const articleLists = new Set(lines.filter((line) => listOf(line) && !isInterface(line)).map(listOf));
  const scraped = lines.filter((line) => isScraped(line) && !articleLists.has(listOf(line)));
  for (const line of [...scraped, ...notesOfOther(context)]) yield { lines: [line], reasons: ['wording', 'build'] };
  yield* closingBoxes(context);
  for (const run of onwardLines(context)) yield { lines: run, reasons: ['build'] };
}

const MAX_RIGHTS_CHARS = 300;
/** "© 2016 Herald Media. All rights reserved." */
const RIGHTS = /^(?:©|\(c\)|copyright\b).{0,60}?(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/iu;
const UPDATED_SELECTOR = '[class*=updated],[class*=last-mod]';
const MAX_DATE_CHARS = 60;

/**
 * In a copied text the notes of the page that it is from: a line on its rights behind the last paragraph, and when it was
 * changed, or how long it takes to read, before the first. Fixture: clutter/scraped-ui-notes
 */
function notesOfOther(context: ClutterContext): Line[] {
  const { lines, isFree, article, isArticle } = context;
  if (!isCopy(context)) return [];
  const inside = lines.filter(({ block }) => block.index >= article.root.first && block.index < article.root.end);
  const isParagraph = (line: Line) =>
    isArticle(line.block) && charsBesideLinks(line) > MIN_PARAGRAPH_CHARS && !isRights(line);
  const [first, last] = [inside.findIndex(isParagraph), inside.findLastIndex(isParagraph)];
  if (first < 0) return [];
  const isNote = (line: Line) => isUpdated(line) || (line.links.length === 0 && READING_TIME.test(line.text));
  const notes = [...inside.slice(0, first).filter(isNote), ...inside.slice(last + 1).filter(isRights)];
  return notes.filter((line) => isFree(line) && line.block.kind !== 'caption');
}

/** "3 min": how long it takes to read, in nearly all languages. */
const READING_TIME =
  /^\p{Nd}{1,2}\s?(?:min(?:s|uts?|utes?|uten|uti|utos|uter|utter|utten)?\.?|мин(?:ут[аы]?)?\.?|хв(?:илин[аи]?)?\.?|мүн\.?|dk\.?|dakika|perc|menit|minit|phút|分(?:钟|鐘)?|분|นาที|دقائق|دقيقة|دقیقه|דקות|मिनट|λεπτά)$/iu;

const isRights = ({ text }: Line): boolean => text.length <= MAX_RIGHTS_CHARS && RIGHTS.test(text);

/** "Updated", as the first words of such a line. */
const UPDATED =
  /^(?:last |zuletzt |última |ultimo )?(?:updated|modified|aktualisiert|mis(?:e)? à jour|actualiza|atualiza|aggiorna|bijgewerkt|uppdatera|opdatere|oppdatert|zaktualizowan|aktualizov|обновлен|оновлен|ажуриран|güncelle|diperbarui|cập nhật|更新|最終更新|最后更新|업데이트|수정|آخر تحديث|تحديث|به‌روز)/i;

/** A date, in something that is called so, or behind the word for it. */
const isUpdated = ({ text, links, nodes: [node] }: Line): boolean =>
  text.length <= MAX_DATE_CHARS &&
  links.length === 0 &&
  YEAR.test(text) &&
  !!node?.parentElement &&
  (UPDATED.test(text) || closest(node.parentElement, UPDATED_SELECTOR) !== null);

/** "12 shares 1.2K views": how often something was done with the page. */
const COUNTS =
  /^(?:[\d.,]{1,9}\s?[KM]?\s{0,2}(?:shares?|views?|reads?|likes?|comments?|hits|aufrufe|vues|partages|visitas|vistas|lecturas|compartidos|visualizações|compartilhamentos|visualizzazioni|просмотр(?:а|ов)?|перегляд(?:и|ів)?|görüntülenme|dibaca|lượt xem)\s{0,2}){1,4}$/i;
const COUNT_SELECTOR =
  '[class*=post-views],[class*=post-view-],[class*=view-count],[class*=share-count],[class*=views-count]';
/** Where readers write about the page. */
const COMMENTS_PLACE = /#(comments?|respond|disqus_thread)$/;

/** The link leads to comments, and here are none, or no place for them: those that are here can be asked for. */
function leadsToNoComments({ document }: Page, link: Element): boolean {
  const place = COMMENTS_PLACE.exec(attribute(link, 'href') ?? '')?.[1];
  if (place === undefined) return false;
  return collapsedText(link) === '0' || findAll(document, `[id="${place}"],[name="${place}"]`).length === 0;
}

/** In a copy, how often it was read or shared, and the link to comments on the original. Fixture: clutter/scraped-ui-counts */
function isAboutReaders(page: Page, { text, links, linkLength, nodes: [node], block }: Line): boolean {
  if (text.length > MAX_LABEL_CHARS || !node?.parentElement || block.kind === 'item') return false;
  if (links.length > 0)
    return text.length - linkLength <= MAX_CHARS_BESIDE_LINK && links.every((link) => leadsToNoComments(page, link));
  return (
    COUNTS.test(text) ||
    (/\d/.test(text) && !/[.!?]$/.test(text) && closest(node.parentElement, COUNT_SELECTOR) !== null)
  );
}

/** A number or a bracket beside a link. */
const MAX_CHARS_BESIDE_LINK = 8;

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
