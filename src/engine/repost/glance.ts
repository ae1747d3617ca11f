import { languageOf, lettersOf } from '../article/language.ts';
import { wordsBeside } from '../clutter/lines.ts';
import { hasToken, mayHaveToken } from '../clutter/tokens.ts';
import { attribute, closest, findAll, read, webUrl } from '../dom.ts';
import { fold, foldedText } from '../fold.ts';
import { type Phrases, phrases } from '../phrases/index.ts';
import { remember } from '../remember.ts';
import { isLone } from './closing.ts';
import { houseOf, sameHouse } from './house.ts';
import { houseOfPicture } from './pictures.ts';
import { homeOf, type LinkOut, lookOut } from './scene.ts';
import { BROKEN_OFF } from './signals/continues-elsewhere.ts';
import { carriesHeadline, type Titled } from './slug.ts';
import { readLine } from './source-lines.ts';

/**
 * Whether the page can be a repost, by a glance: at its addresses, the lines of its links to other houses, and what
 * stands around its headline. For most pages that is all that is ever done. No Verdict becomes `repost` without a
 * Signal that names a place elsewhere, or a {@link isSign sign} in a text. The glance asks what these Signals ask, but
 * anywhere on the page, and so says yes too often rather than too rarely.
 */
export function mayBeRepost(document: Document, url: string): boolean {
  const here = webUrl(url, url)?.hostname ?? '';
  const isOwn = remember((host: string) => sameHouse(host, here));
  if (isElsewhere(document, url, isOwn) || hasShadow(document)) return true;
  const headlines = headlinesOf(document);
  return isNamed(document, headlines) || hasSource(document, url, isOwn, headlines);
}

/** Elements of which a reader reads nothing, and whose coming says nothing about the content. */
export const SILENT = new Set(['script', 'style', 'link', 'meta', 'base', 'noscript', 'template']);

/** What the content script goes by, which sees the texts as they arrive, for whoever has all of a page at once. */
export function callsForALook(document: Document, url: string): boolean {
  const texts = read(document, 'createTreeWalker').call(document, document, 4);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (!SILENT.has(text.parentElement?.localName ?? '') && isSign(text as Text)) return true;
  return mayBeRepost(document, url);
}

/** A text holds what is a sign wherever it stands: a token, or an address written out, without a link. */
export const isSign = (text: Text): boolean =>
  hasToken(text.data) || (text.data.includes(WRITTEN) && !(text.parentElement && closest(text.parentElement, 'a')));

/** Whether it is worth asking {@link isSign}: of nearly no text it is. */
export const mayBeSign = (text: string): boolean => mayHaveToken(text) || text.includes(WRITTEN);

const WRITTEN = '://';
const textOf = (node: Node): string => read(node, 'textContent') ?? '';

/** First headings that may be the headline. */
const HEADINGS = 3;

/** What may be the headline; the title where it is not one of the headings, with the site's name behind it or not. */
function headlinesOf(document: Document): string[] {
  const isLong = ({ length }: string) => length >= SHORTEST;
  const headings = findAll(document, 'h1').slice(0, HEADINGS).map(foldedText).filter(isLong);
  const title = fold(read(document, 'title'));
  return headings.some((heading) => title.includes(heading)) ? headings : [...headings, title].filter(isLong);
}

const ADDRESSES = 'link[rel~=canonical i],meta[property="og:url" i],meta[name="og:url" i]';

/** The page says that its address is one of another house. */
const isElsewhere = (document: Document, url: string, isOwn: (host: string) => boolean): boolean =>
  findAll(document, ADDRESSES).some((element) => {
    const address = webUrl(attribute(element, 'href') ?? attribute(element, 'content'), url);
    return address !== null && !isOwn(address.hostname);
  });

/** Elements that may have a shadow root: custom ones, and boxes with nothing in them. */
const HOSTS =
  '//*[contains(local-name(.),"-") or ((self::div or self::section or self::article or self::main) and not(node()))]';

/** Something is written in an open shadow root, where a glance does not reach. */
function hasShadow(document: Document): boolean {
  const hosts = found(document, HOSTS, 6);
  for (let i = 0; i < hosts.snapshotLength; i++) {
    const root = (hosts.snapshotItem(i) as Element).shadowRoot;
    if (root && findAll(root, 'p,article,br').length > 0) return true;
  }
  return false;
}

