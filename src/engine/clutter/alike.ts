import { isMark } from '../phrases/letters.ts';
import { normalise } from '../phrases/normalise.ts';

/** Letters and numbers only. */
function plain(text: string): string {
  const normal = normalise(text);
  let kept = '';
  for (let i = 0; i < normal.length; i++) if (!isMark(normal.charCodeAt(i))) kept += normal[i];
  return kept;
}

/** How much two texts must share to be the same wording. */
const SAME = 0.9;

/** Two texts are the same or nearly so. By pairs of characters, so that it works in every script. */
export function alike(a: string, b: string): boolean {
  if (a.length > 1.5 * b.length || b.length > 1.5 * a.length) return false;
  const [one, two] = [plain(a), plain(b)];
  return one === two ? one !== '' : dice(one, two) >= SAME;
}

/** Sørensen–Dice coefficient over character pairs, 0 to 1. */
function dice(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i < a.length - 1; i++) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1);
  let shared = 0;
  for (let i = 0; i < b.length - 1; i++) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0;
    if (left === 0) continue;
    pairs.set(b.slice(i, i + 2), left - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length - 2);
}
