import { attribute, closest, findAll, read, webUrl } from '../dom.ts';
import { textBeside } from '../lines.ts';
import { listed } from '../listed.ts';
import { memoize } from '../memoize.ts';
import { isUnspaced, wordsIn } from '../phrases/letters.ts';
import { normalize } from '../phrases/normalize.ts';
import { MAX_PAGE_NODES, runToCompletion } from '../steps.ts';
import { hasToken, MAY_HAVE_TOKEN } from '../tokens.ts';
import { collapsedText, collapseWhitespace } from '../whitespace.ts';
import { feedPicture } from './feed-picture.ts';
import { carriesHeadline, type HeadlineAndAddress } from './headline-link.ts';
import { findLinkOut, hostAndSlash } from './links.ts';
import { BROKEN_OFF, isLoneLink } from './lone-link.ts';
import { hostOfPicture } from './picture-host.ts';
import { CARRIED_ADDRESS } from './redirectors.ts';
import { isSameOrganization, isSocialHost, siteOwner } from './site-owner.ts';
import { SOURCE_WORDS, UNSPACED_SOURCE_WORDS } from './source-words.ts';
import { tokenInAddress } from './token-in-address.ts';
import type { LinkOut } from './types.ts';

/** Links that are looked at in one slice. */
const LINKS_PER_SLICE = 25;

/**
 * Whether the page may be a repost. For most pages this is all that is ever done, so it knows no language: of the
 * phrases it has one word each. No Verdict becomes `repost` without a Signal that names a place elsewhere, or a text with
 * a {@link hasRepostSign sign}. The prefilter looks for what these Signals look for (the page's addresses, the lines of
 * its links to other sites, and texts with its headline), but anywhere on the page: so it says yes too often rather than
 * too rarely. Yields between slices of work.
 */
export function* shouldAnalyzeSteps(document: Document, url: string): Generator<undefined, boolean> {
  if (isTooLarge(document)) return false;
  if (statesAddressElsewhere(document, url) || feedPicture(document) || tokenInAddress(document)) return true;
  yield;
  if (hasShadowContent(document)) return true;
  yield;
  const headlines = headlinesOf(document);
  if (hasFooterWithHeadline(document, headlines)) return true;
  yield;
  return yield* hasSourceLink(document, url, headlines);
}

/** {@link shouldAnalyzeSteps} in one go. */
export const shouldAnalyze = (document: Document, url: string): boolean =>
  runToCompletion(shouldAnalyzeSteps(document, url));

/** A page with fewer elements is not counted in full. */
const MIN_COUNTED_ELEMENTS = MAX_PAGE_NODES / 10;

/** How many elements of a name there are; `*` for all. Makes no object for any of them. */
const countOf = (document: Document, name: string): number =>
  read(document, 'getElementsByTagName').call(document, name).length;

/** The page has more nodes than the engine takes on. */
export function isTooLarge(document: Document): boolean {
  const elements = countOf(document, '*');
  if (elements > MAX_PAGE_NODES || elements < MIN_COUNTED_ELEMENTS) return elements > MAX_PAGE_NODES;
  return evaluate(document, 'count(//node())', 1).numberValue > MAX_PAGE_NODES;
}

/** Elements without text for a reader. That they are added says nothing about the content. */
export const NON_CONTENT_TAGS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'link',
  'meta',
  'base',
  'noscript',
  'template',
]);

