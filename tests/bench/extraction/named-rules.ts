import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { ROOT } from '../../../scripts/paths.ts';

const RULES = join(ROOT, 'tests/bench/extraction/rules.ts');
const MODULES = /[\\/]engine[\\/](?:article[\\/][^\\/]+|vocabulary)\.ts$/;
/** Made by a fit, not by hand. */
const GENERATED = 'likelihood-weights.ts';

const CONSTANT = /^(?:export )?const (\w+)/gm;
const FUNCTION = /^(?:export )?function (\w+)/gm;
/** The type that the first function from here on returns. */
const RETURNS = /\): ([^{}=]+?) (?:=>|\{\n)/g;

/**
 * Gives what stands at the top of the article stage's modules its name as a rule, `module/NAME`, so that it can be left
 * out: see rules.ts. It goes by how the sources are written, which the formatter sees to.
 */
export const namedRules: Plugin = {
  name: 'named-rules',
  setup: ({ onLoad }) =>
    onLoad({ filter: MODULES }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (basename(path) === GENERATED) return { contents: source, loader: 'ts' };
      const namesOf = (declaration: RegExp) => [...source.matchAll(declaration)];
      const lines = [...namesOf(CONSTANT), ...namesOf(FUNCTION)].map(({ 1: name, index }) => {
        RETURNS.lastIndex = index;
        const returns = RETURNS.exec(source)?.[1] ?? '';
        const rule = `${basename(path, '.ts')}/${name}`;
        return `__named(${JSON.stringify(rule)}, ${name}, ${JSON.stringify(returns)}, (value) => { ${name} = value; });`;
      });
      return {
        contents: [
          `import { named as __named } from ${JSON.stringify(RULES)};`,
          source.replace(CONSTANT, (declaration) => declaration.replace('const', 'let')),
          ...lines,
        ].join('\n'),
        loader: 'ts',
        resolveDir: dirname(path),
      };
    }),
};

/** Tells the page's script which rules are asked about. */
export const wantedRules = (names: readonly string[]): Plugin => ({
  name: 'wanted-rules',
  setup: ({ onLoad }) =>
    onLoad({ filter: /extraction[\\/]wanted\.ts$/ }, () => ({
      contents: `export const WANTED = ${JSON.stringify(names)};`,
      loader: 'ts',
    })),
});
