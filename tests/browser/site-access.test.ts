/** Where the reader, or the browser, withholds the sites: what Clean Copy says then, where it asks, and what still works. */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import en from '../../src/locales/en.json' with { type: 'json' };
import { violations } from './axe.ts';
import { describeEachBrowser, FIXTURES, picture, type Rig, until, type View } from './rig.ts';
import { showsText } from './visible.ts';

const LITTER = 'Leave a Reply';

const isCleaned = (page: Page) => until('the page is cleaned', async () => !(await showsText(page, LITTER)));
const text = (view: View) => view.evaluate<string>('document.body.innerText');
const hasAccess = (rig: Rig) => rig.api<boolean>(`browser.permissions.contains({ origins: ['<all_urls>'] })`);

/** What a reader chooses on the browser's own page of the extension. */
async function setSiteAccess(rig: Rig, allowed: boolean): Promise<void> {
  if (rig.target === 'firefox') {
    const origins = `{ origins: ['<all_urls>'] }`;
    await rig.api(allowed ? `browser.permissions.request(${origins})` : `browser.permissions.remove(${origins})`);
  } else {
    const page = await rig.browser.newPage();
    await page.goto('chrome://extensions/');
    await page.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration({
        extensionId: '${new URL(rig.origin).host}', hostAccess: '${allowed ? 'ON_ALL_SITES' : 'ON_CLICK'}' })`,
    );
    await page.close();
  }
  await until(
    'the browser has it',
    () => hasAccess(rig),
    (access) => access === allowed,
  );
}

describeEachBrowser(
  'site access withheld',
  (rig, target) => {
    beforeAll(async () => {
      // Nobody is there to answer the browser's question.
      if (target === 'firefox')
        await rig().firefox.evaluate(`Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)`);
      await setSiteAccess(rig(), false);
    });

    test('no page is touched, and the popup says why and what helps', async () => {
      const page = await rig().open('http://one.test/repost-en');
      const popup = await rig().popup(page);
      await until(
        'it says so',
        () => text(popup),
        (all) => all.includes(en.popup_no_access),
      );
      expect(await showsText(page, LITTER)).toBe(true);
      expect(await popup.evaluate(`[...document.querySelectorAll('main button')].map(({ name }) => name)`)).toEqual([
        'clean-once',
        'allow',
      ]);
      expect(await violations(popup)).toEqual([]);
      await picture(`access/${target}-popup`, popup);
      await popup.close();
      await page.close();
    });

    test('with access on click it cleans the page on which it is pressed, and no other', async () => {
      const other = await rig().open('http://two.test/repost-en');
      const page = await rig().open('http://one.test/repost-en');
      const popup = await rig().popup(page, 'pressed');
      // The popup is drawn anew when it hears more of the page.
      await until('it is pressed', () =>
        popup.click('main button').then(
          () => true,
          () => false,
        ),
      );
      await isCleaned(page);
      await until(
        'the popup says what it is',
        () => text(popup),
        (all) => all.includes(en.popup_open_original),
      );
      expect(await showsText(other, LITTER)).toBe(true);
      await picture(`access/${target}-popup-pressed`, popup);
    });

    test.each([
      ['options.html', 'section.access'],
      ['welcome.html', '.access'],
    ])('%s says so, and asks there', async (name, place) => {
      const view = await rig().extensionPage(name);
      await until('it is said', () => view.evaluate<boolean>(`document.querySelector('${place} button') !== null`));
      expect(await violations(view)).toEqual([]);
      await picture(`access/${target}-${name.replace('.html', '')}`, view);
      await view.close();
    });

    test('when access is given, open pages are cleaned at once, and nothing asks any more', async () => {
      const page = await rig().open('http://three.test/repost-en');
      const options = await rig().extensionPage('options.html');
      await until('it asks', () => options.evaluate<boolean>(`document.querySelector('.access button') !== null`));
      if (target === 'firefox') await options.click('.access button');
      else await setSiteAccess(rig(), true);
      await until('it no longer asks', () => options.evaluate<boolean>(`document.querySelector('.access') === null`));
      await page.bringToFront();
      await isCleaned(page);
      await isCleaned(await rig().open('http://two.test/repost-en'));
    });
  },
  {
    own: true,
    site: (site) => void ['one.test', 'two.test', 'three.test'].forEach((host) => void site.host(host, FIXTURES)),
  },
);
