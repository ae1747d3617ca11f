/** The popup and the options page in other languages: longer words, and words from right to left. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { layoutFaults } from '../layout-faults.ts';
import { describeChromiumFirst, picture, type Rig, until, type View } from '../rig.ts';
import { SECTION_IDS, showSection } from '../sections.ts';
import { unfold, waitForPopup } from '../visible.ts';
import { wideTextFaults } from '../wide-text.ts';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'å',
  c: 'ç',
  e: 'ë',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
};
/** What is filled in or stands for itself. */
const KEPT = /(\$\d|%s|\[ad_1\]|https:\/\/|(?:\w+\.)?example\.com)/;

/** Words with marks above, and two in five letters more, as in the longest of languages; brackets show where a text ends. */
function pseudo(text: string, key: string): string {
  if (key === 'language_tag') return text;
  const accented = text
    .split(KEPT)
    .map((part) => (KEPT.test(part) ? part : part.replace(/[aceinosuy]/g, (letter) => ACCENTED[letter] ?? letter)))
    .join('');
  return `[${lengthened(accented, ['öñë', 'twö', 'thrëë', 'föür'])}]`;
}

/** From right to left, and longer. */
const longer = (text: string, key: string): string =>
  key === 'language_tag' ? text : lengthened(text, ['واحد', 'اثنان', 'ثلاثة', 'أربعة']);

/** The text and as many of the words, over and over, as make it two fifths longer. */
function lengthened(text: string, words: readonly string[]): string {
  let longer = text;
  for (let at = 0; longer.length < text.length * 1.4; at++) longer += ` ${words[at % words.length]}`;
  return longer;
}

const drawn = (view: View, selector: string) =>
  until('it is drawn', () => view.evaluate((css) => document.querySelector(css) !== null, selector));

async function popupOver(rig: Rig, page: Page): Promise<View> {
  const view = await rig.popup(page);
  await waitForPopup(view);
  return view;
}

/** The options page with Sites in it, with what it says when something is wrong, and what it says when a Site is gone. */
async function options(rig: Rig, width: number): Promise<View> {
  await rig.api(`browser.storage.local.set({ sites: { 'one.example': 'off', 'two.example': 'always' }, badge: 'no' })`);
  const view = await rig.extensionPage('options.html#sites');
  await view.resize(width, 900);
  await drawn(view, '.sites li');
  await view.click('.sites li button');
  await drawn(view, '.news button');
  await unfold(view);
  return view;
}

describe.each([
  ['longer words', 'en', pseudo],
  ['longer words from right to left', 'ar', longer],
] as const)('%s', (name, language, alter) => {
  describeChromiumFirst(
    name,
    (rig, target) => {
      const folder = `languages/${name.replaceAll(' ', '-')}-${target}`;

      test('nothing of the popup is cut', async () => {
        const page = await rig().open('http://akhbar.test/repost-ar.html');
        const popup = await popupOver(rig(), page);
        await unfold(popup);
        await picture(`${folder}-popup`, popup);
        expect(await layoutFaults(popup)).toEqual([]);
        expect(await popup.evaluate('document.documentElement.dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
        // Words of the page that find no room are cut at their own end.
        const ways = await popup.evaluate<string[]>(
          `[...document.querySelectorAll('.pieces q')].filter(({ textContent }) => /^Leave a Reply/.test(textContent))
            .map((quote) => getComputedStyle(quote).direction)`,
        );
        expect(ways).toEqual(['ltr']);
        // They begin where the reason above them does, but for their mark, whichever way they run.
        const astray = await popup.evaluate(() => {
          const isRtl = document.documentElement.dir === 'rtl';
          const range = document.createRange();
          return [...document.querySelectorAll('.pieces q')].filter((quote) => {
            range.selectNodeContents(quote);
            const [box, words] = [quote.getBoundingClientRect(), range.getBoundingClientRect()];
            return (isRtl ? box.right - words.right : words.left - box.left) > 12;
          }).length;
        });
        expect(astray).toBe(0);
        await popup.close();
      });

      test.each(['repost-ar', 'original-en', 'search'])('nothing of it is cut, 320 pixels wide, %s', async (name) => {
        const page = await rig().open(`http://akhbar.test/${name}.html`);
        const view = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
        await view.resize(320, 600);
        await waitForPopup(view);
        await unfold(view);
        await picture(`${folder}-${name}-320`, view);
        expect(await layoutFaults(view)).toEqual([]);
        expect(await wideTextFaults(view, 200)).toEqual([]);
        await view.close();
        await page.close();
      });

      test.each([1280, 320])('nothing of the options page is cut, %i pixels wide', async (width) => {
        const view = await options(rig(), width);
        for (const id of SECTION_IDS) {
          await showSection(view, id);
          await picture(`${folder}-options-${id}-${width}`, view);
          expect(await layoutFaults(view)).toEqual([]);
          expect(await wideTextFaults(view, 200)).toEqual([]);
        }
        await view.close();
      });
    },
    { language, alter },
  );
});
