/**
 * What goes wrong with tabs, pages and windows, for real: tests/faults.md has the table. After each fault everything must
 * work again, see {@link expectEverythingWorks}.
 */
import { afterEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../../src/settings/schema.ts';
import {
  expectEverythingWorks,
  isAsServed,
  isCleaned,
  KEPT,
  makeOpener,
  prepareSettings,
  storedSettings,
  textOf,
  withPages,
} from '../fault-helpers.ts';
import { applySettings, reportOf } from '../page-helpers.ts';
import { describeEachBrowser, until } from '../rig.ts';

/** How long a page stays in a loop that ends by itself. Milliseconds. */
const LOOP = 10_000;

describeEachBrowser(
  'faults of tabs',
  (rig, target) => {
    const { open, keep, openPopup, openHalf, closeAll } = makeOpener(rig);
    const prepare = (more?: Partial<Settings>) => prepareSettings(rig(), more);
    afterEach(closeAll);

    describe('a tab', () => {
      test('is closed while its page arrives', async () => {
        await prepare();
        const { page, arriving, letIn } = await openHalf('http://a.test/closed');
        await page.close();
        letIn();
        await arriving;
        await expectEverythingWorks(rig());
      });

      test('goes elsewhere while its page arrives', async () => {
        await prepare();
        const { page, arriving, letIn } = await openHalf('http://a.test/left');
        await page.goto('http://b.test/original-en');
        letIn();
        await arriving;
        expect((await reportOf(rig(), page)).verdict.kind).toBe('none');
        expect(await rig().badge(page)).toBe('');
        await expectEverythingWorks(rig());
      });

      test('goes elsewhere, and is closed, under an open popup', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        const popup = await openPopup(page);
        await page.goto('http://b.test/repost-ar');
        await until(
          'the popup follows',
          () => textOf(popup),
          (words) => /[\u0600-\u06ff]{4}/.test(words) && words.includes('b.test'),
        );
        await page.close();
        await popup.click('input[role=switch]');
        await until(
          'the setting is kept all the same',
          () => storedSettings(rig()),
          ({ sites }) => sites?.['b.test'] === 'off',
        );
        await expectEverythingWorks(rig());
      });
    });

    describe('a page', () => {
      test('that is in a loop keeps others waiting no longer than the browser itself does', async () => {
        await prepare();
        const other = await open('http://b.test/repost-en');
        const stuck = await open('http://a.test/repost-en');
        await isCleaned(other);
        await isCleaned(stuck);
        let letGo = () => {};
        const gate = new Promise<void>((open) => (letGo = open));
        rig().site.page('http://a.test/gate', (_request, response) => void gate.then(() => response.end()));
        // Firefox registers scripts with every process, and so waits for the one that is in the loop: there it ends by
        // itself. In Chromium it ends only after others were seen to.
        await stuck.evaluate(
          target === 'firefox'
            ? `setTimeout(() => { for (const end = Date.now() + ${LOOP}; Date.now() < end; ); })`
            : `setTimeout(() => {
                const request = new XMLHttpRequest();
                request.open('GET', '/gate', false);
                request.send();
              })`,
        );
        await applySettings(rig(), { sites: { ...KEPT.sites, 'a.test': 'off', 'b.test': 'off' } }, 3 * LOOP);
        await isAsServed(other);
        await applySettings(rig(), { sites: KEPT.sites }, 3 * LOOP);
        await isCleaned(other);
        letGo();
        // It has heard everything in the end.
        await isCleaned(stuck);
        await expectEverythingWorks(rig());
      });
    });

    describe('windows', () => {
      test('two of them follow what is switched in one', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        const url = 'http://a.test/repost-en?second';
        await rig().api(`browser.windows.create({ url: '${url}' }).then(() => 0)`);
        const second = await until('the second window', async () =>
          (await rig().browser.pages()).find((one) => one.url() === url),
        );
        if (!second) throw new Error('no second window');
        keep(second);
        await isCleaned(page);
        await isCleaned(second);
        const popup = await openPopup(page);
        await popup.click('input[role=switch]');
        await Promise.all([isAsServed(page), isAsServed(second)]);
        await popup.click('input[role=switch]');
        await isCleaned(page);
        await isCleaned(second);
        await expectEverythingWorks(rig());
      });
    });
  },
  { own: true, ...withPages() },
);
