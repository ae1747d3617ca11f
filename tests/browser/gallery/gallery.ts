/**
 * Pictures of the popup in every state, without a page behind it: `npx tsx tests/browser/gallery/gallery.ts [NAME…]`
 * writes them to screenshots/popup/, with `--language de` in German. The popup is the built source; only the browser's
 * API is a stand-in.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import puppeteer from 'puppeteer-core';
import { ROOT } from '../../../scripts/paths.ts';
import { REPORTS } from './reports.ts';
import type { Scene } from './stand-in.ts';

/** States in which no content script answers. */
const SILENT: Readonly<Record<string, Partial<Scene>>> = {
  off: { sites: { 'daily-mirror-of-news.example': 'off' } },
  'off-by-path': { sites: { 'daily-mirror-of-news.example/harbour-lights': 'off' } },
  barred: { url: 'chrome://settings/' },
  unreachable: { entry: 'text/html' },
  'no-access': { access: false },
};

const SCENES: Readonly<Record<string, Partial<Scene>>> = {
  ...Object.fromEntries(Object.entries(REPORTS).map(([name, report]) => [name, { report, url: report.url }])),
  ...SILENT,
};

const { values, positionals: only } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string', default: 'en' } },
});
const out = join(ROOT, 'screenshots', 'popup');
const folder = mkdtempSync(join(tmpdir(), 'gallery-'));
mkdirSync(out, { recursive: true });

await esbuild.build({
  entryPoints: [
    { out: 'popup', in: join(ROOT, 'src/popup/main.tsx') },
    { out: 'popup', in: join(ROOT, 'src/popup/popup.css') },
    { out: 'stand-in', in: join(ROOT, 'tests/browser/gallery/stand-in.ts') },
  ],
  outdir: folder,
  bundle: true,
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
const page = readFileSync(join(ROOT, 'src/popup/popup.html'), 'utf8');
const wordsOf = (language: string) => JSON.parse(readFileSync(join(ROOT, 'src/locales', `${language}.json`), 'utf8'));

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const [name, given] of Object.entries(SCENES)) {
    if (only.length > 0 && !only.includes(name)) continue;
    for (const scheme of ['light', 'dark', 'forced'] as const) {
      const scene: Scene = {
        url: 'https://daily-mirror-of-news.example/harbour-lights/',
        sites: {},
        access: true,
        entry: null,
        report: null,
        messages: wordsOf(name === 'arabic' ? 'ar' : values.language),
        ...given,
      };
      const script = `<script>globalThis.scene=${JSON.stringify(scene).replaceAll('<', '\\u003C')}</script>`;
      writeFileSync(
        join(folder, 'popup.html'),
        page.replace('<script', `${script}<script src="stand-in.js"></script>\n<script`),
      );
      const tab = await browser.newPage();
      tab.on('pageerror', (error) => console.error(name, String(error)));
      await tab.setViewport({ width: 380, height: 600, deviceScaleFactor: 2 });
      const session = await tab.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          scheme === 'forced'
            ? { name: 'forced-colors', value: 'active' }
            : { name: 'prefers-color-scheme', value: scheme },
        ],
      });
      await tab.goto(pathToFileURL(join(folder, 'popup.html')).href);
      await new Promise((resolve) => setTimeout(resolve, 250));
      await tab.screenshot({ path: join(out, `${name}-${scheme}.png`), fullPage: true });
      if (scheme === 'light' && ['repost', 'arabic', 'endless'].includes(name)) {
        await tab.evaluate(() => {
          for (const name of ['why', 'hidden']) document.querySelector<HTMLElement>(`[name=${name}]`)?.click();
        });
        await tab.setViewport({ width: 320, height: 600, deviceScaleFactor: 2 });
        await tab.screenshot({ path: join(out, `${name}-open-320.png`), fullPage: true });
      }
      await tab.close();
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(`written to ${out}`);
