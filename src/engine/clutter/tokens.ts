/** A placeholder that a copying tool left unresolved, as it stands in a text. */
export interface Token {
  /** First character in the text. */
  readonly start: number;
  /** After the last character. */
  readonly end: number;
  readonly token: string;
}

const OPEN = `(?:[[［]|&(?:amp;)?(?:#0*91|lbrack|#x5b);)`;
const CLOSE = String.raw`(?:[\]］]|&(?:amp;)?(?:#0*93|rbrack|#x5d);)`;
const VALUE = String.raw`=["'“”″]?[\w-]{1,40}["'“”″]?`;
/** Ad slots that were never set up: `[ad_1]`, `[ads 2]`, `[adsense]`, `[ad id=1]`, `[quads id=RndAds]`; and halves: `[ad_1`. */
const AD = `${OPEN}\\s?(?:ad[sv]?[-_ ]?\\d{1,2}|ads?|adsense|(?:(?:the_)?ad(?:_group)?|quads) id${VALUE}|ad(?:inserter|rotate)(?: \\w+${VALUE})*)\\s?/?${CLOSE}|${OPEN}ad_\\d{1,2}(?!\\w)|(?<!\\w)ad_\\d{1,2}${CLOSE}`;
/** Fields of a post template: `[matched_content]`, `[source_link]`. */
const FIELD = `${OPEN}(?:(?:matched|original|source|author|item|vid|product|ad)_\\w{1,12}|keyword)${CLOSE}`;
/** Fields of template engines: `%%item_content%%`, `{{content}}`, `{% … %}`, `<%= … %>`, `${title}`. */
const TEMPLATE = String.raw`%%[a-z][a-z\d_]{2,30}%%|\{\{\{?\s?[a-z][\w.]{2,40}(?:\s?\|\s?\w+)*\s?\}?\}\}|\{%-?\s?[a-z][^%{}]{0,80}-?%\}|<%=?\s?[a-z][^%<>]{0,80}%>|\$\{[a-z][\w.]{2,40}\}`;

const TOKENS = new RegExp(`(${AD})|${FIELD}|${TEMPLATE}`, 'gi');
const MAYBE = /[[［\]］&{]|%[%=>}]|<%/;
export const ENDS_SENTENCE = /[.!?…。！？｡۔؟।॥։:;"”»」』)\]]["'”’»›」』）)\]]*$/;

/** A pattern of Unicode's classes takes the browser a while to make: no page load pays for it that has no token. */
export const hasLetter = (text: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(text);

/** Whether it is worth looking for tokens in the text: in nearly none it is. */
export const mayHaveToken = (text: string): boolean => MAYBE.test(text);

/** The text with spaces for markup that was escaped along with a token: `&lt;p>[ad_1]&lt;/p>`. As long as it was. */
export const withoutTags = (text: string): string =>
  text.replace(/<\/?(?:p|br|div|span)\s?\/?>/g, (tag) => ' '.repeat(tag.length));

/** There is a token in the text, wherever. */
export const hasToken = (text: string): boolean => mayHaveToken(text) && text.search(TOKENS) >= 0;

/**
 * Tokens in a text that do not belong to a sentence: those with nothing but tokens and marks beside them, and ad
 * tokens before the first or after the last sentence, between two sentences, or stuck to a word. A token that a
 * sentence talks about is left out.
 *
 * @param text a text node's data or a Block's text
 * @param every count all that are no word in brackets, in sentences too: where the page is known to be littered
 */
export function findTokens(text: string, every = false): Token[] {
  if (!mayHaveToken(text)) return [];
  const all = [...text.matchAll(TOKENS)];
  if (all.length === 0) return [];
  // What stands between tokens: the text without them.
  const gaps = [...all, null].map((token, i) => {
    const last = all[i - 1];
    return text.slice(last ? last.index + last[0].length : 0, token?.index ?? text.length);
  });
  const alone = !gaps.some((gap) => hasLetter(gap));
  const opens = alone || !hasLetter(gaps[0] as string);
  return all
    .filter((match, i) => {
      if (alone || (every && /[_\d]/.test(match[0]))) return true;
      if (!match[1]) return false;
      const before = gaps[i] as string;
      const after = gaps[i + 1] as string;
      const first = !hasLetter(gaps.slice(0, i + 1).join(''));
      const last = !hasLetter(gaps.slice(i + 1).join(''));
      if (first) return startsSentence(after);
      if (last) return endsSentence(before) || (opens && all.length > 1 && startsSentence(gaps[1] as string));
      return endsSentence(before) && startsSentence(after);
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length, token: match[0] }));
}

/** The words after a token are a sentence of their own, not one about the token. */
const startsSentence = (after: string): boolean =>
  hasLetter(after[0] ?? '') || /^["'“‘«„「『(¿¡]*[\p{Lu}\p{Nd}]/u.test(after.trimStart());

/** The words before a token have come to an end, or run into it. */
const endsSentence = (before: string): boolean =>
  ENDS_SENTENCE.test(before.trimEnd()) || hasLetter(before.at(-1) ?? '');

/** The text has nothing but these tokens and marks. */
export function isOnly(text: string, tokens: readonly Token[]): boolean {
  const rest = tokens.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return tokens.length > 0 && !hasLetter(rest);
}
