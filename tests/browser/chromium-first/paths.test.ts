/** A path of a Site with a Mode of its own: what the browser registers, a page that goes on by itself, and the popup. */
import { createReadStream } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { makeOpener } from '../fault-helpers.ts';
import { applySettings } from '../page-helpers.ts';
import { describeChromiumFirst, FIXTURES, picture, type Rig, until, type View } from '../rig.ts';
import { choose, showsText, untilGone, waitForPopup } from '../visible.ts';

/** Gone from every article that our code runs on. */
const TOKEN = '[ad_1]';

/** Whether a content script of ours listens in the page's tab. */
const hasOurCode = async (rig: Rig, page: Page | number): Promise<boolean> =>
  rig.api<boolean>(
    `browser.tabs.sendMessage(${typeof page === 'number' ? page : await rig.tabId(page)}, { type: 'standing' }).then(() => true, (error) => {
       if (/Receiving end/.test(error)) return false;
       throw error;
     })`,
  );

const sitesOf = (rig: Rig) =>
  rig.api<Record<string, string>>('browser.storage.local.get("sites").then(({ sites }) => sites ?? {})');

/** What the bar of the popup says: the name beside the switch, whether that is on, and what else can be chosen. */
const bar = (view: View) =>
  view.evaluate<{ name: string; on: boolean; buttons: string[] }>(`(() => {
    const header = document.querySelector('header');
    return {
      name: header.querySelector('.site').textContent,
      on: header.querySelector('[name=switch]').checked,
      buttons: [...header.querySelectorAll('button')].map((one) => one.innerText),
    };
  })()`);

/** Goes to another address without loading anew, as pages of one document do. */
const goWithin = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    return 0;
  }, path);

