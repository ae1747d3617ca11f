/** The pages of the extension as the browser itself draws them at 200 %: the real popup, and the others in tabs. */
import { beforeAll, describe, expect, test } from 'vitest';
import { layoutFaults } from '../layout-faults.ts';
import { describeEachBrowser, picture, type Rig, until, type View } from '../rig.ts';
import { SECTION_IDS } from '../sections.ts';
import { unfold, waitForPopup } from '../visible.ts';

const LONG_HOST = `${'a-long-label-of-a-host.'.repeat(4)}test`;
const sentence = (number: number) =>
  `In the ${number}th year the ferry between Kelder and Ormsay carried ${number},210 people, ${number} cows and the bells of Saint Enda, which had been cast in Dunmere.`;

/** Short and very long articles, in both directions of reading. */
const PAGES: Readonly<Record<string, string>> = {
  'http://short.test/note': `<!doctype html><html lang="en"><title>Ferry</title><h1>Ferry late</h1>
    <article><p>The ferry to Ormsay left Kelder twenty minutes late on Monday, the harbour board said, and nobody minded.</p>
    <p>Those who waited were given tea, and the piper played until the ship had left the harbour behind.</p></article>`,
  [`http://${LONG_HOST}/long`]: `<!doctype html><html lang="en"><title>Long</title>
    <article><h1>${'What the harbour board has said of the ferry, the pier and the bells '.repeat(4)}, Donaudampfschifffahrtselektrizitätenhauptbetriebswerk</h1>
    <p>[ad_1]</p>${Array.from({ length: 40 }, (_, i) => `<p>${sentence(i + 4)} ${sentence(i + 50)}</p>`).join('')}
    <p>[ad_2]</p><p><a href="https://${'very-long-label-of-a-host.'.repeat(6)}example/story/1">Source link</a></p></article>
    ${'<div class="related-posts"><h3>Related</h3><ul><li><a href="/a">Another ferry</a></li></ul></div>'.repeat(3)}`,
};
const FOLDER: readonly string[] = ['http://akhbar.test/repost-ar.html', 'http://akhbar.test/search.html'];

/** The reader has set the zoom of all pages, or of the whole screen, to 200 %. */
async function enlarge(rig: Rig): Promise<void> {
  if (rig.target === 'firefox') {
    await rig.firefox.evaluate(`(Services.prefs.setStringPref('layout.css.devPixelsPerPx', '2'), 0)`);
    return;
  }
  const settings = await rig.open('chrome://settings');
  await settings.evaluate('new Promise((done) => chrome.settingsPrivate.setDefaultZoom(2, done))');
  await settings.close();
}

const scale = (view: View) => view.evaluate<number>('devicePixelRatio');

describe.each(['en', 'ar'])('%s', (language) => {
  describeEachBrowser(
    `at 200 %, ${language}`,
    (rig, target) => {
      beforeAll(async () => {
        await enlarge(rig());
        const sites = { 'one.example': 'off', [LONG_HOST]: 'always' };
        await rig().api(`browser.storage.local.set(${JSON.stringify({ remember: 'on', sites })}).then(() => 0)`);
      });

      describe.each(['light', 'dark'] as const)('%s', (scheme) => {
        test.each([...FOLDER, ...Object.keys(PAGES)])('all of the popup can be read: %s', async (url) => {
          await rig().api(`browser.storage.local.set({ look: '${scheme}' }).then(() => 0)`);
          const page = await rig().open(url);
          const popup = await rig().popup(page);
          await waitForPopup(popup);
          const name = `zoom/${language}-${target}-${scheme}-${/\w+(?=\.html$|$)/.exec(url)?.[0]}`;
          await picture(name, popup);
          expect(await scale(popup)).toBe(2);
          expect(await layoutFaults(popup)).toEqual([]);
          await unfold(popup);
          await until('the report is there', () =>
            popup.evaluate(`Boolean(document.querySelector('textarea')?.value)`),
          );
          expect(await layoutFaults(popup)).toEqual([]);
          await until('its end is in sight', () =>
            popup.evaluate<boolean>(() => {
              const footer = document.querySelector('footer');
              footer?.scrollIntoView({ block: 'end' });
              return footer !== null && footer.getBoundingClientRect().bottom <= innerHeight + 1;
            }),
          );
          await picture(`${name}-end`, popup);
          await popup.close();
          await page.close();
        });

        test.each([
          ...SECTION_IDS.map((id) => [`options.html#${id}`, '.sites li'] satisfies [string, string]),
          ['history.html', 'main table'],
          ['welcome.html', 'main'],
          ['demo.html', 'button[name=toggle]'],
        ])('all of %s can be read', async (name, selector) => {
          await rig().api(`browser.storage.local.set({ look: '${scheme}' }).then(() => 0)`);
          const view = await rig().extensionPage(name);
          await until('it is drawn', () => view.evaluate((css) => document.querySelector(css) !== null, selector));
          await unfold(view);
          await picture(`zoom/${language}-${target}-${scheme}-${name.replace(/\W+/g, '-')}`, view);
          expect(await scale(view)).toBe(2);
          expect(await layoutFaults(view)).toEqual([]);
          await view.close();
        });
      });
    },
    {
      own: true,
      language,
      site: (site) => {
        for (const [url, html] of Object.entries(PAGES)) site.page(url, html);
      },
    },
  );
});
