/** The disk that a browser's profile lies on is full: a small one of its own, in memory. Takes Linux and root. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import en from '../../src/locales/en.json' with { type: 'json' };
import {
  expectEverythingWorks,
  isAsServed,
  isCleaned,
  KEPT,
  popupOf,
  prepareSettings,
  storedSettings,
  textOf,
  withPages,
} from '../browser/fault-helpers.ts';
import { describeEachBrowser, until } from '../browser/rig.ts';

const disk = mkdtempSync(join(tmpdir(), 'disk-'));
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', disk]);
afterAll(() => {
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});
// Where the rig puts what it makes.
process.env.TMPDIR = disk;

const ballast = join(disk, 'ballast');
/** To the last byte. */
function fill(): void {
  const file = openSync(ballast, 'a');
  for (const size of [1 << 20, 1 << 12, 1])
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
    }
  closeSync(file);
}

describeEachBrowser(
  'the disk',
  (rig) => {
    test('is full: what could not be stored is said, pages go on, and with room all works', async () => {
      await prepareSettings(rig(), { remember: 'on', sync: false });
      const page = await rig().open('http://a.test/repost-en');
      await isCleaned(page);
      const popup = await popupOf(rig(), page);
      await popup.show();
      fill();
      expect(statfsSync(disk).bavail).toBe(0);
      const isOn = () => popup.evaluate<boolean>(`document.querySelector('input[role=switch]').checked`);
      const isOffStored = async () => (await storedSettings(rig())).sites?.['a.test'] === 'off';
      /** What the popup said before is gone. */
      const isQuiet = async () => !(await textOf(popup)).includes(en.popup_failed);
      const press = async () => {
        await until('the popup is quiet', isQuiet);
        const before = await isOffStored();
        await popup.click('input[role=switch]');
        return until('it is stored, or said that it is not', async () => {
          if (!(await isQuiet())) return 'said';
          return (await isOffStored()) !== before && 'stored';
        });
      };
      const pressUntil = (end: 'said' | 'stored') =>
        until(`a press is ${end}`, press, (answer) => answer === end, 60_000);

      // Firefox has some room left in its own files, and finds it again after a failure.
      await pressUntil('said');
      const isOff = await isOffStored();
      await until('the switch shows what is stored', async () => (await isOn()) === !isOff);
      await (isOff ? isAsServed(page) : isCleaned(page));
      expect((await storedSettings(rig())).rules).toEqual(KEPT.rules);
      await isCleaned(await rig().open('http://b.test/repost-en'));

      truncateSync(ballast);
      await popup.show();
      await pressUntil('stored');
      await prepareSettings(rig());
      await expectEverythingWorks(rig());
      await rig().restart();
      await expectEverythingWorks(rig());
    }, 180_000);
  },
  { own: true, ...withPages() },
);
