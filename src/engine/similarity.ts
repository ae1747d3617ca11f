import { wordsIn } from './phrases/letters.ts';
import { normalize } from './phrases/normalize.ts';

/**
 * Sørensen–Dice coefficient of two texts over their pairs of neighbouring characters: 0 (nothing in common) to 1
 * (equal). Pairs of characters, not words, so that it works in every script.
 */
export function diceSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

/** From this similarity on, two texts have the same wording. */
const MIN_SAME_WORDING = 0.9;
/** Texts whose lengths differ by a greater factor are not compared. */
const MAX_LENGTH_RATIO = 1.5;

/** Two texts have the same wording, or nearly so. Their numbers must be equal. */
export function isSameWording(a: string, b: string): boolean {
  if (a.length > MAX_LENGTH_RATIO * b.length || b.length > MAX_LENGTH_RATIO * a.length) return false;
  const [one, two] = [comparisonKey(a), comparisonKey(b)];
  if (one === two) return one !== '';
  // They share no more pairs than the shorter one has.
  const mostShared = Math.min(one.length, two.length) - 1;
  if (2 * mostShared < MIN_SAME_WORDING * (one.length + two.length - 2)) return false;
  return diceSimilarity(one, two) >= MIN_SAME_WORDING && digitsOf(one) === digitsOf(two);
}

/** Letters and numbers alone. Asked on every page, so without Unicode classes, which take long to compile. */
const comparisonKey = (text: string): string => wordsIn(normalize(text)).join('');

const digitsOf = (text: string): string => text.replace(/\P{N}/gu, '');
