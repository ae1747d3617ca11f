import type { Part } from '../../engine/types.ts';

/** The words of a Part, without their marks. */
export const plainText = ({ runs }: Part): string => runs.map(({ text }) => text).join('');

/** Neighbours that a key tells to belong together. Below 0 it tells nothing. */
export function together<T>(parts: readonly T[], key: (part: T) => number): T[][] {
  const groups: T[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (last && first !== undefined && key(part) >= 0 && key(first) === key(part)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}
