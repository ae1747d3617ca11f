import { memoizeWeak } from '../memoize.ts';
import { wordsIn } from '../phrases/letters.ts';
import { normalize } from '../phrases/normalize.ts';
import { isSameWording } from '../similarity.ts';
import type { Article, Page } from '../types.ts';
import { leadsToArticle } from './links.ts';
import { hasOtherScript, inLatin } from './transliterate.ts';
import type { LinkOut } from './types.ts';

/** Fewer words, or fewer letters, in common say nothing. Test: repost/edges.test.ts */
const MIN_WORDS = 3;
const MIN_LETTERS = 12;
/** Share of the words, of the text that has fewer, that must be in the other one. Fixture: repost/link-blog */
const MIN_SHARED = 0.7;
/** A shorter headline may well be a name. Test: repost/edges.test.ts */
const MIN_HEADLINE_CHARS = 13;
/** A path of several words, or of one in another script. */
const PATH_OF_WORDS = /[-_+][^/]*[-_+]|%[0-9a-f]{2}.*%[0-9a-f]{2}/i;

/** UTF-16 units of the name of a site. */
const MAX_SITE_NAME_CHARS = 40;

/** "HEADLINE - NAME", as titles of pages are, without the name. Fixture: repost/opening-link-title */
function withoutSiteName(text: string): string {
  const mark = Math.max(...[' | ', ' - ', ' – ', ' — '].map((one) => text.lastIndexOf(one)));
  return mark > 0 && text.length - mark <= MAX_SITE_NAME_CHARS ? text.slice(0, mark) : text;
}

/** Words of the longest part of an address, which usually is made from the headline. */
function slugWordsOf(path: string): string[] {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // Not encoded as it should be: taken as it is written.
  }
  const parts = decoded.split('/').map((part) => part.replace(/\.\w{2,5}$/, ''));
  return wordsOf(parts.reduce((longest, part) => (part.length > longest.length ? part : longest), ''));
}

/** Words of two letters or more: addresses usually leave shorter ones out. */
const wordsOf = (text: string): string[] =>
  wordsIn(normalize(text))
    .filter((word) => word.length > 1 && !/^\d+$/.test(word))
    .map(withoutUmlauts);

/** Addresses have "ae" or "a" for "ä" and "æ", "aa" or "a" for "å", "ss" for "ß". Fixture: repost/headline-with-umlauts */
const withoutUmlauts = (word: string): string =>
  word
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'a')
    .replace(/œ/g, 'o')
    .replace(/([aou])e|aa/g, (two) => two.charAt(0));

/** @param minOfMore share of the words, of the text that has more, that must be in the other one */
function shareWords(a: readonly string[], b: readonly string[], minOfMore: number): boolean {
  const [fewer, more] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  if (fewer.length < MIN_WORDS || fewer.join('').length < MIN_LETTERS) return false;
  const shared = fewer.filter((word) => more.has(word)).length;
  return shared >= MIN_SHARED * fewer.length && shared >= minOfMore * more.size;
}

/** What has a headline and an address. */
export interface HeadlineAndAddress {
  readonly article: Pick<Article, 'headline'>;
  readonly page: Pick<Page, 'url'>;
}

const ownWordsOf = memoizeWeak(({ article, page: { url } }: HeadlineAndAddress) => ({
  headline: wordsOf(article.headline ?? ''),
  address: URL.canParse(url) ? slugWordsOf(new URL(url).pathname) : [],
  /** The headline as addresses have it that are in Latin letters. Fixture: repost/headline-in-latin */
  latin: hasOtherScript((article.headline ?? '').toLowerCase()) ? wordsOf(article.headline ?? '').map(inLatin) : [],
}));

/**
 * The link's text or address has the article's headline, or the words of the page's own address.
 *
 * @param minOfMore share of the headline that must be there; an address may have shortened it
 */
export const carriesHeadline = (own: HeadlineAndAddress, link: CarryingLink, minOfMore = 0): boolean =>
  // Asked last: nearly no link has the headline.
  hasHeadline(own, link, minOfMore) && leadsToArticle(link);

/** Words that a title shares with the headline of an article about the same thing. Fewer letters are small words. */
const MIN_TITLE_WORDS = 2;

/**
 * The link's text is a title that has words of the headline and is not the headline: a study, an event or a product has
 * a name of its own, and so has another article. One that was cut off is no other. Fixture: repost/closing-title
 */
export function hasOtherTitle(
  { article: { headline } }: Pick<HeadlineAndAddress, 'article'>,
  linkText: string,
): boolean {
  if (!headline || /^\S*$/.test(linkText) || /(?:…|\.{3})$/.test(linkText)) return false;
  if (isSameWording(linkText, headline) || isSameWording(withoutSiteName(linkText), headline)) return false;
  const words = new Set(wordsOf(linkText));
  const own = wordsOf(headline);
  const shared = own.filter((word) => words.has(word));
  return shared.length >= MIN_TITLE_WORDS && shared.length < own.length && shared.join('').length >= MIN_LETTERS;
}

type CarryingLink = Pick<LinkOut, 'url' | 'via' | 'linkText'>;

function hasHeadline(own: HeadlineAndAddress, { url, linkText }: CarryingLink, minOfMore: number): boolean {
  const headline = own.article.headline ?? '';
  const isHeadline = (text: string) => isSameWording(text, headline);
  if (url && PATH_OF_WORDS.test(url.pathname)) {
    const words = ownWordsOf(own);
    const slug = slugWordsOf(url.pathname);
    // The page's address is a shortened headline already.
    const minOfAddress = minOfMore && MIN_SHARED;
    if (shareWords(slug, words.headline, minOfMore) || shareWords(slug, words.address, minOfAddress)) return true;
    if (words.latin.length > 0 && shareWords(slug.map(inLatin), words.latin, minOfMore)) return true;
    // A script without spaces between words.
    if (slug.length < MIN_WORDS && isHeadline(slug.join(' '))) return true;
  }
  if (headline.length < MIN_HEADLINE_CHARS) return false;
  const named = withoutSiteName(linkText);
  return isHeadline(linkText) || (named !== linkText && isHeadline(named));
}
