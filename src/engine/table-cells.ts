import { upwards } from './boxes.ts';
import { memoize } from './memoize.ts';
import { columnsOf } from './table-columns.ts';
import type { Block, Box, Part } from './types.ts';

/** Where a cell stands: its table, and what a Part says of it. */
interface CellPlace extends Pick<Part, 'group' | 'row' | 'column' | 'isHead'> {
  readonly table: Box;
}

const isCell = ({ tag }: Box): boolean => /^t[dh]$/.test(tag);

/** Tables in which words stand in several cells. Others lay the page out. Fixture: copies/table-for-layout */
function dataTablesIn(blocks: readonly Block[]): Set<Box> {
  const cells = new Map<Box, Set<Box>>();
  for (const { kind, box } of blocks) {
    const up = kind === 'cell' ? [...upwards(box)] : [];
    const [cell, table] = [up.find(isCell), up.find(({ tag }) => tag === 'table')];
    if (cell && table) cells.set(table, (cells.get(table) ?? new Set()).add(cell));
  }
  return new Set([...cells].flatMap(([table, { size }]) => (size > 1 ? table : [])));
}

/** The cells of a text's tables. */
export class TableCells {
  readonly #tables: ReadonlySet<Box>;
  readonly #edge: Box | null;
  readonly #columns = memoize(columnsOf);

  /** @param edge tables around it count for nothing; `null` where all of them count */
  constructor(blocks: readonly Block[], edge: Box | null) {
    this.#tables = dataTablesIn(blocks);
    this.#edge = edge;
  }

  /** @returns the cell that the Box stands in, of the outermost table; `null` for what stands in none */
  of(box: Box): CellPlace | null {
    const up = [...upwards(box)];
    const edge = this.#edge ? up.indexOf(this.#edge) : -1;
    const inside = edge < 0 ? up : up.slice(0, edge);
    const table = inside.findLast((one) => this.#tables.has(one));
    if (!table) return null;
    const inTable = inside.slice(0, inside.indexOf(table));
    const cell = inTable.findLast(isCell);
    if (!cell) return null;
    const column = this.#columns(table.element).get(cell.element);
    return {
      table,
      group: table.index,
      row: inTable.findLast(({ tag }) => tag === 'tr')?.index ?? -1,
      ...(column !== undefined && { column }),
      ...(cell.tag === 'th' && { isHead: true }),
    };
  }
}
