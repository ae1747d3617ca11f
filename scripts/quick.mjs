/**
 * `node scripts/quick.mjs SCRIPT.ts ARGS…` runs a script from the sources that needs jsdom, and starts three times as
 * fast as the ordinary way: jsdom's 700 files become one, with V8's compiled code beside it, kept in node_modules/.cache
 * (made anew for another jsdom or Node). The script itself is bundled every time, so that what runs is always what is
 * written.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build, buildSync } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(root, 'package.json'));
const version = JSON.parse(readFileSync(join(root, 'node_modules/jsdom/package.json'), 'utf8')).version;
const cache = join(root, 'node_modules/.cache/clean-copy');
const jsdomFile = join(cache, `jsdom-${version}.cjs`);
const codeFile = join(cache, `jsdom-${version}-${process.version}-${process.arch}.code`);

/** Written beside and moved, so that two at once do not see halves. Where nothing may be written, nothing is kept. */
function keep(file, contents) {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(draft, contents);
    renameSync(draft, file);
  } catch {}
}

/** Some read files that lie beside their own. */
function withPlaces({ path }) {
  const contents = readFileSync(path, 'utf8')
    .replace(/\b__dirname\b/g, JSON.stringify(dirname(path)))
    .replace(/\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path)))
    .replace(/\brequire\.resolve\("(\.[^"]+)"\)/g, (_all, name) => JSON.stringify(resolve(dirname(path), name)));
  return { contents, loader: 'js' };
}

async function bundleJsdom() {
  const { outputFiles } = await build({
    entryPoints: [require.resolve('jsdom')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
    external: ['canvas'],
    plugins: [{ name: 'places', setup: ({ onLoad }) => onLoad({ filter: /node_modules[\\/].*\.m?js$/ }, withPlaces) }],
  });
  keep(jsdomFile, outputFiles[0].contents);
  return outputFiles[0].text;
}

/** Runs CommonJS text. `code` is where V8's compiled form is kept. */
function run(file, text, requireFrom, code) {
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
    filename: file,
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(code && existsSync(code) ? { cachedData: readFileSync(code) } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireFrom, module, file, dirname(file));
  return { exports: module.exports, script };
}

let kept;
function jsdom() {
  if (!kept) {
    kept = run(jsdomFile, jsdomText, require, codeFile);
    if (!existsSync(codeFile) || kept.script.cachedDataRejected) {
      // What has run by the end of the first page is what is worth keeping.
      process.on('exit', () => keep(codeFile, kept.script.createCachedData()));
    }
  }
  return kept.exports;
}

const [entry, ...args] = process.argv.slice(2);
const bundle = buildSync({
  entryPoints: [resolve(entry)],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  packages: 'external',
  write: false,
  logLevel: 'error',
  define: { 'import.meta.url': '__fileUrl' },
  banner: { js: "const __fileUrl = require('node:url').pathToFileURL(__filename).href;" },
});
const jsdomText = existsSync(jsdomFile) ? readFileSync(jsdomFile, 'utf8') : await bundleJsdom();
process.argv = [process.argv[0], resolve(entry), ...args];
process.setSourceMapsEnabled?.(true);
run(resolve(entry), bundle.outputFiles[0].text, (name) => (name === 'jsdom' ? jsdom() : require(name)));
