import { lazy } from './lazy.ts';

/** A placeholder that a copying tool left unresolved, as it stands in a text. */
export interface Token {
  /** First character in the text. */
  readonly start: number;
  /** After the last character. */
  readonly end: number;
  readonly token: string;
  /** An ad's place, a field of a copying tool's template, or the syntax of a template engine, which pages use themselves. */
  readonly kind: 'ad' | 'field' | 'template';
}

const OPEN = `(?:[[［]|&(?:amp;)?(?:#0*91|lbrack|#x5b);)`;
const CLOSE = String.raw`(?:[\]］]|&(?:amp;)?(?:#0*93|rbrack|#x5d);)`;
const VALUE = String.raw`=["'“”″]?[\w-]{1,40}["'“”″]?`;
/** Ad slots that were never filled: `[ad_1]`, `[ads 2]`, `[adsense]`, `[ad id=1]`, `[quads id=RndAds]`; and half a token: `[ad_1`. */
const AD = `${OPEN}\\s?(?:ad[sv]?[-_ ]?\\d{1,2}|ads?|adsense|(?:(?:the_)?ad(?:_group)?|quads) id${VALUE}|ad(?:inserter|rotate)(?: \\w+${VALUE})*)\\s?/?${CLOSE}|${OPEN}ad_\\d{1,2}(?!\\w)|(?<!\\w)ad_\\d{1,2}${CLOSE}`;
/** How the names of fields of post templates begin, and what follows: `source_link`, `original_title`. */
const FIELD_START = '(?:matched|original|source|author|item|feed|rss|vid|product|ad|post|article|entry|featured)_';
const FIELD_NAME = `${FIELD_START}\\w{1,16}`;
/** Fields of a post template, as various tools write them: `[source_link]`, `%source_url%`, `{feed_name}`, `#item_link#`. */
const FIELD = `${OPEN}(?:${FIELD_NAME}|keyword)${CLOSE}|(?<![%\\w])%${FIELD_NAME}%(?!%)|(?<![{$])\\{${FIELD_NAME}\\}(?!\\})|(?<![#\\w])#${FIELD_NAME}#`;
/** Fields of template engines: `%%item_content%%`, `{{content}}`, `{% … %}`, `<%= … %>`, `${title}`. */
const TEMPLATE = String.raw`%%[a-z][a-z\d_]{2,30}%%|\{\{\{?\s?[a-z][\w.]{2,40}(?:\s?\|\s?\w+)*\s?\}?\}\}|\{%-?\s?[a-z][^%{}]{0,80}-?%\}|<%=?\s?[a-z][^%<>]{0,80}%>|\$\{[a-z][\w.]{2,40}\}`;

const tokens = lazy(() => new RegExp(`(${AD})|(${FIELD})|${TEMPLATE}`, 'gi'));
/**
 * How each token begins. A text with a token matches it; nearly every other text is ruled out, so that on most pages the
 * browser never compiles the pattern of all tokens.
 */
export const MAY_HAVE_TOKEN = /[[［;]\s?(?:ad|the_ad|quads|keyword)|[[［;%{#][a-z]{2,8}_|ad_\d|%%[a-z]|\{[{%]|<%|\$\{/i;
const SENTENCE_ENDS = '.!?…。！？｡۔؟।॥։:;"”»」』)]';
const CLOSING_MARKS = `"'”’»›」』）)]`;

/** The token is the syntax of a template engine, which may be the page's own, to be filled by its scripts. */
export const isTemplateSyntax = ({ token }: Pick<Token, 'token'>): boolean => /^(?:[{$<]|%%)/.test(token);

/** Called only for texts with a token: a browser takes long to compile a pattern of Unicode classes. */
export const hasLetter = (text: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(text);

/** Replaces markup that was escaped along with a token (`&lt;p>[ad_1]&lt;/p>`) by as many spaces. */
export const withoutTags = (text: string): string =>
  text.replace(/<\/?(?:p|br|div|span)\s?\/?>/g, (tag) => ' '.repeat(tag.length));

/** The text has a token anywhere. */
export const hasToken = (text: string): boolean => MAY_HAVE_TOKEN.test(text) && text.search(tokens()) >= 0;

/**
 * The tokens in a text that are not part of a sentence. These are tokens with nothing but tokens and punctuation beside
 * them, and ad tokens before the first or after the last sentence, between two sentences, or attached to a word. A token
 * that a sentence is about is left out.
 *
 * @param text a text node's data or a Block's text
 * @param every take tokens inside sentences too, except for plain words in brackets: for pages with other tokens
 */
export function findTokens(text: string, every = false): Token[] {
  if (!MAY_HAVE_TOKEN.test(text)) return [];
  const all = [...text.matchAll(tokens())];
  if (all.length === 0) return [];
  // The text before, between and after the tokens.
  const gaps = [...all, null].map((token, i) => {
    const last = all[i - 1];
    return text.slice(last ? last.index + last[0].length : 0, token?.index ?? text.length);
  });
  const firstWords = gaps.findIndex(hasLetter);
  const lastWords = gaps.findLastIndex(hasLetter);
  const alone = firstWords < 0;
  const opens = firstWords !== 0;
  return all
    .filter((match, i) => {
      if (alone || (every && /[_\d]/.test(match[0]))) return true;
      // "Source: %source_url%"
      if (match[2] && i === lastWords && i === firstWords && all.length === 1) return LABEL.test(gaps[i] as string);
      if (!match[1]) return false;
      const before = gaps[i] as string;
      const after = gaps[i + 1] as string;
      const first = i < firstWords;
      const last = i >= lastWords;
      if (first) return startsSentence(after);
      if (last) return endsSentence(before) || (opens && all.length > 1 && startsSentence(gaps[1] as string));
      return endsSentence(before) && startsSentence(after);
    })
    .map((match) => ({
      start: match[2] && LABEL.test(text.slice(0, match.index)) ? 0 : match.index,
      end: match.index + match[0].length,
      token: match[0],
      kind: match[1] ? 'ad' : match[2] ? 'field' : 'template',
    }));
}

/** What names a field that stands behind it. */
const LABEL = /^[^:：.!?]{1,24}[:：]\s*$/;

/** The text after a token starts a sentence, or is attached to the token. */
const startsSentence = (after: string): boolean =>
  hasLetter(after[0] ?? '') || /^["'“‘«„「『(¿¡]*[\p{Lu}\p{Nd}]/u.test(after.trimStart());

/** The text before a token ends a sentence, or is attached to the token. */
const endsSentence = (before: string): boolean => endsInStop(before.trimEnd()) || hasLetter(before.at(-1) ?? '');

/**
 * The text's last mark ends a sentence, closing quotation marks and brackets behind it aside. Reads from the end, so that
 * a text of nothing but such marks takes no longer than another. Test: clutter/growth.test.ts
 */
export function endsInStop(text: string): boolean {
  let at = text.length;
  while (at > 0 && CLOSING_MARKS.includes(text[at - 1] as string)) {
    if (SENTENCE_ENDS.includes(text[at - 1] as string)) return true;
    at--;
  }
  return at > 0 && SENTENCE_ENDS.includes(text[at - 1] as string);
}

/** The text has no letters or numbers outside these tokens, which stand in order. */
export function isOnly(text: string, tokens: readonly Token[]): boolean {
  const starts = [...tokens.map(({ start }) => start), text.length];
  return tokens.length > 0 && starts.every((start, i) => !hasLetter(text.slice(tokens[i - 1]?.end ?? 0, start)));
}
