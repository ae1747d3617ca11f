import { isWithin } from '../boxes.ts';
import { attribute, closest, findAll, findFirst } from '../dom.ts';
import { isSpeech, type Line } from '../lines.ts';
import { anyLanguageHas, type PhraseMatch } from '../phrases/index.ts';
import type { Block, BlockKind, Box } from '../types.ts';
import { NEWSLETTER_WORDS } from '../vocabulary.ts';
import { collapsedText } from '../whitespace.ts';
import { isCopy } from './copy.ts';
import { donations } from './donation.ts';
import { asksForAddressAlone, hasEntries, isForSomethingElse, titlesOf } from './form.ts';
import { formWithNotes, headingBefore } from './heading.ts';
import { addressOf, isRowTo } from './link-row.ts';
import { NAMING_KINDS, NETWORK_ADDRESSES } from './share.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** Newsletter forms, app, follow-us and donation boxes. */
export default { find } satisfies KindFinder;

/** More is not a form, and a longer line is a paragraph. Fixture: clutter/newsletter-edges */
const MAX_REGION_CHARS = 900;
const MAX_LINE_CHARS = 240;
/** Badges of the stores that apps come from. */
const APP_STORE_ADDRESSES = /play\.google\.com\/store|(?:apps|itunes)\.apple\.com/;
/** Where a reader follows a site, whatever the link says. */
const CHANNEL_ADDRESSES = /news\.google\.[^/]+\/publications\/|whatsapp\.com\/\w|\/t\.me\/[+\w]+\/?$/;
/** What may follow the phrase: the end of a sentence, the name of a channel at the end of the line, a list, or nothing. */
const ENDS =
  /^(?:[^,،、，;:]{0,24}(?:[.!。！…]|(?:google|whatsapp|telegram|facebook|instagram)[^,.]{0,24}$)|\s?[:：]|[^\p{L}\p{N}]*$)/iu;
/** Text beside the links of a line in a language without a pack: fewer letters are a row of buttons. Fixture: clutter/closing-boxes */
const MIN_CHARS_BESIDE = 5;
/** Text of such a line beside the phrase and its links. */
const MAX_CHARS_BESIDE = 60;

/**
 * What somebody signs up for, in many languages: phrases that end in "our" go only with one of these. Mail alone says
 * nothing: a ticket and a summons come by mail too. Fixtures: clutter/newsletter-vaccine, clutter/forms-address-alone
 */
const LETTER_WORDS =
  /newslett|inbox|\b(?:our|daily|weekly|monthly|morning|evening|free)(?: \w{1,12})? (?:letters?|briefings?|bulletins?|digests?|editions?|e-?mails?)\b|mailing list|bolet[ií][nm](?! (?:de notas|oficial))|b[uü]lt?[eé]?ten|buletin|infolettre|bulletin d[’']info|lettre d[’'](?:info|actu)|rundbrief|postfach|nyhe[dt]sbrev|nieuwsbrief|uutiskirj|h[ií]rlev[eé]l|рассылк|розсилк|ニュースレター|メールマガジン|メルマガ|뉴스레터|نشر[تة]|خبرنامه|ניוזלטר|न्यूज़लेटर|电子报|電子報|简报|簡報|(?:电子|每日|每周)通讯|(?:電子|每日|每週)通訊/i;
const CHANNEL_WORDS =
  /channel|canale?\b|kanal|kanał|канал|saluran|チャンネル|채널|频道|頻道|قناتنا|कानल|चैनल|ערוץ|\bapps?\b|aplica|приложен|застосун|uygulama|アプリ|앱|应用|應用|google|whatsapp|telegram|facebook|instagram|twitter|youtube|linkedin|bluesky|mastodon|tiktok|threads|social/i;
/** A button that says no more than that one subscribes. */
const SUBSCRIBE_LABEL =
  /^(?:subscribe|abonnieren|s[’']abonner|je m[’']abonne|suscribir(?:se|me)?|suscríbete|assinar|subscrever|подписаться|підписатися|abone ol|اشترك|עضویت|सब्सक्राइब करें|berlangganan|購読(?:する)?|구독(?:하기)?|订阅|訂閱)[\s!»→]*$/i;
