/**
 * What a tab keeps in memory for us on pages that are no reposts, in Chromium: the JavaScript heap of the page's process
 * after a collection of garbage, with ours and with an empty extension of the same shape. `npm run build` first.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { Rig } from '../../scripts/drive/rig.ts';
import { distOf } from '../../scripts/paths.ts';
import type { Bench } from './bench.ts';
import { emptyOf } from './felt.ts';
import { type BenchPage, movedTo, readPages } from './pages.ts';
import { median } from './table.ts';

/** By then a page has been looked at, and what only its load needed is gone. Milliseconds after the load event. */
const SETTLED = 2000;

/** Bytes, and whether the page got the cleaner. */
async function heapOf(page: Page): Promise<{ bytes: number; hasCleaner: boolean }> {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.id));
  await session.send('Runtime.enable');
  const answers = await Promise.all(
    worlds.map((contextId) =>
      session.send('Runtime.evaluate', { contextId, expression: 'Boolean(globalThis.cleanCopy?.cleaner)' }),
    ),
  );
  await session.send('Runtime.disable');
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const { JSHeapUsedSize = 0 } = await page.metrics();
  return { bytes: JSHeapUsedSize, hasCleaner: answers.some(({ result }) => result.value === true) };
}

async function heapIn(rig: Rig, host: string, bench: BenchPage) {
  rig.site.page(`http://${host}/`, (_request, response) => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'" };
    response.writeHead(200, headers).end(movedTo(host, bench));
  });
  const page = await rig.browser.newPage();
  await page.bringToFront();
  await page.goto(`http://${host}/`, { waitUntil: 'load' });
  await new Promise((done) => setTimeout(done, SETTLED));
  const heap = await heapOf(page);
  await page.close();
  return heap;
}

export const heap: Bench = {
  name: 'heap',
  async run(options) {
    const folder = mkdtempSync(join(tmpdir(), 'clean-copy-heap-'));
    const [ours, empty] = await Promise.all([
      Rig.start('chromium', { extension: distOf('chromium') }),
      Rig.start('chromium', { extension: emptyOf('chromium', join(folder, 'empty')) }),
    ]);
    const more: Record<'watcher' | 'cleaner', number[]> = { watcher: [], cleaner: [] };
    try {
      for (const [at, bench] of readPages(options).entries()) {
        const host = `page${at}.test`;
        const [{ bytes, hasCleaner }, { bytes: without }] = [
          await heapIn(ours, host, bench),
          await heapIn(empty, host, bench),
        ];
        more[hasCleaner ? 'cleaner' : 'watcher'].push((bytes - without) / 1024);
      }
    } finally {
      await Promise.all([ours.close(), empty.close()]);
      rmSync(folder, { recursive: true, force: true });
    }
    const row = (what: string, sizes: readonly number[]) => [
      what,
      sizes.length,
      sizes.length > 0 ? median(sizes).toFixed(0) : '',
      sizes.length > 0 ? Math.max(...sizes).toFixed(0) : '',
    ];
    return [
      {
        title: 'What a tab keeps in memory, Chromium, KB of JavaScript heap more than with an empty extension',
        columns: ['pages that are no reposts', 'pages', 'median', 'most'],
        rows: [row('the watcher alone', more.watcher), row('the cleaner was brought in vain', more.cleaner)],
        notes: [`After a collection of garbage, ${SETTLED} ms after the load event, each page in a new tab.`],
      },
    ];
  },
};
