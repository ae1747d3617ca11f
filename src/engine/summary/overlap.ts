/** How many of `words` are in `others` too. */
export function countShared(words: ReadonlySet<string>, others: { has(word: string): boolean }): number {
  let count = 0;
  for (const word of words) if (others.has(word)) count++;
  return count;
}

/** With this share of its words in another text, a text repeats it. */
const MIN_REPEATED_SHARE = 0.75;

/** Whether a text, by its stems, adds next to nothing to one of the texts that are shown already. */
export const repeats = (text: ReadonlySet<string>, shown: readonly ReadonlySet<string>[]): boolean =>
  shown.some((other) => countShared(text, other) >= MIN_REPEATED_SHARE * text.size);
