import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { decoded } from '../../scripts/analyse/pages.ts';
import { launch } from '../../scripts/drive/launch.ts';
import { Site } from '../../scripts/drive/site.ts';
import { ROOT, type Target } from '../../scripts/paths.ts';
import { MADE_FOR, plainNumbers, printed } from '../../scripts/plugins.ts';
import type { BenchPage } from './pages.ts';

/** Pages stand still, and the clock ticks every 5 µs instead of every 100 µs, as it does for isolated pages only. */
const HEADERS = {
  'content-security-policy': "script-src 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** A saved page has lost the header that named its encoding; see {@link decoded}. */
const typeOf = (html: Buffer) => (typeof decoded(html) === 'string' ? 'text/html; charset=utf-8' : 'text/html');

/**
 * A module as a script that leaves what it exports in `bench`.
 *
 * @param entry relative to the checkout
 * @param instead what is put in the place of some modules
 */
export async function bundle(entry: string, instead: readonly Plugin[] = []): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    ...MADE_FOR,
    plugins: [...instead, printed, plainNumbers],
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Opens every page in a real browser, without scripts, and calls there what a module exports as `measure(url)`.
 *
 * @param entry the module, relative to the checkout; it is bundled for the page
 * @param processes `each`: every page at a host of its own, and so in a process that has never run the module; `one`:
 *   one page after the other at one host, in one tab
 * @returns what `measure` answered, as JSON, in the order of the pages
 */
export async function inBrowser<T>(
  target: Target,
  pages: readonly BenchPage[],
  entry: string,
  processes: 'each' | 'one' = 'each',
): Promise<T[]> {
  const script = await bundle(entry);
  const site = await Site.start();
  const browser = await launch(target, { headless: true, site, alone: true });
  try {
    const answers: T[] = [];
    let tab = await browser.newPage();
    for (const [index, { id, url, html }] of pages.entries()) {
      const host = `${processes === 'each' ? `p${index}` : 'pages'}.localhost:${site.port}`;
      site.host(host, (_request, response, { pathname }) => {
        if (pathname === `/${index}`) response.writeHead(200, { ...HEADERS, 'content-type': typeOf(html) }).end(html);
        else response.writeHead(404).end();
      });
      if (processes === 'each') {
        await tab.close();
        tab = await browser.newPage();
      }
      const go = () => tab.goto(`http://${host}/${index}`, { waitUntil: 'load' });
      // Firefox now and then refuses the first address that a new tab is given.
      await go().catch(go);
      await tab.evaluate(script);
      const answer = await tab.evaluate(`bench.measure(${JSON.stringify(url)})`);
      if (answer === undefined) throw new Error(`${id}: no answer`);
      answers.push(answer as T);
    }
    return answers;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** {@link inBrowser} of most benchmarks. */
export const inChromium = <T>(pages: readonly BenchPage[], entry: string, processes?: 'each' | 'one'): Promise<T[]> =>
  inBrowser<T>('chromium', pages, entry, processes);
