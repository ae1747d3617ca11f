/**
 * `npm run build`: src → dist/chromium and dist/firefox. With `--dev`, source maps.
 * Prints what each file weighs (with `--sizes`, what each source file weighs in the content script) and fails when the
 * content script is too large.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { CLUTTER_KINDS, FURNITURE } from '../src/engine/types.ts';
import { manifestOf } from './manifest.ts';
import { distOf, ROOT, TARGETS } from './paths.ts';
import { MADE_FOR, noMarkup, plainNumbers, printed } from './plugins.ts';

/**
 * Bytes, all phrases included: it is read into every page. The goal is 100,000, which is not reached yet; until it is,
 * the bound lies just above what is there. See docs/measurements.md.
 */
const MOST_CONTENT_BYTES = 120_600;
/** Pages of the extension: `src/NAME/NAME.html`, `NAME.css` and `main.tsx`. */
const PAGES = ['popup', 'options', 'history', 'welcome'];

/**
 * Names of properties that only the engine and the content script say: two letters in the bundles. None may be reached
 * by a string, stand in a message to another part, or be the name of something of the browser's.
 */
const SHORTENED = `
  addressChanged analysis arrived awaits block blocks blocksOf boxes canonical captions choice commas contentArrived
  controlLength cuts element endAt endBox endOf fills first fixed forgetDetached found generator giveUp glued
  hasExactly hasMark hasTail headlineBlock heads hiding holdsArticle inFlow inform isArticle isFixed isFree isHidden
  isHost isInWord isMarked isOwn lined lines linesOf linkLength links linksIn linksOut living markTaken metadata
  microdata named namedAuthors names node nodes noLongerInUse openEnd openGraphUrl parent phrases placeNow
  plain proseIn publisherUrl putBack quietly quoted regions remark renew said selection setShare sheetThrownOut
  sightings siteName slotted spans startOver stops tail taken textArrived titles token tokens tooMany toOneHouse
  treatment visited withTexts
`
  .trim()
  .split(/\s+/);

/** For esbuild: one list of names for all files, because what is injected beside the content script works with its objects. */
export const shortNames = () => ({ mangleProps: new RegExp(`^(?:${SHORTENED.join('|')})$`), mangleCache: {} });

type Files = Map<string, Uint8Array>;
const bytes = (text: string) => new TextEncoder().encode(text);
const source = (...path: string[]) => join(ROOT, ...path);

/** Scripts and style sheets, and of what they are made. */
export async function bundles(dev: boolean): Promise<{ files: Files; metafile: esbuild.Metafile }> {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [
      { out: 'content', in: source('src/content/main.ts') },
      { out: 'reading', in: source('src/content/reading.ts') },
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
    // A function in brackets is read once; of the arrow function that `iife` makes, a browser reads the whole twice.
    format: 'esm',
    banner: { js: '(function(){"use strict";' },
    footer: { js: '})();' },
    ...MADE_FOR,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    plugins: dev ? [noMarkup, printed] : [noMarkup, printed, plainNumbers],
    minify: !dev,
    ...(dev ? {} : shortNames()),
    sourcemap: dev ? 'inline' : false,
    metafile: true,
    logLevel: 'warning',
  });
  const files = new Map(outputFiles.map((file) => [relative(source('dist'), file.path), file.contents]));
  if (!dev) for (const [name, contents] of files) if (name.endsWith('.js')) files.set(name, await again(contents));
  return { files, metafile };
}

/** Minified once more, now that all of it lies inside one function: the names used most get the shortest ones. */
async function again(script: Uint8Array): Promise<Uint8Array> {
  const { code } = await esbuild.transform(script, { minify: true, format: 'esm', ...MADE_FOR });
  return bytes(code);
}

/** What each source file weighs in the content script. */
function weightsIn({ outputs }: esbuild.Metafile): [path: string, bytes: number][] {
  const inputs = Object.entries(outputs['dist/content.js']?.inputs ?? {});
  return inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput]);
}

/** One string each, pushed before the content script of the same registration starts. */
function flags(): Files {
  const names = [
    'mode-always',
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
 * @throws when something does not compile, or the minified content script is over its limit
 */
export async function build({ dev = false, detailed = false, print = console.log } = {}): Promise<void> {
  const { files, metafile } = await bundles(dev);
  const common: Files = new Map([...files, ...flags(), ...locales(), ...copies()]);
  for (const target of TARGETS) {
    const manifest = bytes(`${JSON.stringify(manifestOf(target), null, 2)}\n`);
    write(distOf(target), new Map([...common, ['manifest.json', manifest]]));
  }
  const heaviestFirst = weightsIn(metafile).sort(([, a], [, b]) => b - a);
  if (detailed) for (const [path, weight] of heaviestFirst) print(`${String(weight).padStart(7)} ${path}`);
  for (const line of sizes(common)) print(line);
  const weight = common.get('content.js')?.length ?? 0;
  if (!dev && weight > MOST_CONTENT_BYTES)
    throw new Error(`content.js has ${weight} bytes, ${MOST_CONTENT_BYTES} are allowed`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  build({ dev: process.argv.includes('--dev'), detailed: process.argv.includes('--sizes') }).catch((error: Error) => {
    console.error(`build failed: ${error.message}`);
    process.exitCode = 1;
  });
}
