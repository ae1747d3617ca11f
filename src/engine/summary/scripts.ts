/**
 * Kinds of letters. Ranges instead of Unicode properties: a browser takes milliseconds to compile a pattern with `\p{L}`,
 * and a reader waits for the first summary.
 */

/** Letters of scripts that are written without spaces between words: Thai, Lao, Burmese, Khmer, kana, Han. */
export const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ud840-\ud88f]/;

/** Scripts that end sentences with a space: Thai, Lao. */
export const SPACE_ENDS_SENTENCES = /[\u0e00-\u0eff]/;

/** A letter at the beginning, of a script with spaces between words. */
export const STARTS_WITH_SPACED_LETTER = /^[a-z\u00c0-\u0dff\u1100-\u11ff\uac00-\ud7af]/i;

/** A letter of any script, not a digit or mark. */
export const LETTER = /[a-z\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\ud840-\ud88f\uf900-\ufdff\ufe70-\ufefc]/i;

/** A digit of the scripts of the interface's languages. */
export const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/;

/** Whether a text begins with a small letter. Scripts without case have none. */
export function startsSmall(text: string): boolean {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return first !== first.toUpperCase() && first === first.toLowerCase();
}

/** Whether a text begins with a capital. Scripts without case have none. */
export function startsCapital(text: string): boolean {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return first !== first.toLowerCase();
}
