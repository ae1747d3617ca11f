/** Parts as a tree: quotations and lists with what is in them. */
import type { Part } from '../engine/types.ts';
import { together } from './parts.ts';

/** Neighbours that are written together: one paragraph, or the Parts of one listing or table. */
export interface NestedParts {
  readonly kind: 'parts';
  readonly parts: readonly [Part, ...Part[]];
}
export interface NestedQuote {
  readonly kind: 'quote';
  readonly children: readonly NestedNode[];
}
export interface NestedList {
  readonly kind: 'list';
  readonly items: readonly NestedItem[];
}
export interface NestedItem {
  readonly number: number | null;
  readonly isDone?: boolean;
  readonly children: readonly NestedNode[];
}
export type NestedNode = NestedParts | NestedQuote | NestedList;

/** @param depth how many of the containers around the Parts are around the whole tree */
export function nested(parts: readonly Part[], depth = 0): NestedNode[] {
  const groups = together(parts, ({ around }) => placeOf(around[depth]));
  return groups.flatMap((group): NestedNode[] => {
    const container = group[0]?.around[depth];
    if (!container) return together(group, ({ group: one }) => one).map((some) => ({ kind: 'parts', parts: some }));
    if (container.kind === 'quote') return [{ kind: 'quote', children: nested(group, depth + 1) }];
    const items = together(group, ({ around }) => around[depth]?.id ?? -1).map((own): NestedItem => {
      const { number = null, isDone } = own[0].around[depth] ?? {};
      return { number, ...(isDone !== undefined && { isDone }), children: nested(own, depth + 1) };
    });
    return [{ kind: 'list', items }];
  });
}

/** The same for what is in one quotation, or in one list. */
const placeOf = (container: Part['around'][number] | undefined): string =>
  !container ? 'here' : container.kind === 'quote' ? `quote ${container.id}` : `list ${container.list}`;
