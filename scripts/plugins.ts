/** What is changed in the sources on their way into a bundle. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

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

/** Words travel as fingerprints: what a module named `printed.ts` works out from them takes its place in the bundle. */
export const printed: Plugin = {
  name: 'printed',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]engine[\\/]\w+[\\/]printed\.ts$/ }, async ({ path }) => {
      const exported: object = await import(pathToFileURL(path).href);
      const constants = Object.entries(exported).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      return { contents: constants.join('\n') };
    }),
};
