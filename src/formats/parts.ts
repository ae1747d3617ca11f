import type { Part } from '../engine/types.ts';

/** The words of a Part, without their marks. */
export const plainText = ({ runs }: Part): string => runs.map(({ text }) => text).join('');

/**
 * Parts without pictures. The caption goes with a picture of the article; of a selection, only what is no words goes.
 */
export const withoutPictures = (parts: readonly Part[], of: 'article' | 'selection'): Part[] =>
  parts.flatMap(({ picture, ...part }): Part[] => {
    const words = { ...part, runs: part.runs.filter((run) => !run.picture) };
    if (!picture) return part.runs.length > 0 && words.runs.length === 0 ? [] : [words];
    return of === 'article' || words.runs.length === 0 ? [] : [{ ...words, kind: 'caption' }];
  });

/** What is shown and read without pictures: plain text, and what is printed. */
export const wordsOf = ({ parts, isSelection }: { readonly parts: readonly Part[]; readonly isSelection: boolean }) =>
  withoutPictures(parts, isSelection ? 'selection' : 'article');

/** The cells of a table, row by row, each with its Parts. A cell without any is empty. */
export function rowsOf(parts: readonly Part[]): Part[][][] {
  // In a selection a table may begin amid a row: what stands before it in every row is not there.
  const first = Math.min(...parts.map(({ column = 0 }) => column));
  return together(parts, ({ row }) => row).map((row) => {
    const cells: Part[][] = [];
    for (const part of row) {
      const at = part.column === undefined ? cells.length : part.column - first;
      while (cells.length <= at) cells.push([]);
      cells[at]?.push(part);
    }
    return cells;
  });
}

/** Neighbours that a key tells to belong together. -1 tells nothing. */
export function together<T>(parts: readonly T[], key: (part: T) => number | string): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && key(part) !== -1 && key(last[0]) === key(part)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}
