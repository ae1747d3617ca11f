/**
 * Words that are only ever compared, never shown, travel as 25-bit hashes. The hash is the polynomial of Karp and Rabin
 * ("Efficient randomized pattern-matching algorithms", 1987), modulo 2^25, so that the hash of any stretch of a text
 * follows from those of two beginnings. A line of a page is compared with some hundred phrases: one in 100,000 lines
 * is taken for a phrase that it is not. What is worked out at build time stands in the files named `printed.ts`.
 */

export const BASE = 0x01000193;

/** One more than a digit can say. */
export const DIGITS = 85;
/** Digits of a printed hash: what is below 2^25 has four. */
export const HASH_DIGITS = 4;
const MASK = 2 ** 25 - 1;

/** The 85 digits are `(` to `~` without `\` and the grave accent: one byte each, never escaped. */
export const digit = (value: number) => String.fromCharCode(value + 40 + (value >= 52 ? 1 : 0) + (value >= 55 ? 1 : 0));
const digitValue = (code: number) => code - 40 - (code > 92 ? 1 : 0) - (code > 96 ? 1 : 0);

/** The hash of a text and one more UTF-16 unit. */
export const extended = (hash: number, unit: number): number => masked(Math.imul(hash, BASE) + unit);

/** Modulo 2^25, of numbers below zero too. */
export const masked = (number: number): number => number & MASK;

export function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = extended(hash, text.charCodeAt(i));
  return hash;
}

/** As {@link HASH_DIGITS} digits, the lowest first. */
export function printHash(hash: number): string {
  let rest = hash;
  let text = '';
  for (let i = 0; i < HASH_DIGITS; i++) {
    text += digit(rest % DIGITS);
    rest = Math.floor(rest / DIGITS);
  }
  return text;
}

/** Reads the digits from `start` to before `end`, the lowest first. */
export function readNumber(printed: string, start: number, end: number): number {
  let number = 0;
  for (let i = end - 1; i >= start; i--) number = number * DIGITS + digitValue(printed.charCodeAt(i));
  return number;
}

/** Texts as hashes without a sign between them. */
export const printHashes = (texts: readonly string[]): string => texts.map((text) => printHash(hashOf(text))).join('');

/** Reads what {@link printHashes} wrote. */
export function readHashes(printed: string): number[] {
  const hashes: number[] = [];
  for (let i = 0; i < printed.length; i += HASH_DIGITS) hashes.push(readNumber(printed, i, i + HASH_DIGITS));
  return hashes;
}
