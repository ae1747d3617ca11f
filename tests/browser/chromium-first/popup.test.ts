/** The popup over real pages, in its states, by mouse and by keyboard alone. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import en from '../../../src/locales/en.json' with { type: 'json' };
import { makeOpener } from '../fault-helpers.ts';
import { describeChromiumFirst, FIXTURES, picture, type Rig, until, type View } from '../rig.ts';
import { choose, showsText, waitForControl, waitForPopup } from '../visible.ts';

const LITTER = 'Leave a Reply';

const text = (view: View) => view.evaluate<string>('document.body.innerText');
const says = (view: View, words: string) =>
  until(
    `the popup says “${words}”`,
    () => text(view),
    (all) => all.includes(words),
  );

/** The name of what has the focus. */
const focused = (view: View) => view.evaluate<string>(`document.activeElement.getAttribute('name') ?? ''`);

/** Tab, and the focus has gone on: a key reaches the popup when it can. */
async function tabOn(view: View): Promise<void> {
  await view.evaluate(`globalThis.lastFocused = document.activeElement, 0`);
  await view.press('Tab');
  await until('the focus has gone on', () => view.evaluate<boolean>('document.activeElement !== lastFocused'));
}

/** The popup's page in a tab, about another tab: there it can be resized. */
async function inTab(rig: Rig, page: Page): Promise<View> {
  const view = await rig.extensionPage(`popup.html?tab=${await rig.tabId(page)}`);
  await waitForPopup(view);
  return view;
}

