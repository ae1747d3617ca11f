/** A little of everything in `chromium-first/`, in Firefox, so that `npm test` tells when Firefox is another matter. */
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { expectEverythingWorks, isCleaned, prepareSettings, withPages } from './fault-helpers.ts';
import { layoutFaults } from './layout-faults.ts';
import { reportOf, sendToPage, serialized } from './page-helpers.ts';
import { describeFirefox, until } from './rig.ts';
import { unfold, waitForPopup } from './visible.ts';
import { wideTextFaults } from './wide-text.ts';

describeFirefox(
  'a little of everything',
  (rig) => {
    test('a page is byte for byte what it was after it was cleaned and restored', async () => {
      const page = await rig().open('http://a.test/repost-en');
      await reportOf(rig(), page);
      for (const type of ['pause', 'clean', 'pause'] as const) await sendToPage(rig(), page, { type });
      const { now, served } = await serialized(page);
      expect(now).toBe(served);
      await page.close();
    });

    test('axe finds nothing in popup and options, nothing is cut at 320 pixels, and nobody is asked for anything', async () => {
      await rig().api(`browser.storage.local.set({ sites: { 'one.example': 'off' } }).then(() => 0)`);
      const page = await rig().open('http://b.test/repost-en');
      const before = rig().site.requests.length;
      const popup = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      await waitForPopup(popup);
      const options = await rig().extensionPage('options.html#sites');
      await until('it is drawn', () => options.evaluate<boolean>(`document.querySelector('.sites li') !== null`));
      for (const view of [popup, options]) {
        await view.show();
        await view.resize(320, 900);
        await unfold(view);
        expect(await violations(view)).toEqual([]);
        expect(await layoutFaults(view)).toEqual([]);
        expect(await wideTextFaults(view, 200)).toEqual([]);
        await view.close();
      }
      await page.close();
      expect(
        rig()
          .site.requests.slice(before)
          // The browser asks for a tab's picture by itself.
          .filter((request) => request.includes('.test') && !request.includes('/favicon.ico')),
      ).toEqual([]);
    });

    test('after the background was killed and the extension updated, everything works', async () => {
      await prepareSettings(rig());
      const page = await rig().open('http://a.test/repost-en');
      await isCleaned(page);
      await Promise.all([rig().api(`browser.storage.local.set({ badge: false })`), rig().killBackground()]);
      await prepareSettings(rig());
      await expectEverythingWorks(rig());
      await rig().update();
      await expectEverythingWorks(rig());
    });
  },
  withPages(),
);
