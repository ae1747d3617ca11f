/** No request, ever: all pages of ours, whatever is pressed in them; and what a reader presses to get to the web. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { applySettings, fixture, reportOf } from '../page-helpers.ts';
import { ALONE, makePresser, TO_THE_WEB } from '../pressing.ts';
import { describeEachBrowser, until } from '../rig.ts';
import { SECTION_IDS } from '../sections.ts';
import { choose, waitForControl } from '../visible.ts';

describeEachBrowser(
  'the network',
  (rig) => {
    test('options, history, welcome and demo ask it for nothing, whatever is pressed', async () => {
      const { folder, pressAll, openView, bring, expectNothingAsked } = await makePresser(rig());
      // Files that are brought and taken away.
      const inOptions: string[] = [];
      for (const id of SECTION_IDS) inOptions.push(...(await pressAll(async () => `options.html#${id}`)));
      for (const words of ['export', 'sync', 'copy-diagnostics', 'remember'])
        expect(inOptions.join('\n')).toContain(words);
      await until('the settings are saved', () => readdirSync(folder).some((name) => name.includes('settings')));
      const settings = {
        format: 'clean-copy-settings',
        version: 1,
        settings: { sites: { 'n.test': 'off' }, sync: true },
      };
      const options = await bring('options.html#backup', 'input[name=file]', 'mine.json', JSON.stringify(settings));
      await until('it is offered', () =>
        options.evaluate<boolean>(`!!document.querySelector('button[name=import-now]')`),
      );
      await options.click('button[name=import-now]');
      await until('the devices are in step', () =>
        rig().api<boolean>(`browser.storage.sync.get().then((all) => Object.keys(all).length > 0)`),
      );
      await options.close();

      await applySettings(rig(), { ...DEFAULTS, remember: 'on' });
      const page = await rig().open('http://use.test/repost-en');
      await page.bringToFront();
      const history = () => openView('history.html');
      let view = await history();
      await until('the article is remembered', async () => {
        await view.close();
        view = await history();
        return (await view.evaluate<string>('document.body.innerText')).includes('library on wheels');
      });
      await view.click('button[name=save]');
      const saved = await until('the memory is saved', () =>
        readdirSync(folder).find((name) => name.includes('memory') && name.endsWith('.json')),
      );
      await view.close();
      await pressAll(async () => 'history.html');
      const memory = readFileSync(join(folder, saved ?? ''), 'utf8');
      await (await bring('history.html', 'input[name=file]', 'mine.json', memory)).close();
      await pressAll(async () => 'welcome.html');
      await pressAll(async () => 'demo.html');

      await expectNothingAsked();
    });

    test('what a reader presses to get to the web goes there and nowhere else', async () => {
      const { asked, askedOfTheWeb, openView, popupOver } = await makePresser(rig());
      const named = await rig().open('http://use.test/repost-en');
      const nameless = fixture('repost-en.html').replaceAll(/href="https:\/\/thehighlandpost[^"]*"/g, 'href="#"');
      rig().site.page('http://find.test/repost', nameless);
      const unnamed = await rig().open('http://find.test/repost');
      for (const [name, over] of [
        ['open-original', named],
        ['find-original', unnamed],
      ] as const) {
        await reportOf(rig(), over);
        const before = asked().length;
        const popup = await openView(await popupOver(over)());
        await waitForControl(popup, name);
        expect(askedOfTheWeb(before)).toEqual([]);
        await choose(popup, name);
        const went = () => [...new Set(askedOfTheWeb(before))];
        await until(`${name} goes to ${TO_THE_WEB[name]}`, () => went().length);
        expect(went()).toEqual([`CONNECT ${TO_THE_WEB[name]}:443`]);
        await popup.close();
      }
    });
  },
  ALONE,
);