/** In these an address is shown, or typed, or already a link. */
const NO_ADDRESS_SELECTOR = 'a,code,pre,kbd,samp,textarea';
/** An address that is written out. */
const ADDRESS = /https?:\/\/([^/\s"'<>]{4,})/gi;

/** A line that names a source by its address is no longer. Data that pages keep in texts is. UTF-16 units. */
const MAX_CHARS_WITH_ADDRESS = 500;

/** The text has what is a sign of a repost wherever it stands: a token, or another site's address that is not a link. */
export function hasRepostSign(text: Text): boolean {
  const { data, parentElement } = text;
  if (hasToken(data)) return true;
  if (data.length > MAX_CHARS_WITH_ADDRESS || !data.includes(SCHEME_END)) return false;
  if (!parentElement || closest(parentElement, NO_ADDRESS_SELECTOR)) return false;
  const here = webUrl('/', read(text, 'baseURI'))?.hostname ?? '';
  return [...data.matchAll(ADDRESS)].some(([, host = '']) => !isSameOrganization(host, here));
}

const SCHEME_END = '://';
/** What a text with such a sign matches. A cheap test that rules out nearly every text. */
export const MAY_BE_SIGN = new RegExp(`${MAY_HAVE_TOKEN.source}|${SCHEME_END}`, 'i');

/** A shorter headline may well be a name that the page repeats. UTF-16 units. */
const MIN_HEADLINE_CHARS = 12;
/** Only the first headings may be the headline. */
const MAX_HEADINGS = 3;

/** What may be the headline: the first headings, and the title where none of them is in it. */
function headlinesOf(document: Document): string[] {
  const isLong = ({ length }: string) => length >= MIN_HEADLINE_CHARS;
  const headings = findAll(document, 'h1').slice(0, MAX_HEADINGS).map(collapsedText).filter(isLong);
  const title = collapseWhitespace(read(document, 'title'));
  return headings.some((heading) => title.includes(heading)) ? headings : [...headings, title].filter(isLong);
}

const ADDRESS_SELECTOR = 'link[rel~=canonical i],meta[property="og:url" i],meta[name="og:url" i]';

/** The page states an address on another site as its own. It stands in the head: it can be asked while the page arrives. */
export function statesAddressElsewhere(document: Document, url: string): boolean {
  const here = webUrl(url, url)?.hostname ?? '';
  return findAll(document, ADDRESS_SELECTOR).some((element) => {
    const address = webUrl(attribute(element, 'href') ?? attribute(element, 'content'), url);
    return address !== null && !isSameOrganization(address.hostname, here);
  });
}

/** A page with more paragraphs has its text where selectors reach it. */
const MAX_PARAGRAPHS_AROUND_SHADOW = 10;
/** XPath of elements that may have a shadow root with content: custom ones, and boxes with nothing in them. */
const SHADOW_HOSTS =
  '//*[contains(local-name(.),"-") or ((self::div or self::section or self::article or self::main) and not(node()))]';

/** Text stands in an open shadow root, where no selector of the prefilter reaches. */
function hasShadowContent(document: Document): boolean {
  if (countOf(document, 'p') > MAX_PARAGRAPHS_AROUND_SHADOW) return false;
  const hosts = evaluate(document, SHADOW_HOSTS, 6);
  for (let i = 0; i < hosts.snapshotLength; i++) {
    const root = (hosts.snapshotItem(i) as Element).shadowRoot;
    if (root && findAll(root, 'p,article,br').length > 0) return true;
  }
  return false;
}

/** @param type one of the constants of `XPathResult` */
const evaluate = (document: Document, path: string, type: number): XPathResult =>
  read(document, 'evaluate').call(document, path, document, null, type, null);

/**
 * Links that may lead to another host: those with an address on a host that is not the page's, those with an address in
 * their address, and those that may begin with a host. Most links of most pages are neither, and the browser leaves them out faster than we could.
 *
 * @param home of {@link hostAndSlash}
 */
function linkSelector(home: string): string {
  const own = ['http://', 'https://', '//'].map((start) => `[href^="${start}${home}" i]`).join();
  const within = ['=http', '/http', '?http', '%2f%2f', '%252f', '=//', 'aHR0c', '68747470', '/www.', '=www.']
    .map((part) => `a[href*="${part}" i]`)
    .join();
  return `a[href*="//"]:not(${own}),${within},a[href*="."]:not([href*="//"],[href^="/"],[href^="."],[href^="#"],[href*=":"])`;
}
/** A page with more of them is analyzed without looking at them. */
const MAX_LINKS = 2000;

/** A link to another site carries the headline, or stands in a line like those that name a source. */
function* hasSourceLink(document: Document, url: string, headlines: readonly string[]): Generator<undefined, boolean> {
  const here = webUrl(url, url)?.hostname ?? '';
  const isOwn = memoize((host: string) => isSameOrganization(host, here));
  const home = hostAndSlash(url);
  const isSource = sourceTest(document, url, headlines);
  const links = findAll(document, linkSelector(home));
  if (links.length > MAX_LINKS) return true;
  const linksInText = new Map<string, number>();
  for (const [i, element] of links.entries()) {
    if (i % LINKS_PER_SLICE === LINKS_PER_SLICE - 1) yield;
    if (closest(element, 'nav') || isOrdinary(element as HTMLAnchorElement, isOwn)) continue;
    const link = findLinkOut(element as HTMLAnchorElement, url, home, isOwn);
    if (link === null) continue;
    if (isSource(link)) return true;
    const site = link.url && closest(element, 'p') ? siteOwner(link.url.hostname) : '';
    linksInText.set(site, (linksInText.get(site) ?? 0) + 1);
  }
  linksInText.delete('');
  return Math.max(0, ...linksInText.values()) >= MIN_LINKS_TO_SOURCE && hasSourceLabel(document);
}

/**
 * Written out, the address is one of the site's own, or one where people post and share, and has no other address in it.
 * Most links are such: of them nothing more is asked. A link of SVG has no parts.
 */
function isOrdinary(element: Partial<HTMLAnchorElement> & Element, isOwn: (host: string) => boolean): boolean {
  const { hostname = '', pathname = '', search = '' } = element;
  return (
    (isOwn(hostname) || isSocialHost(hostname)) &&
    !CARRIED_ADDRESS.test(pathname + search) &&
    (attribute(element, 'href') ?? '').includes('//')
  );
}

/** A text that names its source without a link has at least so many links to it. */
const MIN_LINKS_TO_SOURCE = 3;
/** A line that names a source, with its label. */
const LABELLED = '//text()[string-length()<90 and (contains(.,":") or contains(.,"："))]';

/** "Source: NAME", without a link. Asked only of pages whose text links another site several times. */
function hasSourceLabel(document: Document): boolean {
  const texts = evaluate(document, LABELLED, 6);
  for (let i = 0; i < texts.snapshotLength; i++)
    if (hasSourceWord((texts.snapshotItem(i) as Text).data.split(/[:：]/)[0] ?? '')) return true;
  return false;
}

/** A link that is a whole line is not "Source" or "Continue reading" if it is longer: it is the title of its page. */
const MAX_SOURCE_LABEL_CHARS = 50;
/** In one of these a link that is a whole line is one of several. */
const ITEM_SELECTOR = 'li,dt,dd,figcaption,caption,blockquote,pre';

/** @returns answers whether a link to another site may name the article's source */
function sourceTest(document: Document, url: string, headlines: readonly string[]): (link: LinkOut) => boolean {
  const owns = headlines.map((headline): HeadlineAndAddress => ({ article: { headline }, page: { url } }));
  // Few pages need it, and it takes a search of the page.
  let pictureSites: Set<string> | undefined;
  return (link) => {
    const { element, linkText } = link;
    if (linkText === '' || isSocialHost(link.url?.hostname ?? '')) return false;
    if (owns.some((own) => carriesHeadline(own, link))) return true;
    return !isOfTheSite(element) && standsLikeSource(link) && !isInConsent(element);
  };

  /** The link's line is like those that name a source. */
  function standsLikeSource(link: LinkOut): boolean {
    const { element, linkText } = link;
    const before = textBeside(element, 'previousSibling');
    const after = textBeside(element, 'nextSibling');
    const text = collapseWhitespace(before + linkText + after);
    if (namesHeadline(before + after, headlines)) return true;
    const kind = closest(element, ITEM_SELECTOR) ? 'item' : 'paragraph';
    const line = { text, out: [link], links: [element], linkLength: linkText.length, block: { kind } } as const;
    if (isLoneLink(line)) {
      // On its own such a link weighs too little.
      pictureSites ??= new Set(findAll(document, 'img').map((image) => siteOwner(hostOfPicture(image, url) ?? '')));
      if (!link.url || pictureSites.has(siteOwner(link.url.hostname)) || followsExcerpt(link)) return true;
    }
    if (linkText.length > MAX_SOURCE_LABEL_CHARS && linkText.length === text.length) return false;
    return isCredit(before, linkText, after);
  }
}

/** A shorter headline may be a word of the sentence, and a longer text is a paragraph. UTF-16 units. */
const MIN_NAMED_HEADLINE_CHARS = 25;
const MAX_CHARS_AROUND_HEADLINE = 160;

/** The text beside the link has the headline: `This was on NAME under the title "HEADLINE"`. */
const namesHeadline = (beside: string, headlines: readonly string[]): boolean =>
  headlines.some(
    (headline) =>
      headline.length >= MIN_NAMED_HEADLINE_CHARS &&
      beside.length <= headline.length + MAX_CHARS_AROUND_HEADLINE &&
      collapseWhitespace(beside).includes(headline),
  );

/** The link stands in what frames the site, and not in what belongs to an article. */
function isOfTheSite(element: Element): boolean {
  const around = closest(element, 'aside,header,footer');
  return around !== null && !closest(around, 'article,main');
}

const CONSENT_SELECTOR = ['cookie', 'consent', 'gdpr'].map((word) => `[id*=${word} i],[class*=${word} i]`).join();

/** The link stands in a box that asks for consent. Test: repost/prefilter.test.ts */
function isInConsent(element: Element): boolean {
  const around = closest(element, CONSENT_SELECTOR);
  return (
    around !== null && !/^(?:html|body|main|article)$/.test(around.localName) && findAll(around, 'h1,p+p').length === 0
  );
}

/** A line about the source ends soon after its link. UTF-16 units. */
const MAX_CHARS_AFTER_LINK = 45;
/** The words that introduce a source. A longer text is the article's own. UTF-16 units. */
const MAX_CHARS_BEFORE_LINK = 120;

/** The last sentence before a link, with the link and what follows it, has a word that lines about a source have. */
function isCredit(before: string, linkText: string, after: string): boolean {
  const end = collapseWhitespace(after.slice(0, firstSentenceEnd(after)));
  if (end.length > MAX_CHARS_AFTER_LINK) return false;
  const lastWords = before.trimEnd().slice(-MAX_CHARS_BEFORE_LINK - 1);
  const start = lastWords.slice(lastSentenceEnd(lastWords));
  return start.length <= MAX_CHARS_BEFORE_LINK && hasSourceWord(`${start} ${linkText} ${end}`);
}

const SENTENCE_ENDS = '.!?…。！？۔؟।॥։';
const isSentenceEnd = (character = ' '): boolean => SENTENCE_ENDS.includes(character);

/** After the first stop that is followed by white space; the length where there is none. */
function firstSentenceEnd(text: string): number {
  for (let at = 1; at < text.length; at++) if (isSentenceEnd(text[at - 1]) && text[at]?.trim() === '') return at;
  return text.length;
}

/** After the last stop; 0 where there is none. */
function lastSentenceEnd(text: string): number {
  let at = text.length;
  while (at > 0 && !isSentenceEnd(text[at - 1])) at--;
  return at;
}

const sourceWords = listed(SOURCE_WORDS);

/** The text has letters of a script without spaces between words. */
function hasUnspaced(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isUnspaced(text.charCodeAt(at))) return true;
  return false;
}

function hasSourceWord(text: string): boolean {
  const normalized = normalize(text);
  return (
    wordsIn(normalized).some(sourceWords.has) ||
    (hasUnspaced(normalized) &&
      UNSPACED_SOURCE_WORDS.trim()
        .split(/\s+/)
        .some((word) => normalized.includes(word)))
  );
}

/** Nodes between a link and the text before it. */
const MAX_NODES_BETWEEN = 10;

/** The text before the link breaks off. */
function followsExcerpt({ element }: LinkOut): boolean {
  let at: Node | null = element;
  for (let step = 0; at && step < MAX_NODES_BETWEEN; step++) {
    const before: Node | null = read(at, 'previousSibling');
    const text = before ? (read(before, 'textContent') ?? '').trimEnd() : '';
    if (text) return BROKEN_OFF.test(text);
    at = before ?? read(at, 'parentNode');
  }
  return false;
}

/** A feed footer has at least so much text beside the headline. UTF-16 units. */
const MIN_CHARS_BESIDE_HEADLINE = 8;
/** A longer text is not a feed footer. UTF-16 units. */
const MAX_FOOTER_CHARS = 400;
/** Texts with the headline that are looked at. */
const MAX_TEXTS = 20;
const UNREAD_PARENTS = [...NON_CONTENT_TAGS, 'title', 'textarea'].map((tag) => `parent::${tag}`).join(' or ');

/** The headline stands within a text: "The post HEADLINE appeared first on SITE", where the links were taken out. */
const hasFooterWithHeadline = (document: Document, headlines: readonly string[]): boolean =>
  headlines.some((headline) => {
    // XPath cannot escape a quotation mark: the longest part without one is looked for.
    const words = headline.split('"').reduce((longest, part) => (part.length > longest.length ? part : longest));
    const text = `contains(.,"${words}") and string-length()>${headline.length + MIN_CHARS_BESIDE_HEADLINE} and string-length()<${MAX_FOOTER_CHARS}`;
    const texts = evaluate(document, `//text()[${text} and not(${UNREAD_PARENTS})]`, 6);
    for (let i = 0; i < Math.min(texts.snapshotLength, MAX_TEXTS); i++)
      if (hasSourceWord((texts.snapshotItem(i) as Text).data.replace(words, ' '))) return true;
    return false;
  });
