/** What all bundles have in common, and what is changed in the sources on their way into them. */
import { readFileSync } from 'node:fs';
import type { BuildOptions, Plugin } from 'esbuild';

/** What every bundle is made for. */
export const MADE_FOR: Pick<BuildOptions, 'format' | 'target' | 'supported' | 'charset'> = {
  format: 'iife',
  target: ['chrome148', 'firefox140'],
  // Every browser named knows the scripts and classes that are asked for; without this, those that came with later
  // versions of Unicode make a literal into a call that is made again each time.
  supported: { 'regexp-unicode-property-escapes': true },
  // Phrases stay readable. Escaped, they compile no faster in Chromium, and the file is a quarter larger.
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
