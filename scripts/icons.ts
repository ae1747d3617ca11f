/**
 * `npx tsx scripts/icons.ts`: renders icons/*.svg to the PNGs beside them, in Chromium. The results are in the
 * repository, so this runs only when a drawing changes. `off-*.png` is the same in grey, for a Site that is off.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './browsers.ts';
import { ROOT } from './paths.ts';

/** Pixels → drawing. The small one has its edges on whole pixels. */
const DRAWINGS: Readonly<Record<number, string>> = {
  16: 'icon-small.svg',
  32: 'icon-small.svg',
  48: 'icon.svg',
  128: 'icon.svg',
};

/** Of the sheet, and of the copy behind it. */
const COLOURS = { icon: ['#0d9488', '#8b929c'], off: ['#7d848e', '#b4b9c0'] } as const;

const chromium = findBrowser('chromium');
const folder = join(ROOT, 'icons');
const browser = await puppeteer.launch({
  ...(chromium && { executablePath: chromium }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const [size, drawing] of Object.entries(DRAWINGS)) {
    const svg = readFileSync(join(folder, drawing), 'utf8');
    for (const [name, [sheet, copy]] of Object.entries(COLOURS)) {
      await page.setViewport({ width: Number(size), height: Number(size) });
      await page.setContent(
        `<style>body{margin:0}svg{display:block}</style>${svg
          .replace('<svg ', `<svg width="${size}" height="${size}" `)
          .replaceAll(COLOURS.icon[0], sheet)
          .replaceAll(COLOURS.icon[1], copy)}`,
      );
      writeFileSync(join(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
