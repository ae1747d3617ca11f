/** Every page of the extension in every language, 320 pixels wide, in a wide font and with text at 200 %. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../../scripts/paths.ts';
import { openAndRemember, turnMemoryOn } from '../memory-helpers.ts';
import { describeEachBrowser, FIXTURES, until } from '../rig.ts';
import { SECTION_IDS } from '../sections.ts';
import { unfold } from '../visible.ts';
import { wideTextFaults } from '../wide-text.ts';

const LANGUAGES = readdirSync(join(ROOT, 'src/locales'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));
const URL = 'http://copy.test/repost-en';

describe.each(LANGUAGES)('%s', (language) => {
  describeEachBrowser(
    `wide text, ${language}`,
    (rig) => {
      let tabId: number;
      beforeAll(async () => {
        await turnMemoryOn(rig());
        const sites = { 'one.example': 'off', 'a-longer-name.example': 'always' };
        const kept = { sites, counts: { share: 3, 'comment-form': 12 }, rules: ['a.b copy'] };
        await rig().api(`browser.storage.local.set(${JSON.stringify(kept)}).then(() => 0)`);
        tabId = await rig().tabId(await openAndRemember(rig(), URL));
      });

      test.each([
        ['popup', '[name], button.main'],
        ...SECTION_IDS.map((id) => [`options.html#${id}`, '.sites li'] satisfies [string, string]),
        ['history.html', 'main table'],
        ['welcome.html', '.allowed, .access'],
        ['demo.html', 'button[name=toggle]'],
      ])('%s', async (name, selector) => {
        const view = await rig().extensionPage(name === 'popup' ? `popup.html?tab=${tabId}` : name);
        await view.resize(320, 900);
        await until('it is drawn', () => view.evaluate((css) => document.querySelector(css) !== null, selector));
        await unfold(view);
        expect(await wideTextFaults(view, 100)).toEqual([]);
        expect(await wideTextFaults(view, 200)).toEqual([]);
        await view.close();
      });
    },
    { language, site: (site) => void site.host('copy.test', FIXTURES) },
  );
});
