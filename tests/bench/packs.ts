import { Script } from 'node:vm';
import type { Plugin } from 'esbuild';
import { PACKS } from '../../src/engine/phrases/packs.ts';
import type { Bench } from './bench.ts';
import { bundle } from './chromium.ts';
import { median } from './table.ts';

const TIMES = 301;

/** Puts English alone in the place of all packs. */
const englishOnly: Plugin = {
  name: 'english-only',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]phrases[\\/]packs\.ts$/ }, () => ({
      contents: `export const PACKS = ${JSON.stringify({ en: PACKS.en })};`,
    })),
};

/** Milliseconds to make a script ready. Each time another one: one that is known is not compiled again. */
function compile(source: string, turn: number): number {
  const start = performance.now();
  new Script(`${source}//${turn}`);
  return performance.now() - start;
}

/** What the packs of other languages cost a page: strings, compiled when a page in that language asks. */
export const packs: Bench = {
  name: 'packs',
  async run() {
    const entry = 'src/engine/analyse.ts';
    const sources = [await bundle(entry, [englishOnly]), await bundle(entry)];
    const times = sources.map((): number[] => []);
    for (let turn = 0; turn < TIMES; turn++)
      for (const [i, source] of sources.entries()) times[i]?.push(compile(source, turn));
    const [few = 0, all = 0] = times.map(median);
    const [fewest = 0, most = 0] = sources.map((source) => Buffer.byteLength(source));
    return [
      {
        title: 'The engine with all packs and with English alone',
        columns: ['packs', 'bytes', 'compiled, median ms'],
        rows: [
          ['English', fewest, few.toFixed(3)],
          [`all ${Object.keys(PACKS).length}`, most, all.toFixed(3)],
          ['difference', most - fewest, (all - few).toFixed(3)],
        ],
        notes: [
          `In Node’s V8, ${TIMES} times each, by turns. Nothing else is different on a page in another language: a pack is left alone until a page in its language asks for it.`,
        ],
      },
    ];
  },
};
