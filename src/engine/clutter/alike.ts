import { normalise } from '../phrases/normalise.ts';

/** Letters and numbers only. */
const plain = (text: string) => normalise(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** How much two texts must share to be the same wording. */
const SAME = 0.9;

/** Two texts are the same or nearly so, figures quite. By pairs of characters, so that it works in every script. */
export function alike(a: string, b: string): boolean {
  if (a.length > 1.5 * b.length || b.length > 1.5 * a.length) return false;
  const [one, two] = [plain(a), plain(b)];
  return one === two ? one !== '' : figures(one) === figures(two) && dice(one, two) >= SAME;
}

const figures = (text: string) => text.replace(/\P{N}/gu, '');

/** Sørensen–Dice coefficient over character pairs, 0 to 1. */
function dice(a: string, b: string): number {
  const left = pairs(b);
  let shared = 0;
  for (const pair of pairs(a)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left[at] = '';
    shared++;
  }
  return (2 * shared) / (a.length + b.length - 2);
}

const pairs = (text: string): string[] =>
  text
    .split('')
    .slice(1)
    .map((second, i) => text[i] + second);