/** Addresses, classes and ids of services that send newsletters. */
const SERVICE_NAMES =
  /list-manage\.|mailchimp|mc_?embed|mc4wp|mailerlite|sendinblue|brevo|sendfox|convertkit|klaviyo|substack|beehiiv|buttondown|feedburner\.|follow\.it|getresponse|activecampaign|constantcontact|tinyletter/i;
/** Addresses alone: a class says nothing of where a form sends to. Fixture: clutter/forms */
const LETTER_ADDRESS = /newsletter|mailing-?list/i;
/** A name that says no less than the wording of a button. */
const LETTER_NAME = /newsletter/i;
/** "The Sorrel letter". */
const LETTER_TITLE = /\bletter$/i;

function* find(context: ClutterContext): Iterable<Found | undefined> {
  const { phrases, lines, isFree } = context;
  const isAbout = (text: string) => phrases.is('newsletter', text);
  const begins = (text: string) => offerIn(context, text);
  const isUnnamed = (box: Box) =>
    (box.tag === 'form' && isSignUp(context, box)) ||
    isRowTo(APP_STORE_ADDRESSES, box) ||
    (isRowTo(NETWORK_ADDRESSES, box) && context.blocksOf(box).some(({ text }) => isAbout(text)));
  const isRegion = (box: Box) =>
    box.length < MAX_REGION_CHARS && (isUnnamed(box) || isSignUp(context, box) || isOffer(context, box));
  for (const box of context.regions(NEWSLETTER_WORDS, isRegion, isUnnamed))
    yield box && {
      boxes: [formWithNotes(context, box, (text) => !!begins(text))],
      lines: headingBefore(context, box, isAbout),
      reasons: ['wording', 'build'],
    };
  for (const block of context.page.blocks.slice(context.article.root.first)) {
    const isHead = block.length <= MAX_HEAD_CHARS && !context.claimed.blocks.has(block);
    const box = isHead && offerUnder(context, block);
    if (box) yield { boxes: [box], reasons: ['wording', 'build'] };
  }
  yield* donations(context);
  for (const line of lines) {
    if (line.text.length >= MAX_LINE_CHARS || line.block.kind === 'heading' || isSpeech(line.text)) continue;
    if (isFree(line) && isOfferLine(context, line)) yield { lines: [line], reasons: ['wording', 'build'] };
  }
}

/** The phrase of an offer that the text begins with. One that is open at its end needs a newsletter or a channel to sign up for. */
function offerIn({ phrases }: ClutterContext, text: string): PhraseMatch | null {
  const phrase = phrases.begins('newsletter', text);
  const isComplete = phrase && (phrases.is('newsletter', text) || LETTER_WORDS.test(text) || CHANNEL_WORDS.test(text));
  return isComplete ? phrase : null;
}

/** A form that asks for an address of mail and nothing much else, and that is for a newsletter by what it says or by where it sends to. */
function isSignUp(context: ClutterContext, box: Box): boolean {
  const { element, words } = box;
  if (!asksForAddressAlone(box) || isForSomethingElse(context, box)) return false;
  const form = element.localName === 'form' ? element : findFirst(element, 'form');
  const [action, ...others] = ['action', 'id', 'class'].map((name) => (form && attribute(form, name)) ?? '');
  const names = [words, action, ...others].join(' ');
  if (SERVICE_NAMES.test(names) || LETTER_ADDRESS.test(action ?? '')) return true;
  const labels = new Set(findAll(element, 'label').map(collapsedText));
  const titles = titlesOf(context, box).filter((text) => !isAddressLabel(text) && !labels.has(text));
  if (titles.some((text) => anyLanguageHas('barrier', text))) return false;
  if (titles.some((text) => LETTER_WORDS.test(text) || context.phrases.is('newsletter', text))) return true;
  // One subscribes to warnings and to petitions too. Fixture: clutter/forms-address-alone
  const isElse = !LETTER_NAME.test(names) && titles.some((text) => !SUBSCRIBE_LABEL.test(text));
  return (
    (!isElse || titles.some((text) => LETTER_TITLE.test(text))) && titles.some((text) => SUBSCRIBE_LABEL.test(text))
  );
}

/** "Email", "E-mail address *": the label of a field says nothing about the form. */
const isAddressLabel = (text: string): boolean =>
  /^\P{L}*e-?mail(?:\P{L}|$)/iu.test(text) && text.length <= MAX_BUTTON_CHARS;

