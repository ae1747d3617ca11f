import { afterEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../../src/settings/schema.ts';
import {
  expectEverythingWorks,
  importSettings,
  isAsServed,
  isCleaned,
  KEPT,
  makeOpener,
  prepareSettings,
  storedSettings,
  waitForText,
  withPages,
} from '../fault-helpers.ts';
import { applySettings, reportOf, serialized } from '../page-helpers.ts';
import { describeChromiumFirst, until } from '../rig.ts';

describeChromiumFirst(
  'faults',
  (rig, target) => {
    const { open, keep, openHalf, closeAll } = makeOpener(rig);
    const prepare = (more?: Partial<Settings>) => prepareSettings(rig(), more);
    afterEach(closeAll);

    describe('the background is killed', () => {
      test('during a switch, again and again', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        for (const mode of ['off', 'always', 'auto', 'off'] as const) {
          const sites = JSON.stringify({ ...KEPT.sites, 'a.test': mode });
          await Promise.all([rig().api(`browser.storage.local.set({ sites: ${sites} })`), rig().killBackground()]);
        }
        await rig().killBackground();
        await expectEverythingWorks(rig());
        await isAsServed(page);
      });

      test('during a registration: in the end the browser has what the settings say', async () => {
        await prepare();
        for (let i = 0; i < 8; i++) {
          const sites = JSON.stringify({ ...KEPT.sites, [`n${i}.test`]: 'off', 'a.test': i % 2 ? 'off' : 'always' });
          const registering = rig().api(`browser.storage.local.set({ sites: ${sites} })
            .then(() => browser.scripting.getRegisteredContentScripts()).then(() => 0)`);
          await rig().killBackground();
          await registering;
        }
        await expectEverythingWorks(rig());
        const registered = await rig().api<{ id: string; excludeMatches?: string[] }[]>(
          'browser.scripting.getRegisteredContentScripts()',
        );
        expect(registered.map(({ id }) => id)).toEqual(['auto-0']);
        expect(registered[0]?.excludeMatches?.filter((match) => !match.endsWith('./*')).sort()).toEqual([
          '*://*.a.test/*',
          '*://*.kept.test/*',
          '*://*.n7.test/*',
        ]);
      });

      test('during an import', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        const view = keep(await rig().extensionPage('options.html#backup'));
        await until('the page is drawn', () => view.evaluate<boolean>(`document.querySelector('main') !== null`));
        await importSettings(view, { sites: { 'a.test': 'off' } });
        await Promise.all([view.click('button[name=import-now]'), rig().killBackground()]);
        await until(
          'it is stored',
          () => storedSettings(rig()),
          ({ sites }) => sites?.['a.test'] === 'off',
        );
        await expectEverythingWorks(rig());
        await isAsServed(page);
      });

      test('with the popup open, whose switch works all the same', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        const popup = await rig().popup(page);
        await waitForText(popup, 'library on wheels');
        await rig().killBackground();
        await popup.click('input[role=switch]');
        await isAsServed(page);
        await popup.close();
        await prepare();
        await expectEverythingWorks(rig());
      });

      test('during a page load', async () => {
        await prepare();
        const { page, arriving, letIn } = await openHalf('http://a.test/half');
        await rig().killBackground();
        letIn();
        await arriving;
        await isCleaned(page);
        await until(
          'the badge counts everything',
          () => rig().badge(page),
          (count) => Number(count) > 4,
        );
        await expectEverythingWorks(rig());
      });
    });

    describe('the extension', () => {
      test('is updated while pages are open: the new one takes over, and nothing is there twice', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        await rig().update();
        await isCleaned(page);
        await expectEverythingWorks(rig());
        if (target === 'chromium') {
          // The old one has left.
          await applySettings(rig(), { sites: { ...KEPT.sites, 'a.test': 'off' } });
          await isAsServed(page);
          await applySettings(rig(), { sites: KEPT.sites });
        }
        await page.bringToFront();
        await page.reload();
        await reportOf(rig(), page);
        const names = await page.evaluate(
          () => new Set(document.documentElement.outerHTML.match(/ data-[a-z]{6,12}(?==")/g)).size,
        );
        // One for what is hidden, one for what closes the gap of a line.
        expect(names).toBe(2);
        expect((await serialized(page)).sheets).toBe(1);
      });

      test('is disabled and enabled again while pages are open', async () => {
        await prepare();
        const page = await open('http://a.test/repost-en');
        await isCleaned(page);
        await rig().setEnabled(false);
        // Firefox ends content scripts without a word: there the page stays as it is until it is loaded again.
        if (target === 'firefox') await page.reload();
        await isAsServed(page);
        await rig().setEnabled(true);
        await page.reload();
        await isCleaned(page);
        await expectEverythingWorks(rig());
      });
    });
  },
  { own: true, ...withPages() },
);