describeChromiumFirst(
  'popup',
  (rig, target) => {
    const { open, keep, closeAll } = makeOpener(rig);
    const popup = async (page: Page) => {
      const view = keep(await rig().popup(page));
      await waitForPopup(view);
      return view;
    };
    const tab = async (page: Page) => keep(await inTab(rig(), page));
    afterEach(closeAll);

    test('says what a repost is, where it is from, what it says and what was done', async () => {
      const page = await open('http://one.test/repost-en');
      const view = await popup(page);
      await says(view, 'Copied from');
      const all = await text(view);
      expect(all).toContain('A library on wheels keeps four mountain valleys reading');
      expect(all).toMatch(/\d+ min read/);
      expect(all).toContain(en.popup_open_original);
      expect(all).toMatch(/\d+ things hidden/);
      expect(await view.evaluate<number>(`document.querySelectorAll('.gist button').length`)).toBeGreaterThan(0);
      await picture(`popup-real/${target}-repost-en`, view);
    });

    test('unfolds why, and shows the place of a Signal and of a sentence', async () => {
      const page = await open('http://two.test/repost-ar');
      const view = await popup(page);
      await says(view, 'Copied from');
      await choose(view, 'why');
      const signals = await until(
        'Signals are listed',
        () => view.evaluate<string[]>(`[...document.querySelectorAll('.signals button')].map((row) => row.innerText)`),
        (rows) => rows.length > 0,
      );
      expect(signals.join()).toContain('[ad_1]');
      expect(signals.join()).not.toContain('Another sign');
      const highlights = () =>
        page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('data-')).length);
      expect(await highlights()).toBe(0);
      await view.click('.gist button');
      await until('the sentence is highlighted', highlights);
      expect(await view.evaluate<string>(`getComputedStyle(document.querySelector('.gist')).direction`)).toBe('rtl');
      await picture(`popup-real/${target}-repost-ar`, view);
    });

    test('peeks, pauses and cleans again', async () => {
      const page = await open('http://three.test/repost-en');
      await until('the page is cleaned', async () => !(await showsText(page, LITTER)));
      const view = await tab(page);
      await choose(view, 'show');
      await until('everything is shown', () => showsText(page, LITTER));
      await until('the popup says so', async () =>
        view.evaluate<boolean>(`document.querySelector('[name=show]').ariaPressed === 'true'`),
      );
      await choose(view, 'show');
      await until('it is hidden again', async () => !(await showsText(page, LITTER)));
      await choose(view, 'restore');
      await until('the page is restored', () => showsText(page, LITTER));
      await says(view, en.popup_paused);
      expect(await focused(view)).toBe('more');
      await choose(view, 'clean');
      await until('what comes instead has the focus', async () => (await focused(view)) === 'show');
      await until('the page is clean again', async () => !(await showsText(page, LITTER)));
      await says(view, 'things hidden');
    });

    test('switches the site off, cleans it once, and switches it on again', async () => {
      const page = await open('http://four.test/repost-en');
      const view = await tab(page);
      await says(view, 'things hidden');
      await choose(view, 'switch');
      await says(view, 'Clean Copy is off on four.test');
      await until('the page is restored', () => showsText(page, LITTER));
      await choose(view, 'clean-once');
      await until('the page is cleaned once', async () => !(await showsText(page, LITTER)));
      await says(view, 'things hidden');
      expect(await view.evaluate<boolean>(`document.querySelector('[role=switch]').checked`)).toBe(false);
      await choose(view, 'switch');
      await waitForControl(view, 'more');
      await page.reload();
      await says(view, 'things hidden');
      await until('the page is cleaned', async () => !(await showsText(page, LITTER)));
    });

    test('cleans every article of a site', async () => {
      const page = await open('http://five.test/original-en');
      const view = await tab(page);
      await says(view, 'No sign of copying');
      await choose(view, 'always');
      await says(view, 'hidden');
      await until('the form has gone', async () => !(await showsText(page, LITTER)));
      await choose(view, 'always');
      await until('the form is back', () => showsText(page, LITTER));
    });

    test('copies the article with the link to the original', async () => {
      const page = await open('http://six.test/repost-en');
      const view = await tab(page);
      await waitForControl(view, 'copy');
      await view.evaluate(() => {
        const write = navigator.clipboard.writeText.bind(navigator.clipboard);
        navigator.clipboard.writeText = (copied) => {
          document.body.dataset.copied = copied;
          return write(copied);
        };
      });
      for (const [format, start] of [
        ['copy-text', 'A library on wheels'],
        ['copy-markdown', '# A library on wheels'],
      ] as const) {
        await view.evaluate('delete document.body.dataset.copied');
        await choose(view, format);
        const copied = await until('it was copied', () => view.evaluate<string>('document.body.dataset.copied ?? ""'));
        expect(copied.startsWith(start)).toBe(true);
        expect(copied).toMatch(/https:\/\/\S+\.example\//);
        expect(copied).not.toContain('[ad_1]');
        await until('it says so', () =>
          view.evaluate<boolean>(
            `document.querySelector('[role=status]').innerText === ${JSON.stringify(en.popup_copied)}`,
          ),
        );
      }
    });

    test('opens the original only when pressed', async () => {
      const page = await open('http://seven.test/repost-en');
      const addresses = () =>
        rig().api<string[]>(
          `browser.tabs.query({}).then((tabs) => tabs.map((tab) => tab.pendingUrl || tab.url || '').filter((url) => url.includes('.example')))`,
        );
      const view = await tab(page);
      await waitForControl(view, 'open-original');
      expect(await addresses()).toEqual([]);
      await choose(view, 'open-original');
      await until('a tab is there', addresses, (found) => found.length === 1);
      for (const opened of await rig().browser.pages()) if (opened.url().includes('.example')) await opened.close();
    });

    test('searches for the original where the page does not link it, with the reader’s own search', async () => {
      const html = readFileSync(`${FIXTURES}/repost-en.html`, 'utf8').replace(
        /<a href="https:[^>]*>Source link <\/a>/,
        '',
      );
      rig().site.page('http://fifteen.test/unlinked', html);
      await rig().api(`browser.storage.local.set({ search: 'https://find.example/?q=%s' }).then(() => 0)`);
      const searches = () =>
        rig().api<string[]>(
          `browser.tabs.query({}).then((tabs) => tabs.map((tab) => tab.pendingUrl || tab.url || '').filter((url) => url.includes('find.example')))`,
        );
      const view = await tab(await open('http://fifteen.test/unlinked'));
      await waitForControl(view, 'find-original');
      expect(await searches()).toEqual([]);
      await choose(view, 'find-original');
      const [address = ''] = await until('a search tab is there', searches, (found) => found.length === 1);
      const phrase = new URL(address).searchParams.get('q') ?? '';
      expect(phrase).toMatch(/^"[^"]{20,}"$/);
      expect(html.replace(/<[^>]*>/g, '')).toContain(phrase.slice(1, 40));
      for (const opened of await rig().browser.pages()) if (opened.url().includes('find.example')) await opened.close();
    });

    test('has a state for pages without an article, and for those it cannot see', async () => {
      const list = await tab(await open('http://eight.test/category'));
      await says(list, en.popup_no_article);
      const file = await tab(await open('http://eight.test/text.txt'));
      await says(file, en.popup_no_article);
      const ours = await rig().api<number>('browser.tabs.getCurrent().then(({ id }) => id)');
      const blank = keep(await rig().extensionPage(`popup.html?tab=${ours}`));
      await says(blank, en.popup_barred);
      expect(await blank.evaluate<number>(`document.querySelectorAll('[role=switch]').length`)).toBe(0);
      await picture(`popup-real/${target}-barred`, blank);
    });

    test('says when the page could not be reached, and that reloading helps', async () => {
      const registered = `browser.scripting.getRegisteredContentScripts()`;
      await rig().api<number>(`${registered}.then(async (all) => {
        globalThis.kept = all;
        await browser.scripting.unregisterContentScripts();
        return 0;
      })`);
      const page = await open('http://nine.test/repost-en');
      const view = await tab(page);
      await says(view, en.popup_unreachable);
      await rig().api<number>(`browser.scripting.registerContentScripts(
        globalThis.kept.map(({ cssOrigin, ...script }) => script)).then(() => 0)`);
      await choose(view, 'reload');
      await says(view, 'things hidden');
    });

    test('shows what arrives while it is open', async () => {
      let end = () => {};
      const html = readFileSync(`${FIXTURES}/repost-en.html`, 'utf8');
      const middle = html.indexOf('<article');
      rig().site.page('http://ten.test/slow', (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.write(html.slice(0, middle));
        end = () => response.end(html.slice(middle));
      });
      const page = keep(await rig().browser.newPage());
      const going = page.goto('http://ten.test/slow');
      // It is waited for at the end: what fails before that says more.
      going.catch(() => {});
      // What nobody sees is not looked at.
      await page.bringToFront();
      await until('the first half is there, and seen', () =>
        page.evaluate(() => document.body?.innerHTML.length > 100 && !document.hidden).catch(() => false),
      );
      const id = await until('the tab has its address', () =>
        rig().api<number | undefined>(
          `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.endsWith('.test/slow'))?.id)`,
        ),
      );
      const view = keep(await rig().extensionPage(`popup.html?tab=${id}`));
      // It may load for ever: what has come of it is told.
      await says(view, en.popup_no_article);
      await says(view, en.popup_still_loading);
      end();
      await going;
      await says(view, 'A library on wheels');
      await says(view, 'things hidden');
    });

    test('works with the keyboard alone, in the order that is seen', async () => {
      const page = await open('http://eleven.test/repost-en');
      const view = await popup(page);
      await says(view, 'things hidden');
      const way: string[] = [];
      for (let step = 0; step < 30 && way.at(-1) !== 'more'; step++) {
        await tabOn(view);
        const at = await focused(view);
        if (at && at !== way.at(-1)) way.push(at);
      }
      expect(way).toEqual(['switch', 'open-original', 'hidden', 'show', 'why', 'copy', 'save', 'print', 'more']);
      const visible = await view.evaluate<string>(`getComputedStyle(document.activeElement).outlineStyle`);
      expect(visible).toBe('solid');
      // A press with the keyboard does what a click does.
      await view.evaluate(`document.querySelector('[name=why]').focus()`);
      await view.press('Enter');
      await until('the Signals unfold', () => view.evaluate<number>(`document.querySelectorAll('.signals li').length`));
      await view.evaluate(`document.querySelector('[role=switch]').focus()`);
      await view.press(' ');
      await says(view, 'Clean Copy is off on eleven.test');
    });

    test('menus open and close by the keyboard, and the focus comes back', async () => {
      const view = await tab(await open('http://sixteen.test/repost-en'));
      await view.show();
      await waitForControl(view, 'copy');
      const focus = (name: string) =>
        until(
          `${name} has the focus`,
          () => focused(view),
          (at) => at === name,
        );
      await view.evaluate(`document.querySelector('[name=copy]').focus()`);
      await view.press('ArrowDown');
      await focus('copy-text');
      await view.press('ArrowUp');
      await focus('copy-quote');
      await view.press('Home');
      await focus('copy-text');
      await view.press('Escape');
      await focus('copy');
      expect(await view.evaluate<number>(`document.querySelectorAll('[aria-expanded=true]').length`)).toBe(0);
      await view.press('Enter');
      await waitForControl(view, 'copy-text');
      await view.evaluate(`document.querySelector('[name=print]').focus()`);
      await until('it closes when the focus goes on', () =>
        view.evaluate<boolean>(`!document.querySelector('[name=copy-text]').checkVisibility()`),
      );
      await choose(view, 'more');
      await waitForControl(view, 'options');
      await view.click('h1');
      await until('it closes by a click beside it', () =>
        view.evaluate<boolean>(`!document.querySelector('[name=options]').checkVisibility()`),
      );
    });

    test('says which keys do the same, and offers nothing that does nothing', async () => {
      const shown = (view: View) =>
        view.evaluate<string[]>(`[...document.querySelectorAll('footer .menu:last-child li')].map((item) =>
          [item.querySelector('[name]').name, item.querySelector('kbd')?.innerText ?? ''].join(' ').trim())`);
      const keys = await rig().api<Record<string, string>>(
        `browser.commands.getAll().then((all) => Object.fromEntries(all.map(({ name, shortcut }) => [name, shortcut])))`,
      );
      const view = await tab(await open('http://sixteen.test/repost-en'));
      await waitForControl(view, 'show');
      await choose(view, 'more');
      expect(await shown(view)).toEqual([
        `restore ${keys['toggle-clean']}`,
        `hide ${keys['hide-this']}`,
        ...['choose-article', 'wrong-verdict', 'wrong-original', 'report', 'history', 'options', 'always'],
      ]);
      const hides = await view.evaluate<string>(`document.querySelector('[name=hide]').innerText`);
      await view.press('Escape');
      await choose(view, 'hidden');
      await choose(view, 'kind-ad-token');
      expect(await view.evaluate<string>(`document.querySelector('[name=kind-ad-token]').innerText`)).toMatch(/ 2$/);
      await waitForControl(view, 'show-piece');
      await choose(view, 'restore');
      await until('nothing is hidden', () => view.evaluate<boolean>(`document.querySelector('[name=clean]') !== null`));
      await choose(view, 'more');
      expect((await shown(view))[0]).toBe(`hide ${keys['hide-this']}`);
      // Where nothing is hidden, there is nothing else to hide.
      expect(await view.evaluate<string>(`document.querySelector('[name=hide]').innerText`)).not.toBe(hides);
      expect(await view.evaluate<number>(`document.querySelectorAll('[name=show-piece], [name=show]').length`)).toBe(0);
    });

    test.each(['repost-en', 'repost-ar'])(
      '%s needs no scrolling, and the last bar is always in sight',
      async (name) => {
        const view = await tab(await open(`http://seventeen.test/${name}`));
        await waitForControl(view, 'show');
        await view.resize(380, 600);
        const room = () =>
          view.evaluate<[number, number]>(
            '[document.documentElement.scrollHeight, document.documentElement.clientHeight]',
          );
        const [needed, free] = await room();
        expect(needed).toBeLessThanOrEqual(free);
        await view.resize(380, 400);
        await until('it scrolls', room, ([needed, free]) => needed > free);
        expect(
          await view.evaluate<boolean>(
            `document.querySelector('footer').getBoundingClientRect().bottom <= innerHeight`,
          ),
        ).toBe(true);
      },
    );

    test('under the toolbar button it has its width, and none of it is cut', async () => {
      const page = await open('http://fourteen.test/repost-en');
      const view = await popup(page);
      await says(view, 'things hidden');
      // A classic scroll bar may come on top, or lie inside.
      await until(
        'the window has its size, and nothing lies under a scroll bar',
        () =>
          view.evaluate<number[]>(`[innerWidth, document.documentElement.clientWidth,
            document.body.offsetWidth, document.documentElement.scrollWidth]`),
        ([inner = 0, free = 0, body = 0, content = 0]) =>
          inner >= 380 && inner <= 420 && body === free && content === free,
      );
      const tall = await view.evaluate<number>('innerHeight');
      // As the page arrives: a body with a line break in it.
      await view.evaluate(`document.body.textContent = '\\n'`);
      expect(await view.evaluate<number>('document.body.offsetHeight'), 'before it has content').toBeGreaterThanOrEqual(
        tall,
      );
    });
  },
  {
    site: (site) => {
      const names = 'one two three four five six seven eight nine ten eleven fourteen fifteen sixteen seventeen'.split(
        ' ',
      );
      for (const name of names) site.host(`${name}.test`, FIXTURES);
    },
  },
);
