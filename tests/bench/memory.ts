import type { Bench } from './bench.ts';
import { scaleTable } from './memory/scale.ts';
import { startedTable } from './memory/started.ts';
import type { Table } from './table.ts';

/** What remembering costs, by how many articles are remembered. `--most` articles at most. */
export const memory: Bench = {
  name: 'memory',
  async run({ browsers, most }) {
    const tables: Table[] = [];
    for (const target of browsers) tables.push(await scaleTable(target, most), await startedTable(target, most));
    return tables;
  },
};
