/**
 * `npm run dev`: the demo page in a browser with the extension, built with source maps. When a source changes, it is
 * built again, the extension reloaded, and the open pages with it. `-- --browser firefox`, `-- --headless`.
 */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, howToInstall, provide } from './browsers.ts';
import { build } from './build.ts';
import { DEMO, Rig } from './drive/rig.ts';
import { distOf, ROOT, TARGETS } from './paths.ts';

/** Editors write a file in several steps. */
const SETTLED = 100;
const SOURCES = ['src', 'icons', 'manifest.json'];

const { values } = parseArgs({
  options: { browser: { type: 'string' }, headless: { type: 'boolean', default: false } },
});
const target =
  TARGETS.find((name) => name === values.browser) ?? TARGETS.find((name) => findBrowser(name)) ?? 'chromium';
if (provide([target]).length > 0) {
  console.error(howToInstall([target]));
  process.exit(1);
}

await build({ dev: true, print: () => {} });
const rig = await Rig.start(target, { visible: !values.headless });
const page = await rig.open(DEMO);
console.log(`${target} with Clean Copy, at ${DEMO}. Change something in ${SOURCES.join(', ')}.`);

async function refresh(): Promise<void> {
  try {
    await build({ dev: true, print: () => {} });
    await rig.install(distOf(target));
    for (const open of await rig.browser.pages()) if (open.url().startsWith('http')) await open.reload();
    console.log(`${new Date().toLocaleTimeString()} reloaded`);
  } catch (error) {
    console.error((error as Error).message);
  }
}

let timer: NodeJS.Timeout | undefined;
let working = Promise.resolve();
const watchers = SOURCES.map((name) =>
  watch(join(ROOT, name), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(refresh);
    }, SETTLED);
  }),
);

async function end(): Promise<void> {
  for (const watcher of watchers) watcher.close();
  clearTimeout(timer);
  await working;
  await rig.close();
}
process.once('SIGINT', end);
rig.browser.once('disconnected', end);
await page.bringToFront();