describeChromiumFirst(
  'a switch by path',
  (rig, target) => {
    const opener = makeOpener(rig);
    afterEach(async () => {
      await opener.closeAll();
      await applySettings(rig(), { defaultMode: 'auto', sites: {} });
    });

    test('runs our code under the path, in whole segments, and nowhere else', async () => {
      await applySettings(rig(), {
        sites: { 'a.test': 'off', 'a.test/blog': 'auto', 'a.test/blog/private': 'off', 'a.test/b%C3%BCcher': 'auto' },
      });
      for (const address of ['a.test/blog', 'a.test/blog?page=2', 'www.a.test/blog/x?y', 'a.test/bücher/x'])
        await untilGone(await opener.open(`http://${address}`), TOKEN);
      for (const address of [
        'a.test/',
        'a.test/blogger',
        'a.test/blogger/x',
        'a.test/Blog/x',
        'a.test/x/blog',
        'a.test/?/blog/',
        'a.test/blog/private',
        'a.test/blog/private/x',
        'sub.a.test/blog/x',
      ])
        expect(await hasOurCode(rig(), await opener.open(`http://${address}`)), address).toBe(false);
    });

    test('can switch off a part of a Site that is on', async () => {
      await applySettings(rig(), { sites: { 'a.test/news': 'off' } });
      await untilGone(await opener.open('http://a.test/newsletter'), TOKEN);
      const page = await opener.open('http://a.test/news/x');
      expect(await hasOurCode(rig(), page)).toBe(false);
      await applySettings(rig(), { sites: {} });
      await untilGone(page, TOKEN);
    });

    test('follows a page that goes from path to path within one document, and back', async () => {
      await applySettings(rig(), { sites: { 'a.test': 'off', 'a.test/blog': 'auto' } });
      const page = await opener.open('http://a.test/blog/x');
      await untilGone(page, TOKEN);
      await goWithin(page, '/news');
      await until('it is restored', () => showsText(page, TOKEN));
      await until('our code has gone', async () => !(await hasOurCode(rig(), page)));
      await goWithin(page, '/blog/y');
      await untilGone(page, TOKEN);
      await page.evaluate(() => history.back());
      await until('it is restored again', () => showsText(page, TOKEN));
      await page.evaluate(() => history.back());
      await untilGone(page, TOKEN);
    });

    test('is right on pages that come back from the cache', async () => {
      await applySettings(rig(), { sites: { 'a.test': 'off', 'a.test/blog': 'auto' } });
      const page = await opener.open('http://a.test/blog/x');
      await untilGone(page, TOKEN);
      await page.goto('http://a.test/news');
      expect(await hasOurCode(rig(), page)).toBe(false);
      const id = await rig().tabId(page);
      await rig().api(`browser.tabs.goBack(${id}).then(() => 0)`);
      await until('it is the page before', () =>
        page.evaluate(() => location.pathname === '/blog/x').catch(() => false),
      );
      await untilGone(page, TOKEN);
      await rig().api(`browser.tabs.goForward(${id}).then(() => 0)`);
      await until('it is the page after', () => page.evaluate(() => location.pathname === '/news').catch(() => false));
      expect(await showsText(page, TOKEN)).toBe(true);
      expect(await hasOurCode(rig(), id)).toBe(false);
    });

    test('is offered by the popup where the Site has a choice, says what it is for, and goes again', async () => {
      const page = await opener.open('http://a.test/blog/2024/x');
      await untilGone(page, TOKEN);
      const popup = `popup.html?tab=${await rig().tabId(page)}`;
      const before = opener.keep(await rig().extensionPage(popup));
      await waitForPopup(before);
      expect(await bar(before)).toEqual({ name: 'a.test', on: true, buttons: [] });
      await applySettings(rig(), { sites: { 'a.test': 'off' } });
      const view = opener.keep(await rig().extensionPage(popup));
      await waitForPopup(view);
      await until(
        'paths are offered',
        () => bar(view),
        ({ buttons }) => buttons.join() === '/blog,/blog/2024,/blog/2024/x',
      );
      await picture(`paths/${target}-offered`, view);
      await view.click('button[name=path]');
      await until(
        'the popup is about the path',
        () => bar(view),
        ({ name, on }) => name === 'a.test/blog' && on,
      );
      await untilGone(page, TOKEN);
      await view.show();
      await picture(`paths/${target}-path`, view);
      expect(await sitesOf(rig())).toEqual({ 'a.test': 'off', 'a.test/blog': 'auto' });
      expect(await hasOurCode(rig(), await opener.open('http://a.test/news'))).toBe(false);

      // The switch is the path's until its choice is taken away. A browser presses nothing behind another tab.
      await view.show();
      await choose(view, 'switch');
      await until(
        'the path is off',
        () => bar(view),
        ({ name, on }) => name === 'a.test/blog' && !on,
      );
      await until('the page is restored', () => showsText(page, TOKEN));
      expect(await sitesOf(rig())).toEqual({ 'a.test': 'off', 'a.test/blog': 'off' });
      await choose(view, 'switch');
      await untilGone(page, TOKEN);
      await view.show();
      await choose(view, 'same-as-site');
      await until(
        'the popup is about the Site',
        () => bar(view),
        ({ name, on, buttons }) => name === 'a.test' && !on && buttons.length === 3,
      );
      await until('the page is restored again', () => showsText(page, TOKEN));
      expect(await sitesOf(rig())).toEqual({ 'a.test': 'off' });
    });

    test('is typed into the options, and listed under the Site', async () => {
      const view = opener.keep(await rig().extensionPage('options.html#sites'));
      await until('the field is there', () => view.evaluate<boolean>(`!!document.querySelector('input[name=site]')`));
      const add = async (typed: string) => {
        await view.evaluate<number>(`(document.querySelector('input[name=site]').focus(), 0)`);
        for (const key of typed) await view.press(key);
        await view.press('Enter');
        await until(`${typed} was taken`, () =>
          view.evaluate<boolean>(`document.querySelector('input[name=site]').value === ''`),
        );
      };
      await add('www.a.test/Blog/');
      await add('a.test/b%C3%BCcher');
      await add('a.test');
      const rows = await until(
        'they are listed',
        () => view.evaluate<string[]>(`[...document.querySelectorAll('.sites label')].map((row) => row.textContent)`),
        ({ length }) => length === 3,
      );
      expect(rows).toEqual(['a.test', 'a.test/Blog', 'a.test/bücher']);
      expect(await sitesOf(rig())).toEqual({ 'a.test': 'off', 'a.test/Blog': 'off', 'a.test/b%C3%BCcher': 'off' });
      await picture(`paths/${target}-options`, view);
    });
  },
  {
    site: (site) =>
      void ['a.test', 'www.a.test', 'sub.a.test'].forEach((host) => {
        site.host(host, (_request, response) => {
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
          createReadStream(`${FIXTURES}/repost-en.html`).pipe(response);
        });
      }),
  },
);
