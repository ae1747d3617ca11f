import { findAll, findFirst } from '../dom.ts';
import { charsBesideLinks, isShortSentence, isSpeech, type Line } from '../lines.ts';
import type { Block, Box } from '../types.ts';
import { BYLINE_WORDS, SHARE_WORDS } from '../vocabulary.ts';
import { standsInForm } from './form.ts';
import { labelBefore } from './heading.ts';
import { addressOf, isRowTo } from './link-row.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** Rows of buttons for sharing and liking. */
export default { find } satisfies KindFinder;

/** Addresses that open a form for sharing. */
const SHARE_ADDRESSES =
  /\/(?:shar(?:e|ing)[\w-]*|intent)[/?.]\S*=|[?&]share=|dialog\/feed|home\?status|twitter\.com\/share\b|wa\.me\/\?|whatsapp\S+send|pin\/create|reddit\.com\/submit|submitlink|connect\.ok\.ru|viber:|R\/msg|lineit|getpocket\.com|hatena\.ne|bookmarklet|mailto:\?|addt(?:oany|his)\.com|sharethis\.com|xing\.com\/(?:spi|app)/i;
/** Networks on which a site has pages of its own. */
export const NETWORK_ADDRESSES =
  /facebook\.|twitter\.|\/\/x\.com|instagram\.|youtube\.|linkedin\.|pinterest\.|t\.me\/|whatsapp|vk\.com|ok\.ru|tiktok\./i;
/** Addresses that the links of buttons have, some of which lead nowhere. */
const BUTTON_ADDRESSES = new RegExp(
  `${SHARE_ADDRESSES.source}|${NETWORK_ADDRESSES.source}|^#|^javascript:|^mailto:(?![^?]*@)|print`,
  'i',
);
/** Buttons and icons without an address. A player or a drawing is none. Fixture: clutter/share-unnamed */
const BUTTON_SELECTOR =
  'button,.button,amp-social-share,iframe[src*=like],iframe[src*=share],iframe[src*=button],svg:not(:has(text))';
/** With this many links or more, a row is a menu unless most of its links are buttons. Fixture: clutter/share-edges */
const MIN_MENU_LINKS = 12;

function* find(context: ClutterContext): Iterable<Found | undefined> {
  const { phrases } = context;
  const isAboutSharing = (text: string) => phrases.is('share', text);
  const isUnnamed = (box: Box) =>
    isRowTo(SHARE_ADDRESSES, box) &&
    !context.blocksOf(box).some(({ text }) => SENTENCE_END.test(text.replace(BUTTON_WITH_MARK, '')));
  for (const box of context.regions(SHARE_WORDS, (box) => isUnnamed(box) || isButtonRow(context, box), isUnnamed))
    yield box && { boxes: [box], lines: labelBefore(context, box, isAboutSharing), reasons: ['name', 'build'] };
  for (const lines of shareLines(context)) yield { lines, reasons: ['wording', 'build'] };
}

/** A name, a number, a word or two on a button. Fixture: clutter/share-edges */
const MAX_BUTTON_CHARS = 40;
/** Kinds of Blocks in which a single word may be the article's. Fixture: clutter/lines-in-sentences */
export const NAMING_KINDS = /item|cell|caption/;
/** Author and date are the article's, even in a row with the buttons. Fixture: clutter/share-edges */
const CREDIT_SELECTOR = 'time,[rel=author],[class*=byline],[class*=author],[class*=date],[itemprop]';
const SENTENCE_END = /[.!?。！？](?!\d)/;
/** The name of a button of Hatena. Fixture: clutter/share-japanese */
const BUTTON_WITH_MARK = /^B!/;
/** A part of a date, or of a time. */
export const MAY_BE_DATE = /\d{1,4}[-./:\s]\d{1,2}|(?:19|20)\d{2}/;

