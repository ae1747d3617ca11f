/** The frameworks whose pages must work with us as they do without us. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/paths.ts';

export interface Framework {
  /** As the table names it. */
  readonly name: string;
  /** Whose version the table prints. */
  readonly package: string;
  /** Below `pages/`. */
  readonly page: string;
  /** What the bundle takes `react` for. */
  readonly alias?: Readonly<Record<string, string>>;
  /** Where JSX comes from. */
  readonly jsx?: string;
  /** Its development build says on the console when a page is not what its server wrote. */
  readonly isDevelopment?: boolean;
  /**
   * It says on the console that a repost's elements have an attribute that its server did not write: ours, which stands
   * on a token's element before the page's scripts run, so that the token is never painted.
   */
  readonly namesAttribute?: boolean;
}

export const FRAMEWORKS: readonly Framework[] = [
  { name: 'React, hydrateRoot', package: 'react-dom', page: 'react.jsx', jsx: 'react' },
  {
    name: 'React, hydrateRoot, development build',
    package: 'react-dom',
    page: 'react.jsx',
    jsx: 'react',
    isDevelopment: true,
    namesAttribute: true,
  },
  { name: 'Preact, hydrate', package: 'preact', page: 'preact.jsx', jsx: 'preact', alias: { react: 'preact/hooks' } },
  { name: 'Vue, createSSRApp', package: 'vue', page: 'vue-ssr.js' },
  { name: 'Vue, createSSRApp, development build', package: 'vue', page: 'vue-ssr.js', isDevelopment: true },
  { name: 'Vue, template in the page', package: 'vue', page: 'vue-dom.js' },
  { name: 'Svelte, hydrate', package: 'svelte', page: 'svelte.js' },
  { name: 'Lit, slots, shadow root and none', package: 'lit', page: 'lit.js' },
  { name: 'Alpine', package: 'alpinejs', page: 'alpine.js' },
  { name: 'htmx, swaps', package: 'htmx.org', page: 'htmx.js' },
  { name: 'Turbo, frames and visits', package: '@hotwired/turbo', page: 'turbo.js' },
  { name: 'jQuery', package: 'jquery', page: 'jquery.js' },
];

/** As it is installed. */
export function versionOf({ package: name }: Framework): string {
  const file = join(ROOT, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
