/**
 * Words that are only ever compared, never shown, travel as hashes. The hash is the polynomial of Karp and Rabin
 * ("Efficient randomized pattern-matching algorithms", 1987), modulo 2^32, so that the hash of any stretch of a text
 * follows from those of two beginnings. A line of a page is compared with some hundred phrases: one in 70,000 lines
 * is taken for a phrase that it is not. What is worked out at build time stands in the files named `printed.ts`.
 */

export const BASE = 0x01000193;

/** One more than a digit can say. */
export const DIGITS = 91;
/** Digits of a printed hash, of which the last 26 bits count. */
export const HASH_DIGITS = 4;
const MASK = 2 ** 26 - 1;

/** The 91 digits are `#` to `~` without `\`: one byte each, never escaped. */
export const digit = (value: number) => String.fromCharCode(value + 35 + (value >= 57 ? 1 : 0));

/** The hash of a text and one more UTF-16 unit. */
export const extended = (hash: number, unit: number): number => (Math.imul(hash, BASE) + unit) | 0;

/** Modulo 2^26, of numbers below zero too. */
export const masked = (number: number): number => number & MASK;

export function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = extended(hash, text.charCodeAt(i));
  return hash;
}

/** As so many digits, the lowest first. */
function printNumber(number: number, digits: number): string {
  let rest = number;
  let text = '';
  for (let i = 0; i < digits; i++) {
    text += digit(rest % DIGITS);
    rest = Math.floor(rest / DIGITS);
  }
  return text;
}

export const printHash = (hash: number): string => printNumber(masked(hash), HASH_DIGITS);

/** Reads the digits from `start` to before `end`, the lowest first. */
export function readNumber(printed: string, start: number, end: number): number {
  let number = 0;
  for (let i = end; i-- > start; ) {
    const code = printed.charCodeAt(i);
    number = number * DIGITS + code - (code > 92 ? 36 : 35);
  }
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

/** A hash, and what the word is about: the same word can stand in a set under several subjects. */
export type Entry = readonly [hash: number, subject: number];

/** How often a word that is not in a set is taken for one that is: once in so many times. */
const ROOM = 2 ** 21;

/** Where an entry stands in a set of `size`: anywhere below `size` × `ROOM`. */
const placeOf = ([hash, subject]: Entry, size: number): number =>
  Math.floor((Math.imul(extended(hash, subject), 0x9e3779b1) >>> 0) * size * (ROOM / 2 ** 32));

/** The places in a set are printed as distances: the last digits of each as they are, what is above them in half a digit. */
const LOW_DIGITS = 3;
const HIGH = DIGITS ** LOW_DIGITS;
/** Half a digit that says: as far as that, and then comes another half. */
const FARTHER = 8;

/**
 * A set of entries: their places in order, each as its distance from the one before, in three and a half digits. Hashes
 * would have to have `ROOM` × `size` values to be mistaken as seldom, and that is more than four digits.
 */
export function printSet(entries: readonly Entry[]): string {
  const places = entries.map((entry) => placeOf(entry, entries.length)).sort((a, b) => a - b);
  const halves = places.flatMap((place, i) => {
    const distance = place - (places[i - 1] ?? 0);
    const high = Math.floor(distance / HIGH);
    const farther = Array.from({ length: Math.floor(high / FARTHER) }, () => ({ high: FARTHER, low: '' }));
    return [...farther, { high: high % FARTHER, low: printNumber(distance % HIGH, LOW_DIGITS) }];
  });
  let text = '';
  for (let i = 0; i < halves.length; i += 2) {
    const [first, second] = [halves[i], halves[i + 1] ?? { high: FARTHER, low: '' }];
    if (first) text += digit(first.high * (FARTHER + 1) + second.high) + first.low + second.low;
  }
  return text;
}

/** What {@link printSet} wrote, read when it is first asked. */
export function printedSet(printed: string) {
  let places: ReadonlySet<number> | undefined;
  let size = 0;

  function placesIn(): ReadonlySet<number> {
    const found = new Set<number>();
    let place = 0;
    for (let at = 0, other = -1; at < printed.length; ) {
      let high = other;
      if (high < 0) {
        const halves = readNumber(printed, at, ++at);
        high = Math.floor(halves / (FARTHER + 1));
        other = halves % (FARTHER + 1);
      } else other = -1;
      place += high * HIGH;
      if (high < FARTHER) {
        place += readNumber(printed, at, at + LOW_DIGITS);
        at += LOW_DIGITS;
        found.add(place);
        size++;
      }
    }
    return found;
  }

  return {
    has(hash: number, subject = 0): boolean {
      places ??= placesIn();
      return places.has(placeOf([hash, subject], size));
    },
  };
}

export type PrintedSet = ReturnType<typeof printedSet>;

/** {@link printSet} for names. */
export const printNames = (names: readonly string[]): string => printSet(names.map((name) => [hashOf(name), 0]));
