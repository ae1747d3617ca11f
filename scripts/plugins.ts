/** What is changed in the sources on their way into a bundle. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';

/** What every bundle is made for. */
export const MADE_FOR: Pick<BuildOptions, 'target' | 'supported' | 'charset'> = {
  target: ['chrome148', 'firefox140'],
  // Every browser named knows the scripts and classes that are asked for; without this, those that came with later
  // versions of Unicode make a literal into a call that is made again each time.
  supported: { 'regexp-unicode-property-escapes': true },
  // Phrases in other scripts are half as long unescaped.
  charset: 'utf8',
};

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

const NUMBERS = /^(export )?(const ([A-Z]\w*) = -?\d[\w. *+-]*;)$/gm;

/**
 * A number that has a name is written where it is used, and the name is gone: esbuild does that with the numbers of a
 * module that imports nothing. So each module's numbers become such a module, which it imports.
 */
export const plainNumbers: Plugin = {
  name: 'plain-numbers',
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/, namespace: 'file' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        NUMBERS,
        (_, exported, __, name) =>
          `import { ${name} } from ${JSON.stringify(`numbers:${path}`)};${exported ? `export { ${name} };` : ''}`,
      ),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }));
    onResolve({ filter: /^numbers:/ }, ({ path }) => ({ path: path.slice('numbers:'.length), namespace: 'numbers' }));
    onLoad({ filter: /./, namespace: 'numbers' }, ({ path }) => ({
      contents: [...readFileSync(path, 'utf8').matchAll(NUMBERS)].map(([, , number]) => `export ${number}`).join('\n'),
    }));
  },
};