/** @param type one of `XPathResult`'s */
const found = (document: Document, path: string, type: number): XPathResult =>
  read(document, 'evaluate').call(document, path, document, null, type, null);

/** Most links of most pages have no host in them. */
const AWAY = 'a[href*="//"],a[href*="%2f%2f" i]';
/** With more than these a page is no longer glanced at. */
const MOST_LINKS = 2000;
const FURNITURE = 'nav';
/** Nothing that says "Source" or "Continue reading" and no more is as long: it says what the linked page is about. */
const LONGEST_SAID = 50;
/** A link alone in one of these is one of several. */
const ITEMS = 'li,dt,dd,figcaption,caption,blockquote,pre';

/** A link to another house carries the headline, or stands in a line like those that name a source. */
function hasSource(
  document: Document,
  url: string,
  isOwn: (host: string) => boolean,
  headlines: readonly string[],
): boolean {
  const home = homeOf(url);
  const titled = headlines.map((headline): Titled => ({ article: { headline }, page: { url } }));
  let pictures: Set<string | null> | undefined;
  let said: Phrases | undefined;
  const isSource = (link: LinkOut): boolean => {
    const { element } = link;
    if (link.said === '') return false;
    if (titled.some((one) => carriesHeadline(one, link))) return true;
    const text = fold(wordsBeside(element, 'previousSibling') + link.said + wordsBeside(element, 'nextSibling'));
    const kind = closest(element, ITEMS) ? 'item' : 'paragraph';
    const line = { text, out: [link], links: [element], linkLength: link.said.length, block: { kind } } as const;
    if (isLone(line)) {
      // Alone it weighs too little.
      pictures ??= new Set(findAll(document, 'img').map((image) => houseOfPicture(image, url)));
      if (!link.url || pictures.has(houseOf(link.url.hostname)) || followsExcerpt(link)) return true;
    }
    if (link.said.length > LONGEST_SAID && link.said.length === text.length) return false;
    said ??= phrases(languageIn(document));
    return readLine(line, said) !== null || said.is('continue', link.said) || said.match('feedFooter', text) !== null;
  };
  const links = findAll(document, AWAY);
  return (
    links.length > MOST_LINKS ||
    links.some((element) => {
      if (closest(element, FURNITURE)) return false;
      const link = lookOut(element as HTMLAnchorElement, url, home, isOwn);
      return link !== null && isSource(link);
    })
  );
}

/** How far from a link the text before it may be, in nodes. */
const MOST_STEPS = 10;

/** The text before the link breaks off. */
function followsExcerpt({ element }: LinkOut): boolean {
  let at: Node | null = element;
  for (let step = 0; at && step < MOST_STEPS; step++) {
    const before: Node | null = read(at, 'previousSibling');
    const text = before ? textOf(before).trimEnd() : '';
    if (text) return BROKEN_OFF.test(text);
    at = before ?? read(at, 'parentNode');
  }
  return false;
}

/** Paragraphs that tell the language. */
const SAMPLE = 40;

function languageIn(document: Document): string {
  const paragraphs = findAll(document, 'p').slice(0, SAMPLE);
  const root = read(document, 'documentElement');
  return languageOf(lettersOf(paragraphs.map((paragraph) => ({ text: textOf(paragraph) }))), attribute(root, 'lang'));
}

/** Shorter ones may well be a name that is said again. UTF-16 units. */
const SHORTEST = 12;
/** What a footer says beside the headline, at least, and the longest one. UTF-16 units. */
const BESIDE = 8;
const LONGEST = 400;
const UNREAD = [...SILENT, 'title', 'textarea'].map((tag) => `parent::${tag}`).join(' or ');

/** The headline stands within a text: "The post HEADLINE appeared first on SITE", where the links were taken out. */
const isNamed = (document: Document, headlines: readonly string[]): boolean =>
  headlines.some((headline) => {
    // XPath knows no way to write a quotation mark inside of them.
    const words = headline.split('"').reduce((most, part) => (part.length > most.length ? part : most));
    const text = `contains(.,"${words}") and string-length()>${headline.length + BESIDE} and string-length()<${LONGEST}`;
    return found(document, `boolean(//text()[${text} and not(${UNREAD})])`, 3).booleanValue;
  });
