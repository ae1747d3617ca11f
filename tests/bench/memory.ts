import type { Bench } from './bench.ts';
import { outcomes } from './memory/quality.ts';
import { scaleTable } from './memory/scale.ts';
import { curveTable, kindTable, languageTable, otherTable } from './memory/tables.ts';

/** How well copies are known again, in made-up texts of every language of the interface, and what remembering costs. */
export const memory: Bench = {
  name: 'memory',
  async run() {
    const found = outcomes();
    return [languageTable(found), kindTable(found), otherTable(found), curveTable(found), await scaleTable()];
  },
};
