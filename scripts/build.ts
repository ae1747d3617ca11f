/**
 * `npm run build`: src → dist/chromium and dist/firefox. With `--dev`, source maps.
 * Prints what each file weighs, and with `--sizes` what each source file weighs in watcher and cleaner.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { CLUTTER_KINDS, FURNITURE } from '../src/engine/types.ts';
import { manifestOf } from './manifest.ts';
import { distOf, ROOT, TARGETS } from './paths.ts';
import { MADE_FOR, noMarkup } from './plugins.ts';

/** Pages of the extension: `src/NAME/NAME.html`, `NAME.css` and `main.tsx`. */
const PAGES = ['popup', 'options', 'history', 'welcome', 'demo'];

type Files = Map<string, Uint8Array>;
const bytes = (text: string) => new TextEncoder().encode(text);
const source = (...path: string[]) => join(ROOT, ...path);

/** Scripts and style sheets, and of what they are made. */
export async function bundles(dev: boolean): Promise<{ files: Files; metafile: esbuild.Metafile }> {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [
      { out: 'watcher', in: source('src/content/watch.ts') },
      { out: 'cleaner', in: source('src/content/clean.ts') },
      { out: 'reading', in: source('src/content/reading.ts') },
      { out: 'selection', in: source('src/content/selection.ts') },
      { out: 'sketch', in: source('src/content/sketch.ts') },
      { out: 'corrected', in: source('src/content/corrected.ts') },
      { out: 'correcting', in: source('src/content/correcting.ts') },
      { out: 'background', in: source('src/background/main.ts') },
      ...PAGES.map((page) => ({ out: page, in: source(`src/${page}/main.tsx`) })),
      ...PAGES.map((page) => ({ out: page, in: source(`src/${page}/${page}.css`) })),
    ],
    absWorkingDir: ROOT,
    outdir: source('dist'),
    bundle: true,
    write: false,
    ...MADE_FOR,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    plugins: [noMarkup],
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    metafile: true,
    logLevel: 'warning',
  });
  const files = new Map(outputFiles.map((file) => [relative(source('dist'), file.path), file.contents]));
  return { files, metafile };
}

/** What each source file weighs in a script. */
function weightsIn({ outputs }: esbuild.Metafile, script: 'watcher' | 'cleaner'): [path: string, bytes: number][] {
  const inputs = Object.entries(outputs[`dist/${script}.js`]?.inputs ?? {});
  return inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput]);
}

/** One string each, pushed before the content script of the same registration starts. */
function flags(): Files {
  const names = [
    'mode-always',
    'mode-original',
    'no-ad-tokens',
    ...CLUTTER_KINDS.filter((kind) => !FURNITURE.includes(kind)).map((kind) => `off-${kind}`),
    ...FURNITURE.map((kind) => `on-${kind}`),
  ];
  return new Map(
    names.map((name) => [
      `flags/${name}.js`,
      bytes(`(globalThis.cleanCopyFlags??=[]).push(${JSON.stringify(name)});\n`),
    ]),
  );
}

/** `src/locales/pt-BR.json` → `_locales/pt_BR/messages.json`. A plain string stands for `{ message }`. */
function locales(): Files {
  return new Map(
    readdirSync(source('src/locales'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const entries = Object.entries<unknown>(JSON.parse(readFileSync(source('src/locales', name), 'utf8')));
        const messages = entries.map(([key, value]) => [key, typeof value === 'string' ? { message: value } : value]);
        const folder = name.slice(0, -'.json'.length).replace('-', '_');
        return [`_locales/${folder}/messages.json`, bytes(JSON.stringify(Object.fromEntries(messages)))];
      }),
  );
}

function copies(): Files {
  const paths: [string, string][] = [
    // Their authors ask that their licences go along.
    ['licences.md', source('docs/licences.md')],
    ...PAGES.map((page): [string, string] => [`${page}.html`, source(`src/${page}/${page}.html`)]),
    ...readdirSync(source('icons'))
      .filter((name) => name.endsWith('.png'))
      .map((name): [string, string] => [`icons/${name}`, source('icons', name)]),
  ];
  return new Map(paths.map(([to, from]) => [to, new Uint8Array(readFileSync(from))]));
}

/** Makes `folder` hold exactly `files`; what is the same already is left alone. */
function write(folder: string, files: Files): void {
  for (const [name, contents] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.has(relative(folder, path).replaceAll('\\', '/'))) rmSync(path);
  }
}

/** Lines of a table: what a reader's browser loads. */
function sizes(files: Files): string[] {
  const kilobytes = (count: number) => (count / 1000).toFixed(1).padStart(7);
  const line = (name: string, contents: Uint8Array) =>
    `${name.padEnd(16)}${kilobytes(contents.length)} KB ${kilobytes(gzipSync(contents).length)} KB gzipped`;
  const shown = [...files].filter(([name]) => /^[^/]+\.(?:js|css)$/.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = Buffer.concat([...files.values()]);
  return [...shown.map(([name, contents]) => line(name, contents)), line('everything', whole)];
}

/**
 * Builds both targets.
 * @throws when something does not compile
 */
export async function build({ dev = false, detailed = false, print = console.log } = {}): Promise<void> {
  const { files, metafile } = await bundles(dev);
  const common: Files = new Map([...files, ...flags(), ...locales(), ...copies()]);
  for (const target of TARGETS) {
    const manifest = bytes(`${JSON.stringify(manifestOf(target), null, 2)}\n`);
    write(distOf(target), new Map([...common, ['manifest.json', manifest]]));
  }
  for (const script of detailed ? (['watcher', 'cleaner'] as const) : []) {
    print(`${script}.js`);
    const heaviestFirst = weightsIn(metafile, script).sort(([, a], [, b]) => b - a);
    for (const [path, weight] of heaviestFirst) print(`${String(weight).padStart(7)} ${path}`);
  }
  for (const line of sizes(common)) print(line);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  build({ dev: process.argv.includes('--dev'), detailed: process.argv.includes('--sizes') }).catch((error: Error) => {
    console.error(`build failed: ${error.message}`);
    process.exitCode = 1;
  });
}
