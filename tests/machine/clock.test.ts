/**
 * The clock is set back, and forward again, under a whole browser that runs. `clock.c` is put between the browser and
 * the system, which takes Linux and a C compiler.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import {
  expectEverythingWorks,
  isAsServed,
  isCleaned,
  popupOf,
  prepareSettings,
  storedSettings,
  textOf,
  waitForText,
  withPages,
} from '../browser/fault-helpers.ts';
import { openHistory } from '../browser/memory-helpers.ts';
import { describeEachBrowser, type Rig, until } from '../browser/rig.ts';

const DAY = 86_400;
const folder = mkdtempSync(join(tmpdir(), 'clock-'));
const offset = join(folder, 'offset');
/** By so many seconds from what it is. */
function setClock(seconds: number): void {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(seconds));
  // In place: browsers have the file in their memory.
  writeFileSync(offset, bytes, { flag: 'r+' });
}

writeFileSync(offset, Buffer.alloc(8));
execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', join(folder, 'clock.so'), join(import.meta.dirname, 'clock.c')]);
// Browsers that are started from here inherit it; this process itself runs already.
Object.assign(process.env, { LD_PRELOAD: join(folder, 'clock.so'), CLOCK_FILE: offset });
afterAll(() => rmSync(folder, { recursive: true }));

/** Days by which the clocks of a page and of the extension are behind. */
const behind = async (rig: Rig, page: Page) => {
  const clocks = [await page.evaluate(() => Date.now()), await rig.api<number>('Date.now()')];
  // A clock that is a moment ahead would make -0, which is another number to a test.
  return clocks.map((clock) => Math.round((Date.now() - clock) / 1000 / DAY) + 0);
};
const syncedAt = (rig: Rig) =>
  rig.api<{ state: string; at: number } | undefined>(
    `browser.storage.session.get('sync-status').then((all) => all['sync-status'])`,
  );
const isRemembered = (rig: Rig, host: string) =>
  until(`${host} is remembered`, async () => {
    const view = await openHistory(rig);
    const text = await textOf(view);
    await view.close();
    return text.includes(host);
  });

describeEachBrowser(
  'the clock',
  (rig) => {
    test('is set back by 400 days while the browser runs, over a restart, and forward again', async () => {
      setClock(0);
      await prepareSettings(rig(), { remember: 'on' });
      const before = await rig().open('http://a.test/repost-en');
      await before.bringToFront();
      await isCleaned(before);
      await isRemembered(rig(), 'a.test');
      await until('it is kept in step', async () => (await syncedAt(rig()))?.state === 'done');

      setClock(-400 * DAY);
      expect(await behind(rig(), before)).toEqual([400, 400]);
      await isCleaned(before);
      // The switch, from the popup, off and on.
      const popup = await popupOf(rig(), before);
      await popup.show();
      await popup.click('input[role=switch]');
      await isAsServed(before);
      await popup.click('input[role=switch]');
      await isCleaned(before);
      await popup.close();
      // What is changed now counts as the last word, though it was changed "earlier".
      await prepareSettings(rig(), { remember: 'on', look: 'dark' });
      await until('it is kept in step again', async () => {
        const status = await syncedAt(rig());
        return status?.state === 'done' && status.at < Date.now() - 399 * DAY * 1000;
      });
      expect((await storedSettings(rig())).look).toBe('dark');
      // An article is met, and nearly the same one at another address is told in the popup.
      const met = await rig().open('http://b.test/repost-en');
      await met.bringToFront();
      await isRemembered(rig(), 'b.test');
      const about = await popupOf(rig(), met);
      await waitForText(about, 'a.test');
      await about.close();
      await expectEverythingWorks(rig());

      await rig().restart();
      const after = await rig().open('http://b.test/repost-en');
      expect(await behind(rig(), after)).toEqual([400, 400]);
      await isCleaned(after);
      expect((await storedSettings(rig())).look).toBe('dark');
      await expectEverythingWorks(rig());

      setClock(0);
      expect(await behind(rig(), after)).toEqual([0, 0]);
      await prepareSettings(rig(), { remember: 'on' });
      await expectEverythingWorks(rig());
      await isRemembered(rig(), 'a.test');
    }, 120_000);
  },
  { own: true, ...withPages() },
);
