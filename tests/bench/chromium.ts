import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { decoded } from '../../scripts/analyse/pages.ts';
import { launch } from '../../scripts/drive/launch.ts';
import { Site } from '../../scripts/drive/site.ts';
import { ROOT, type Target } from '../../scripts/paths.ts';
import { MADE_FOR } from '../../scripts/plugins.ts';
import type { BenchPage } from './pages.ts';

/** Pages stand still, and the clock ticks every 5 µs instead of every 100 µs, as it does for isolated pages only. */
const HEADERS = {
  'content-security-policy': "script-src 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** A saved page has lost the header that named its encoding; see {@link decoded}. */
export const typeOf = (html: Buffer) => (typeof decoded(html) === 'string' ? 'text/html; charset=utf-8' : 'text/html');

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
    globalName: 'bench',
    ...MADE_FOR,
    plugins: [...instead],
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Where pages are measured. `each`: every page at a host of its own, and so in a process that has never run the module;
 * `one`: one page after the other at one host, in one tab; `frames`: one after the other in a frame of one page, which
 * keeps the module, and what the browser has learned about running it.
 */
export type Where = 'each' | 'one' | 'frames';

/** Runs in the page around: measures another page in a frame. */
const IN_FRAME = `(path, url) => new Promise((done, failed) => {
  const frame = document.createElement('iframe');
  frame.width = 1200;
  frame.onload = () => {
    try {
      done(bench.measure(url, frame.contentDocument));
    } catch (error) {
      failed(error);
    }
    frame.remove();
  };
  frame.src = path;
  document.body.append(frame);
})`;

/**
 * Opens every page in a real browser, without scripts, and calls there what a module exports as `measure(url)`, or as
 * `measure(url, document)` where pages are frames.
 *
 * @param entry the module, relative to the checkout; it is bundled for the page
 * @returns what `measure` answered, as JSON, in the order of the pages
 */
export async function inBrowser<T>(
  target: Target,
  pages: readonly BenchPage[],
  entry: string,
  where: Where = 'each',
): Promise<T[]> {
  const answers: T[] = [];
  await askPages<T>(target, pages, await bundle(entry), where, (_, answer) => answers.push(answer));
  return answers;
}

/** {@link inBrowser} with a script that is bundled already. Hands over each answer as it comes. */
export async function askPages<T>(
  target: Target,
  pages: readonly BenchPage[],
  script: string,
  where: Where,
  take: (page: BenchPage, answer: T) => void,
): Promise<void> {
  const site = await Site.start();
  const browser = await launch(target, { headless: true, site, alone: true });
  const hostOf = (index: number) => `${where === 'each' ? `p${index}` : 'pages'}.localhost:${site.port}`;
  try {
    let tab = await browser.newPage();
    const open = async (index: number | '') => {
      const go = () => tab.goto(`http://${hostOf(Number(index))}/${index}`, { waitUntil: 'load' });
      // Firefox now and then refuses the first address that a new tab is given.
      await go().catch(go);
      await tab.evaluate(script);
    };
    site.page(`http://${hostOf(0)}/`, '<!doctype html><body>', HEADERS);
    if (where === 'frames') await open('');
    for (const [index, page] of pages.entries()) {
      const { id, url, html } = page;
      const head = { ...HEADERS, 'content-type': typeOf(html) };
      site.page(`http://${hostOf(index)}/${index}`, (_request, response) => response.writeHead(200, head).end(html));
      if (where === 'each') {
        await tab.close();
        tab = await browser.newPage();
      }
      if (where !== 'frames') await open(index);
      const call = where === 'frames' ? `(${IN_FRAME})(${index}, ` : 'bench.measure(';
      const answer = await tab.evaluate(`${call}${JSON.stringify(url)})`);
      if (answer === undefined) throw new Error(`${id}: no answer`);
      take(page, answer as T);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

/** {@link inBrowser} of most benchmarks. */
export const inChromium = <T>(pages: readonly BenchPage[], entry: string, where?: Where): Promise<T[]> =>
  inBrowser<T>('chromium', pages, entry, where);
