/** How many of `words` are in `others` too. */
export function shared(words: ReadonlySet<string>, others: { has(word: string): boolean }): number {
  let count = 0;
  for (const word of words) if (others.has(word)) count++;
  return count;
}

/** From this share of its words on, a text says what another said before. */
const SAID_BEFORE = 0.75;

/** Whether a text, by its stems, adds next to nothing to one of those that are shown already. */
export const repeats = (text: ReadonlySet<string>, told: readonly ReadonlySet<string>[]): boolean =>
  told.some((other) => shared(text, other) >= SAID_BEFORE * text.size);
