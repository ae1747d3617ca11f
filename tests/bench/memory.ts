import type { Bench } from './bench.ts';
import { scaleTable } from './memory/scale.ts';

/** What remembering costs, by how many articles are remembered. */
export const memory: Bench = { name: 'memory', run: async () => [await scaleTable()] };
