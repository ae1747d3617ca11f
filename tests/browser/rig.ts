/**
 * Drives the built extension in a real Chromium and a real Firefox, with the same surface for both.
 *
 *     import { describeEachBrowser, until } from './rig.ts';
 *
 *     describeEachBrowser('the switch', (rig) => {
 *       test('…', async () => {
 *         rig().site.page('http://news.test/one', '<!doctype html>…');       // or .host('news.test', FOLDER | HANDLER)
 *         const page = await rig().open('http://news.test/one');              // a puppeteer Page: evaluate, click, …
 *         await until('badge', () => rig().badge(page), (text) => text === '3');
 *         const popup = await rig().popup(page);                              // the real toolbar popup
 *         await popup.click('button[name=off]');
 *         expect(await popup.evaluate(() => document.body.innerText)).toContain('…');
 *       });
 *     });
 *
 * - `npm run build` first: the rig copies `dist/` when it starts, so a build meanwhile does not disturb a test.
 * - Every address is answered by `rig().site`; nothing reaches the network. `http://akhbar.test/` is
 *   `tests/fixtures/site`. There is no https. `site.requests` is everything that was asked for.
 * - One browser for each `describeEachBrowser`; give each test a host of its own, or put settings back.
 * - Functions given to `evaluate` run elsewhere: they see no variables from around them, only their arguments.
 * - Never wait for a time: wait with {@link until} for what is to become true.
 * - `vitest run --project browser -t firefox` runs one browser's tests.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { Rig, type RigOptions } from '../../scripts/drive/rig.ts';
import type { View } from '../../scripts/drive/view.ts';
import { ROOT, TARGETS, type Target } from '../../scripts/paths.ts';

export { FIXTURES, Rig, type RigOptions } from '../../scripts/drive/rig.ts';
export { until } from '../../scripts/drive/until.ts';
export type { View } from '../../scripts/drive/view.ts';

/** Writes a picture below `screenshots/`, which is not in the repository. */
export async function picture(name: string, of: Page | View): Promise<string> {
  const file = join(ROOT, 'screenshots', `${name}.png`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await of.screenshot());
  return file;
}

/** The same tests in both browsers. A browser that is missing fails them. */
export function describeEachBrowser(
  name: string,
  tests: (rig: () => Rig, target: Target) => void,
  options: RigOptions = {},
): void {
  describe.each(TARGETS)(`%s: ${name}`, (target) => {
    let rig: Rig | undefined;
    beforeAll(async () => {
      rig = await Rig.start(target, options);
    });
    afterAll(() => rig?.close());
    tests(() => {
      if (!rig) throw new Error('the browser has not started');
      return rig;
    }, target);
  });
}
