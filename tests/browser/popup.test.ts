/** The popup over real pages, in its states, by mouse and by keyboard alone. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { describeEachBrowser, FIXTURES, picture, type Rig, until, type View } from './rig.ts';
import { showsText, waitForPopup } from './visible.ts';

const LITTER = 'Leave a Reply';

const text = (view: View) => view.evaluate<string>('document.body.innerText');
const says = (view: View, words: string) =>
  until(
    `the popup says “${words}”`,
    () => text(view),
    (all) => all.includes(words),
  );

/** Presses the control with these words, with a real click. */
async function press(view: View, words: string): Promise<void> {
  await until(`there is “${words}” to press`, () =>
    view.evaluate((sought) => {
      for (const old of document.querySelectorAll('[data-pressed]')) old.removeAttribute('data-pressed');
      const control = [...document.querySelectorAll<HTMLElement>('button, summary, [role=switch], label')].find(
        (element) => (element.getAttribute('aria-label') ?? element.innerText).trim() === sought,
      );
      control?.setAttribute('data-pressed', '');
      return control !== undefined;
    }, words),
  );
  await view.click('[data-pressed]');
}

/** What has the focus, as a reader of the screen hears it. */
const focused = (view: View) =>
  view.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return '';
    const label = (element as HTMLInputElement).labels?.[0]?.innerText;
    return (element.getAttribute('aria-label') ?? label ?? element.innerText).trim().split('\n')[0] ?? '';
  });

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

