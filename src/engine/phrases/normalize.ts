/**
 * Makes texts equal that a reader takes for the same: removes differences in case, width, presentation forms, tatweel,
 * vowel marks and accents, similar letters of Arabic script, typographic quotes, dashes, invisible characters and white
 * space. Works code point by code point, so that offsets can be traced back.
 */
import { lazy } from '../lazy.ts';

/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel marks and tatweel, invisible and direction marks. */
const DROPPED =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/g;
const ALIKE = ['يىی', 'كک', 'هہھ', 'ةۃ', 'iı', 'lł', 'oø', 'dđ', `'‘’‛′ʼ\`´‹›`, '"“”„‟«»', '-‐‑‒–—―−'];
const uneven = lazy(() => {
  const first = new Map(ALIKE.flatMap(([one, ...others]) => others.map((other) => [other, one as string])));
  return { first, any: new RegExp(`[${[...first.keys()].join('')}]`, 'g') };
});
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;

/** The first of characters that are alike stands for all of them. */
const evened = (text: string): string => text.replace(uneven().any, (one) => uneven().first.get(one) as string);

const even = (text: string): string =>
  evened(text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(DROPPED, ''));

/** The normalised form: lower case, decomposed, white space collapsed to single spaces, trimmed. */
export function normalize(text: string): string {
  const quoted = PLAIN.test(text) ? text : evened(text);
  const lower = PLAIN.test(quoted) ? quoted.toLowerCase() : even(quoted);
  return lower.replace(/\s+/g, ' ').trim();
}

/**
 * Where a stretch of `normalize(text)` lies in `text`.
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
