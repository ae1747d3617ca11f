import { attribute } from './dom.ts';

/** Larger than any table that is read. */
const MAX_COLUMNS = 200;
const MAX_ROWS = 5000;

/**
 * The place of each cell of a table in its row, from 0: cells beside it are as wide, and cells above it as high, as they
 * say.
 */
export function columnsOf(table: Element): ReadonlyMap<Element, number> {
  const columns = new Map<Element, number>();
  /** By column, how many more rows a cell from above reaches into. */
  let taken: number[] = [];
  for (const row of rowsIn(table).slice(0, MAX_ROWS)) {
    const below = taken.map((rows) => Math.max(0, rows - 1));
    let at = 0;
    for (const cell of [...row.children].filter(({ localName }) => /^t[dh]$/.test(localName))) {
      while ((taken[at] ?? 0) > 0) at++;
      columns.set(cell, Math.min(at, MAX_COLUMNS));
      for (let width = spanOf(cell, 'colspan'); width > 0 && at < MAX_COLUMNS; width--)
        below[at++] = spanOf(cell, 'rowspan') - 1;
    }
    taken = Array.from(below, (rows) => rows ?? 0);
  }
  return columns;
}

const rowsIn = (table: Element): Element[] =>
  [...table.children].flatMap((child) =>
    child.localName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.localName) ? rowsIn(child) : [],
  );

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return span > 0 ? Math.min(span, MAX_ROWS) : 1;
}