/** A Box that is called a newsletter's, has nothing to fill in, and makes an offer: its first words, and a button or link. */
function isOffer(context: ClutterContext, box: Box): boolean {
  const blocks = context.blocksOf(box);
  const [head] = blocks;
  if (!head || hasEntries(box) || blocks.some(({ kind }) => STAYING_KINDS.has(kind))) return false;
  if (blocks.some(({ text }) => anyLanguageHas('barrier', text))) return false;
  const isActive = box.linkLength > 0 || findFirst(box.element, 'button,[role=button]') !== null;
  if (offerIn(context, head.text)) return isActive || blocks.length === 1;
  return (
    isActive &&
    blocks.some(({ text, length, linkLength }) => {
      const isLabel = length <= MAX_HEAD_CHARS || (length <= MAX_PITCH_CHARS && linkLength > 0.5 * length);
      return isLabel && LETTER_WORDS.test(text);
    })
  );
}

/** Fixture: clutter/named-prose */
const STAYING_KINDS: ReadonlySet<BlockKind> = new Set(['quote', 'code', 'cell', 'caption']);

/** The line begins with the phrase and says hardly anything else, or is nothing but links to channels. */
function isOfferLine(context: ClutterContext, { block, text, links, linkLength }: Line): boolean {
  if (links.length === 0 && NAMING_KINDS.test(block.kind)) return false;
  const phrase = offerIn(context, text);
  if (!phrase) {
    const isChannel = (link: Element) => CHANNEL_ADDRESSES.test(addressOf(link));
    if (linkLength > 0.9 * text.length && links.every(isChannel)) return true;
    const isBehind = isCopy(context) && block.index >= (context.article.body.at(-1)?.index ?? Infinity);
    const beside = text.length - linkLength;
    return (
      isBehind &&
      links.length > 1 &&
      beside >= MIN_CHARS_BESIDE &&
      beside <= MAX_CHARS_BESIDE &&
      namesChannels(text, links)
    );
  }
  const rest = text.slice(phrase.end);
  // A comma shows that the phrase is only the beginning of a sentence.
  const isLinked = links.length > 0 && rest.length - linkLength <= MAX_CHARS_BESIDE && !/^[,،、，;]/.test(rest);
  return (ENDS.test(rest) || isLinked) && !anyLanguageHas('barrier', text);
}

/** "Read NAME on Telegram or Twitter", in whatever language: no sentence, and all of its links lead to places to follow. */
const namesChannels = (text: string, links: readonly Element[]): boolean =>
  !/[.!?。！？।]$/.test(text) && links.every((link) => NETWORK_ADDRESSES.test(addressOf(link)));

/** An offer to sign up: what heads it, a sentence or two, and a button or link. Fixture: clutter/newsletter-edges */
const MAX_HEAD_CHARS = 80;
const MAX_PITCH_CHARS = 200;
const MAX_BUTTON_CHARS = 30;
const MAX_OFFER_BLOCKS = 4;

/** The Box with nothing but an offer to sign up, which begins with `head`. */
function offerUnder(context: ClutterContext, head: Block): Box | null {
  const { page, blocksOf, holdsArticle, place, article } = context;
  for (let up = head.box.parent; up && up.first === head.index; up = up.parent) {
    const [count, last] = [up.end - up.first, page.blocks[up.end - 1] as Block];
    if (count > MAX_OFFER_BLOCKS || up.length > MAX_HEAD_CHARS + MAX_PITCH_CHARS || up.media > 0) return null;
    if (isWithin(article.root, up)) return null;
    if (count < 2 || last.length > MAX_BUTTON_CHARS || place(up) === 'elsewhere') continue;
    const hasButton = isButton(last);
    if (!hasButton && last.linkLength < last.length) continue;
    const isOffered =
      offerIn(context, head.text) ?? (hasButton && blocksOf(up).some(({ text }) => LETTER_WORDS.test(text)));
    if (!isOffered || hasEntries(up) || blocksOf(up).some(({ text }) => anyLanguageHas('barrier', text))) continue;
    // A part of the article has a subheading and no button, and may be a list.
    if (head.kind !== 'heading' || !holdsArticle(up) || hasButton)
      return blocksOf(up).some(({ kind }) => kind === 'item') ? null : up;
  }
  return null;
}

const isButton = ({ nodes: [node], text }: Block): boolean => {
  const button = node?.parentElement && closest(node.parentElement, 'button,[class*=button]');
  return !!button && collapsedText(button) === text;
};
