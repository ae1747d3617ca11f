/**
 * Pictures of the built extension's popup, options and first run in other languages, in both browsers:
 * `npx tsx tests/browser/gallery/languages.ts [--browser chromium] [LANGUAGE…]` writes them to screenshots/languages/;
 * Arabic, German and Japanese unless told otherwise. `npm run build` first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Rig } from '../../../scripts/drive/rig.ts';
import { until } from '../../../scripts/drive/until.ts';
import type { View } from '../../../scripts/drive/view.ts';
import { ROOT, TARGETS } from '../../../scripts/paths.ts';
import { waitForPopup } from '../visible.ts';

const out = join(ROOT, 'screenshots', 'languages');
mkdirSync(out, { recursive: true });
const { values, positionals } = parseArgs({ allowPositionals: true, options: { browser: { type: 'string' } } });
const languages = positionals.length > 0 ? positionals : ['ar', 'de', 'ja'];

/** As tall as all of it. */
async function whole(view: View, width: number): Promise<Uint8Array> {
  await view.resize(width, 900);
  await view.resize(width, await view.evaluate<number>('document.documentElement.scrollHeight'));
  return view.screenshot();
}

for (const target of TARGETS.filter((name) => name === (values.browser ?? name)))
  for (const language of languages) {
    const rig = await Rig.start(target, { language });
    const keep = (name: string, picture: Uint8Array) =>
      writeFileSync(join(out, `${language}-${target}-${name}.png`), picture);
    try {
      const page = await rig.open('http://akhbar.test/repost-en.html');
      const popup = await rig.popup(page);
      await waitForPopup(popup);
      keep('popup', await popup.screenshot());
      await popup.close();
      const tab = await rig.extensionPage(`popup.html?tab=${await rig.tabId(page)}`);
      await waitForPopup(tab);
      await tab.evaluate(
        `document.querySelectorAll('button[aria-expanded=false]').forEach((button) => button.click())`,
      );
      await tab.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
      keep('popup-unfolded', await whole(tab, 400));
      await tab.close();
      await rig.api(`browser.storage.local.set({ sites: { 'one.example': 'off', 'two.example': 'always' } })`);
      const options = await rig.extensionPage('options.html#sites');
      await until('it is drawn', () => options.evaluate<boolean>(`document.querySelector('.sites li') !== null`));
      keep('options', await whole(options, 900));
      keep('options-320', await whole(options, 320));
      const welcome = await rig.extensionPage('welcome.html');
      await until('it is drawn', () => welcome.evaluate<boolean>(`document.querySelector('main') !== null`));
      keep('welcome', await whole(welcome, 900));
    } finally {
      await rig.close();
    }
  }
console.log(`written to ${out}`);
