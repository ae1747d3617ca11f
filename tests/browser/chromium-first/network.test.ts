/** No request, ever: what is used on a page and over it asks nothing of the network. `long/network.test.ts` has the rest. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { applySettings, isVisible, reportOf, sendToPage, visibleText } from '../page-helpers.ts';
import { ALONE, makePresser } from '../pressing.ts';
import { describeChromiumFirst, until } from '../rig.ts';

declare const browser: typeof import('webextension-polyfill');

const picking = `<!doctype html><html lang="en"><title>Seagrass</title><main><h1>Seagrass returns to the bay</h1>
  <div class="promo"><p>Win a boat</p></div>${'<p>The divers planted the seagrass by hand, and told at some length what came to live in it.</p>'.repeat(6)}</main></html>`;

describeChromiumFirst(
  'the network',
  (rig) => {
    test('popup and picker ask it for nothing, whatever is pressed', async () => {
      const { folder, pressAll, popupOver, expectNothingAsked } = await makePresser(rig());
      rig().site.page('http://pick.test/pick', picking);

      // The popup.
      await applySettings(rig(), { ...DEFAULTS, remember: 'on' });
      const page = await rig().open('http://use.test/repost-en');
      await page.bringToFront();
      await until('it is cleaned', async () => !(await visibleText(page)).includes('Leave a Reply'));
      const inPopup = await pressAll(popupOver(page));
      for (const name of ['copy-text', 'copy-markdown', 'copy-quote', 'save-markdown', 'save-html', 'print', 'why'])
        expect(inPopup.join('\n')).toContain(`button ${name} `);
      await until('two files are saved', () => readdirSync(folder).length >= 2);
      await until('it is printed', () =>
        rig().api<boolean>(`browser.tabs.query({}).then((tabs) => tabs.some(({ url }) => url?.includes('?print=')))`),
      );

      // The picker, as a reader uses it who hides something.
      const picked = await rig().open('http://pick.test/pick');
      await reportOf(rig(), picked);
      await rig().api(
        (tabId: number) =>
          browser.scripting
            .executeScript({ target: { tabId }, files: ['cleaner.js', 'correcting.js'] })
            .then(() => null),
        await rig().tabId(picked),
      );
      await picked.bringToFront();
      await sendToPage(rig(), picked, { type: 'pick', what: 'hide' });
      await until('the picker is open', () => picked.frames().length > 1);
      const boat = await picked.evaluate(() => {
        const { x, y } = document.querySelector('.promo p')?.getBoundingClientRect() ?? new DOMRect();
        return { x: x + 5, y: y + 5 };
      });
      await until('something is hidden', async () => {
        await picked.mouse.click(boat.x, boat.y);
        await picked.keyboard.press('Enter');
        return !(await isVisible(picked, '.promo p'));
      });

      await expectNothingAsked();
    });
  },
  ALONE,
);
