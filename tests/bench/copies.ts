import type { Bench } from './bench.ts';
import { outcomes } from './memory/quality.ts';
import { curveTable, kindTable, languageTable, otherTable } from './memory/tables.ts';

/** How well copies are known again, in made-up texts of every language of the interface. */
export const copies: Bench = {
  name: 'copies',
  async run({ most }) {
    const found = outcomes(most);
    return [languageTable(found), kindTable(found), otherTable(found), curveTable(found)];
  },
};
