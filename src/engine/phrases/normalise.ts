/**
 * Two wordings that a reader takes for the same become the same string: case, width, presentation forms, tatweel,
 * vowel marks and accents, look-alike letters of Arabic script, typographic quotes, dashes, invisible characters and
 * white space are evened out. Works code point by code point, so that what was found can be traced back.
 */

/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel marks and tatweel, invisible and direction marks. */
const DROPPED =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/g;
const EVEN: Readonly<Record<string, string>> = Object.fromEntries(
  ['يىی', 'كک', 'هہھ', 'ةۃ', 'iı', 'lł', 'oø', 'dđ', `'‘’‛′ʼ\`´‹›`, '"“”„‟«»', '-‐‑‒–—―−'].flatMap(
    ([first, ...others]) => others.map((other) => [other, first as string]),
  ),
);
const UNEVEN = new RegExp(`[${Object.keys(EVEN).join('')}]`, 'g');
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;

function even(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(UNEVEN, (character) => EVEN[character] as string);
}

/** The normalised form: lower case, decomposed, white space folded to single spaces and trimmed. */
export function normalise(text: string): string {
  const quoted = PLAIN.test(text) ? text : text.replace(UNEVEN, (character) => EVEN[character] as string);
  const evened = PLAIN.test(quoted) ? quoted.toLowerCase() : even(quoted);
  return evened.replace(/\s+/g, ' ').trim();
}

/**
 * Where a stretch of `normalise(text)` lies in `text`.
 *
 * @param start first character, in the normalised text
 * @param end after the last character, in the normalised text
 */
export function locate(text: string, start: number, end: number): { start: number; end: number } {
  let at = 0;
  let pending = false;
  let from = -1;
  let to = -1;
  let offset = 0;
  for (const character of text) {
    const next = offset + character.length;
    for (const piece of even(character)) {
      if (/\s/.test(piece)) {
        pending = at > 0;
        continue;
      }
      if (pending) at++;
      pending = false;
      if (at >= start && at < end) {
        if (from < 0) from = offset;
        to = next;
      }
      at += piece.length;
    }
    offset = next;
  }
  return from < 0 ? { start: 0, end: 0 } : { start: from, end: to };
}

/** A mark, a symbol, an arrow or white space rather than a letter or a number, by its UTF-16 code unit. */
export function isMark(code: number): boolean {
  if (code < 0x80) return !((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90));
  return (
    code <= 0xbf ||
    code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x20a0 && code <= 0x20cf) ||
    (code >= 0x2190 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x3020) ||
    (code >= 0xd83c && code <= 0xd83e) ||
    (code >= 0xdc00 && code <= 0xdfff) ||
    (code >= 0xfe00 && code <= 0xfe4f) ||
    MARKS.has(code)
  );
}

/** Commas, stops and hyphens of other scripts. */
const MARKS = new Set([...'՝՞։֊־؛؟،۔।॥።၊။។៕・'].map((mark) => mark.charCodeAt(0)));
