/**
 * Kinds of UTF-16 code units. Ranges instead of Unicode classes: a browser takes up to ten milliseconds to compile a
 * pattern with such a class, on every page.
 */

/** Commas, full stops and hyphens of other scripts. */
const MARKS = new Set([...'՝՞։֊־؛؟،۔॥।၊။។៕・٪'].map((mark) => mark.charCodeAt(0)));

/** A mark, a symbol, an arrow or white space rather than a letter or a number. */
export function isMark(code: number): boolean {
  if (code < 0x80) return !((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90));
  return (
    (code <= 0xbf && code !== 0xaa && code !== 0xba) ||
    code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x20a0 && code <= 0x20cf) ||
    (code >= 0x2190 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x3020) ||
    (code >= 0xd83c && code <= 0xd83e) ||
    (code >= 0xdc00 && code <= 0xdfff) ||
    (code >= 0xfe00 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65) ||
    MARKS.has(code)
  );
}

/** Latin, Arabic, Indian and other digits. */
export const isDigit = (code: number): boolean =>
  code < 0x80
    ? code >= 48 && code <= 57
    : (code >= 0x660 && code <= 0x669) ||
      (code >= 0x6f0 && code <= 0x6f9) ||
      (code >= 0x900 && code <= 0xd7f && (code & 0x7f) >= 0x66 && (code & 0x7f) <= 0x6f) ||
      (code >= 0xe50 && code <= 0xe59) ||
      (code >= 0xed0 && code <= 0xed9) ||
      (code >= 0x1040 && code <= 0x1049) ||
      (code >= 0x17e0 && code <= 0x17e9);

/** A letter of a script without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese. */
export const isUnspaced = (code: number): boolean =>
  code >= 0xe00 &&
  (code <= 0xeff ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x3005 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff));

/** Index of the first letter or digit; the length where there is none. */
export function firstLetter(text: string): number {
  let at = 0;
  while (at < text.length && isMark(text.charCodeAt(at))) at++;
  return at;
}

/** Index after the last letter or digit; 0 where there is none. */
export function lastLetter(text: string): number {
  let at = text.length;
  while (at > 0 && isMark(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The words of a text: its runs of letters and digits, in order. */
export function wordsIn(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isMark(text.charCodeAt(at))) continue;
    if (at > start) words.push(text.slice(start, at));
    start = at + 1;
  }
  return words;
}