/** Buttons and their names only: no sentence, no byline, no menu. */
function isButtonRow(context: ClutterContext, box: Box): boolean {
  const { phrases } = context;
  const blocks = context.blocksOf(box);
  const isButton = ({ text }: Block) => phrases.is('share', text) || phrases.is('networks', text);
  // Each link is a name, and beside the links there is a label at most.
  const isNames = (block: Block) =>
    charsBesideLinks(block) <= MAX_BUTTON_CHARS &&
    (block.linkLength <= MAX_BUTTON_CHARS * block.links.length || opensShareForms(block)) &&
    (block.kind !== 'heading' || block.linkLength > 0 || /[:：]$/.test(block.text)) &&
    !SENTENCE_END.test(block.text) &&
    !MAY_BE_DATE.test(block.text) &&
    !isSpeech(block.text);
  if (!blocks.every((block) => isButton(block) || isNames(block))) return false;
  const { element } = box;
  if (findFirst(element, CREDIT_SELECTOR) || BYLINE_WORDS.test(box.words)) return false;
  const links = findAll(element, 'a[href]');
  if (links.length === 0) return blocks.some(isButton) || findFirst(element, BUTTON_SELECTOR) !== null;
  const buttons = links.filter((link) => BUTTON_ADDRESSES.test(addressOf(link)) && !leadsToPlace(context, link));
  // A single linked picture may be what the page wants to show. Fixture: clutter/share-pictures
  if (blocks.length === 0 && links.length === 1) return opensShareForms({ links: buttons, text: '' });
  return 2 * buttons.length >= links.length || (links.length < MIN_MENU_LINKS && blocks.some(isButton));
}

/** The link leads to a place on this page. Fixture: clutter/share-edges */
function leadsToPlace({ page }: ClutterContext, link: Element): boolean {
  const id = /^#([^"\\\s]+)$/.exec(addressOf(link))?.[1];
  return id !== undefined && findAll(page.document, `[id="${id}"],[name="${id}"]`).length > 0;
}

/** Each of the links opens a form for sharing. A quotation with a link to post it belongs to the article. Fixture: clutter/share */
const opensShareForms = ({ links, text }: { readonly links: readonly Element[]; readonly text: string }) =>
  links.length > 0 && !SENTENCE_END.test(text) && links.every((link) => SHARE_ADDRESSES.test(addressOf(link)));

/** A single word without a link may be an entry of a list, a line of a poem, or below a picture. */
const standsAlone = ({ block, links, text }: Line) =>
  links.length > 0 || (text === block.text && !NAMING_KINDS.test(block.kind));

/** Runs of lines that ask to share or link a form for it, each with the label before it. */
function shareLines({ lines, isFree, isSubheading, phrases, claimed }: ClutterContext): Line[][] {
  const asks = (line: Line) => {
    const { block, text } = line;
    const endsSentence = /[.!]$/.test(text.replace(/(?:\.{3}|…)$/, ''));
    return !isSubheading(block) && !isSpeech(text) && !endsSentence && phrases.is('share', text) && !standsInForm(line);
  };
  const linksForm = (line: Line) => {
    const [length, count] = [line.text.length, line.links.length];
    const isRow = line.linkLength > 0.7 * length || (count > 1 && charsBesideLinks(line) <= MAX_BUTTON_CHARS);
    return length <= 2 * MAX_BUTTON_CHARS * count && isRow && opensShareForms(line);
  };
  const isStrong = (line: Line) => asks(line) || linksForm(line);
  const isNetworkName = ({ text, linkLength }: Line, run: readonly Line[]) =>
    (linkLength > 0 || run.length > 0) && phrases.is('networks', text);
  const isLabel = (line: Line | undefined): line is Line =>
    !!line && line.text.length <= MAX_BUTTON_CHARS && /[:：]$/.test(line.text) && isFree(line);
  const found: Line[][] = [[]];
  for (const [i, line] of lines.entries()) {
    const run = found.at(-1) as Line[];
    if (isFree(line) && (isStrong(line) || isNetworkName(line, run))) {
      const before = lines[i - 1];
      if (run.length === 0 && linksForm(line) && isLabel(before)) run.push(before);
      run.push(line);
    } else if (run.length > 0) found.push([]);
  }
  /** One word over text is its heading. Fixture: clutter/share-word */
  const headsText = (line: Line) => {
    const next = lines[lines.indexOf(line) + 1];
    const isOneWord = line.links.length === 0 && !line.text.includes(' ');
    return (
      isOneWord && !!next && !claimed.blocks.has(next.block) && (line.block.kind === 'heading' || isShortSentence(next))
    );
  };
  return found.filter((run) =>
    run.some((line) => isStrong(line) && (run.length > 1 || (standsAlone(line) && !headsText(line)))),
  );
}