describeEachBrowser(
  'popup',
  (rig, target) => {
    const pages: Page[] = [];
    const views: View[] = [];
    const open = async (url: string) => {
      const page = await rig().open(url);
      pages.push(page);
      return page;
    };
    const popup = async (page: Page) => {
      const view = await rig().popup(page);
      views.push(view);
      await waitForPopup(view);
      return view;
    };
    const tab = async (page: Page) => {
      const view = await inTab(rig(), page);
      views.push(view);
      return view;
    };

    afterEach(async () => {
      for (const closing of [...views.splice(0), ...pages.splice(0)]) await closing.close().catch(() => {});
    });

    test('says what a repost is, where it is from, what it says and what was done', async () => {
      const page = await open('http://one.test/repost-en');
      const view = await popup(page);
      await says(view, 'This looks like a copy of an article from');
      const all = await text(view);
      expect(all).toContain('A library on wheels keeps four mountain valleys reading');
      expect(all).toMatch(/\d+ min read/);
      expect(all).toContain('Open original');
      expect(all).toMatch(/\d+ things hidden/);
      expect(all).toContain('Leftover ad codes 2');
      expect(await view.evaluate<number>(`document.querySelectorAll('.gist button').length`)).toBeGreaterThan(0);
      await picture(`popup-real/${target}-repost-en`, view);
    });

    test('unfolds why, and shows the place of a Signal and of a sentence', async () => {
      const page = await open('http://two.test/repost-ar');
      const view = await popup(page);
      await says(view, 'This looks like a copy');
      await press(view, 'Why?');
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
      await press(view, 'Show what’s hidden');
      await until('everything is shown', () => showsText(page, LITTER));
      await until('the popup says so', async () =>
        view.evaluate<boolean>(`document.querySelector('[aria-pressed]').ariaPressed === 'true'`),
      );
      await press(view, 'Show what’s hidden');
      await until('it is hidden again', async () => !(await showsText(page, LITTER)));
      await press(view, 'Restore this page');
      await until('the page is restored', () => showsText(page, LITTER));
      await says(view, 'Paused until you leave this page');
      await until('what is offered next has the focus', async () => (await focused(view)) === 'Clean this page');
      await press(view, 'Clean this page');
      await until('the page is clean again', async () => !(await showsText(page, LITTER)));
      await says(view, 'things hidden');
    });

    test('switches the site off, cleans it once, and switches it on again', async () => {
      const page = await open('http://four.test/repost-en');
      const view = await tab(page);
      await says(view, 'things hidden');
      await press(view, 'Clean Copy on four.test');
      await says(view, 'Clean Copy is off on four.test');
      await until('the page is restored', () => showsText(page, LITTER));
      await press(view, 'Clean this page once');
      await until('the page is cleaned once', async () => !(await showsText(page, LITTER)));
      await says(view, 'things hidden');
      expect(await view.evaluate<boolean>(`document.querySelector('[role=switch]').checked`)).toBe(false);
      await press(view, 'Clean Copy on four.test');
      await says(view, 'Clean every article on this site');
      await page.reload();
      await says(view, 'things hidden');
      await until('the page is cleaned', async () => !(await showsText(page, LITTER)));
    });

    test('cleans every article of a site', async () => {
      const page = await open('http://five.test/original-en');
      const view = await tab(page);
      await says(view, 'No sign of copying');
      await press(view, 'Clean every article on this site');
      await says(view, 'hidden');
      await until('the form has gone', async () => !(await showsText(page, LITTER)));
      await press(view, 'Clean every article on this site');
      await until('the form is back', () => showsText(page, LITTER));
    });

    test('copies the article with the link to the original', async () => {
      const page = await open('http://six.test/repost-en');
      const view = await tab(page);
      await says(view, 'Copy article');
      await view.evaluate(() => {
        const write = navigator.clipboard.writeText.bind(navigator.clipboard);
        navigator.clipboard.writeText = (copied) => {
          document.body.dataset.copied = copied;
          return write(copied);
        };
      });
      for (const [format, start] of [
        ['Plain text', 'A library on wheels'],
        ['Markdown', '# A library on wheels'],
      ] as const) {
        await view.evaluate('delete document.body.dataset.copied');
        await press(view, format);
        const copied = await until('it was copied', () => view.evaluate<string>('document.body.dataset.copied ?? ""'));
        expect(copied.startsWith(start)).toBe(true);
        expect(copied).toMatch(/https:\/\/\S+\.example\//);
        expect(copied).not.toContain('[ad_1]');
        await until('it says so', () =>
          view.evaluate<boolean>(`document.querySelector('[role=status]').innerText === 'Copied'`),
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
      await says(view, 'Open original');
      expect(await addresses()).toEqual([]);
      await press(view, 'Open original');
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
      await says(view, 'Find original');
      expect(await searches()).toEqual([]);
      await press(view, 'Find original');
      const [address = ''] = await until('a search tab is there', searches, (found) => found.length === 1);
      const phrase = new URL(address).searchParams.get('q') ?? '';
      expect(phrase).toMatch(/^"[^"]{20,}"$/);
      expect(html.replace(/<[^>]*>/g, '')).toContain(phrase.slice(1, 40));
      for (const opened of await rig().browser.pages()) if (opened.url().includes('find.example')) await opened.close();
    });

    test('has a state for pages without an article, and for those it cannot see', async () => {
      const list = await tab(await open('http://eight.test/category'));
      await says(list, 'No article here');
      const file = await tab(await open('http://eight.test/text.txt'));
      await says(file, 'No article here');
      const ours = await rig().api<number>('browser.tabs.getCurrent().then(({ id }) => id)');
      const blank = await rig().extensionPage(`popup.html?tab=${ours}`);
      views.push(blank);
      await says(blank, 'Extensions can’t run here');
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
      await says(view, 'Can’t reach this page');
      await rig().api<number>(`browser.scripting.registerContentScripts(
        globalThis.kept.map(({ cssOrigin, ...script }) => script)).then(() => 0)`);
      await press(view, 'Reload page');
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
      const page = await rig().browser.newPage();
      pages.push(page);
      const going = page.goto('http://ten.test/slow');
      await until('the first half is there', () =>
        page.evaluate(() => document.body?.innerHTML.length > 100).catch(() => false),
      );
      const id = await until('the tab has its address', () =>
        rig().api<number | undefined>(
          `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.endsWith('.test/slow'))?.id)`,
        ),
      );
      const view = await rig().extensionPage(`popup.html?tab=${id}`);
      views.push(view);
      await says(view, 'Reading the page…');
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
      for (let step = 0; step < 40 && way.at(-1) !== 'Options'; step++) {
        await tabOn(view);
        const at = await focused(view);
        if (at && at !== way.at(-1)) way.push(at);
      }
      const stops = [
        'Clean Copy on eleven.test',
        'Open original',
        'Why?',
        'Show what’s hidden',
        'Restore this page',
        'Plain text',
        'Markdown',
        'Clean every article on this site',
        'Options',
      ];
      expect(way.filter((stop) => stops.includes(stop))).toEqual(stops);
      const visible = await view.evaluate<string>(`getComputedStyle(document.activeElement).outlineStyle`);
      expect(visible).toBe('solid');
      // A press with the keyboard does what a click does.
      await view.evaluate(
        `[...document.querySelectorAll('button')].find((b) => b.innerText.trim() === 'Why?').focus()`,
      );
      await view.press('Enter');
      await until('the Signals unfold', () => view.evaluate<number>(`document.querySelectorAll('.signals li').length`));
      await view.evaluate(`document.querySelector('[role=switch]').focus()`);
      await view.press(' ');
      await says(view, 'Clean Copy is off on eleven.test');
    });

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
      const names = 'one two three four five six seven eight nine ten eleven fourteen fifteen'.split(' ');
      for (const name of names) site.host(`${name}.test`, FIXTURES);
    },
  },
);
