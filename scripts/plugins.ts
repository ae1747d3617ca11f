/** What is changed in the sources on their way into a bundle. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { PRINTED } from '../src/engine/phrases/printed.ts';

/**
 * The view library can set markup, which nothing here asks for: in our bundles it sets text instead, so that there is
 * no way from a string to markup at all.
 */
export const noMarkup: Plugin = {
  name: 'no-markup',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]preact[\\/]dist[\\/].*\.m?js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('.innerHTML', '.textContent'),
    })),
};

/** The phrases travel as fingerprints: what `printed.ts` works out from the packs takes its place in the bundle. */
export const printedPhrases: Plugin = {
  name: 'printed-phrases',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]phrases[\\/]printed\.ts$/ }, () => ({
      contents: `export const PRINTED = ${JSON.stringify(PRINTED)}`,
    })),
};
