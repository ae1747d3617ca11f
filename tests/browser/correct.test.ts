/** The reader puts right what is wrong, by mouse, by keyboard and by touch, and it stays right. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { isSeen, seen, serialised, tell } from './clean-helpers.ts';
import { describeEachBrowser, FIXTURES, picture, until, type View } from './rig.ts';
import { popupIsDrawn } from './seen.ts';

declare const browser: typeof import('webextension-polyfill');

const REPOST = readFileSync(`${FIXTURES}/repost-en.html`, 'utf8');
const COMMENTS = 'Leave a Reply';

/** A page of the theme with things that no rule of ours finds, and handlers that write down whatever they hear. */
const pageWith = (body: string, head = '') => `<!doctype html><html lang="en"><head><title>Seagrass returns</title>
<style>body{margin:0 auto;max-width:40rem;font:16px sans-serif}.bar{position:fixed;inset:auto 0 0;height:60px;background:#fd0}
.promo{background:#def;padding:20px;margin:10px 0}</style>${head}</head><body>
<main class="story"><h1>Seagrass returns to the bay</h1>
<div class="promo css-1x2y3z"><p>Win a <b id="boat">boat</b></p></div>
${Array.from({ length: 6 }, (_, i) => `<p>Paragraph ${i} tells at some length how the divers planted the seagrass by hand, and what came to live in it, year after year.</p>`).join('\n')}
<div class="promo css-9a8b7c"><p>Win a car</p></div></main>${body}
<script>globalThis.heard = [];
for (const type of ['click','mousedown','mouseup','pointerdown','pointerup','pointermove','mousemove','keydown','keypress','keyup','wheel','touchstart','touchend','contextmenu','input'])
  for (const target of [window, document]) target.addEventListener(type, () => heard.push(type), true);</script></body></html>`;

/** The document as the page sees it. */
const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));

/** The picker's own frame, which no page can reach. */
const frameOf = (page: Page): Promise<Frame> =>
  until(
    'the picker is open',
    async () => {
      for (const frame of page.frames().slice(1)) {
        if (await frame.evaluate(() => document.querySelector('.panel') !== null).catch(() => false)) return frame;
      }
      return undefined;
    },
    (frame) => frame !== undefined,
  ) as Promise<Frame>;
const says = (frame: Frame) => frame.evaluate(() => document.querySelector('[role=status]')?.textContent ?? '');
const saysThat = (frame: Frame, words: string) =>
  until(
    `the picker says “${words}”`,
    () => says(frame),
    (all) => all === words,
  );
const isGone = (page: Page) =>
  until('the picker has gone', async () => !(await html(page)).includes('popover') && page.frames().length === 1);

const middleOf = (page: Page, selector: string) =>
  page.evaluate((css) => {
    const { x, y, width, height } = document.querySelector(css)?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);

describeEachBrowser(
  'corrections',
  (rig) => {
    const pages: Page[] = [];
    const views: View[] = [];
    const open = async (url: string) => {
      const page = await rig().open(url);
      pages.push(page);
      return page;
    };
    const popupOf = async (page: Page) => {
      const view = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      views.push(view);
      await popupIsDrawn(view);
      return view;
    };
    const press = async (view: View, words: string) => {
      await until(`there is “${words}” to press`, () =>
        view.evaluate((sought) => {
          for (const old of document.querySelectorAll('[data-pressed]')) old.removeAttribute('data-pressed');
          const control = [...document.querySelectorAll<HTMLElement>('button, summary, label')].find(
            (element) => (element.getAttribute('aria-label') ?? element.innerText).trim() === sought,
          );
          control?.setAttribute('data-pressed', '');
          control?.scrollIntoView({ block: 'center' });
          return control !== undefined;
        }, words),
      );
      await view.click('[data-pressed]');
    };
    const text = (view: View) => view.evaluate<string>('document.body.innerText');
    const shows = (view: View, words: string) =>
      until(
        `“${words}” is shown`,
        () => text(view),
        (all) => all.includes(words),
      );
    const rules = () => rig().api<string[]>(`browser.storage.local.get('rules').then(({ rules = [] }) => rules)`);
    /** What the popup does before it gives way to the page. */
    const pick = async (page: Page, what: 'hide' | 'article') => {
      await rig().api(
        (tabId: number) =>
          browser.scripting.executeScript({ target: { tabId }, files: ['correcting.js'] }).then(() => null),
        await rig().tabId(page),
      );
      await page.bringToFront();
      await tell(rig(), page, { type: 'pick', what });
      return frameOf(page);
    };

    afterEach(async () => {
      for (const closing of [...views.splice(0), ...pages.splice(0)]) await closing.close().catch(() => {});
      await rig().api(`browser.storage.local.set({ rules: [] }).then(() => 0)`);
    });

    test('a hidden piece is shown again, a kind is left alone, and both are taken back exactly', async () => {
      const page = await open('http://again.test/repost-en');
      await until('the page is cleaned', async () => !(await seen(page)).includes(COMMENTS));
      const cleaned = await seen(page);
      const view = await popupOf(page);
      await view.click('.hidden-pieces summary');
      await press(view, 'Never hide on this site: Comment forms');
      await until('the comment form is back', async () => (await seen(page)).includes(COMMENTS));
      expect(await rules()).toEqual(['again.test keep comment-form']);
      await page.reload();
      await until('the rest is hidden again', async () => !(await seen(page)).includes('You may also like'));
      expect(await seen(page)).toContain(COMMENTS);
      await shows(view, 'Never hidden: Comment forms');
      await until('the popup has the new Report', () =>
        view.evaluate(() => {
          const details = document.querySelector<HTMLDetailsElement>('.hidden-pieces details');
          if (details) details.open = true;
          const row = [...document.querySelectorAll('.piece')].find((one) => one.textContent?.includes('You may also'));
          row?.querySelector('button')?.click();
          return row !== undefined;
        }),
      );
      await until('the related articles are back', async () => (await seen(page)).includes('You may also like'));
      await picture(`correct/${rig().target}-popup`, view);
      await view.click('.made button');
      await until('the form is hidden', async () => !(await seen(page)).includes(COMMENTS));
      const [line = ''] = await rules();
      expect(line).toMatch(/^again\.test show /);
      await view.evaluate(() => document.querySelector<HTMLElement>('.made button')?.click());
      await until('all is as it was', async () => (await seen(page)) === cleaned);
      await press(view, 'Not on this page');
      await until('the page is restored', async () => (await seen(page)).includes(COMMENTS));
      const { now, served, sheets } = await serialised(page);
      expect(now).toBe(served);
      expect(sheets).toBe(0);
    });

    test('what is pointed at is hidden with its like, here and later; the page hears nothing, and Escape leaves no trace', async () => {
      const page = await open('http://pick.test/one');
      const before = await html(page);
      let frame = await pick(page, 'hide');
      await heard(page);
      const boat = await middleOf(page, '#boat');
      await page.mouse.move(boat.x, boat.y);
      await saysThat(frame, '1 piece on this page');
      await page.mouse.click(boat.x, boat.y);
      await page.keyboard.press('ArrowUp');
      await saysThat(frame, '2 pieces on this page');
      await picture(`correct/${rig().target}-picker`, page);
      await page.keyboard.press('Escape');
      await isGone(page);
      expect(await heard(page)).toEqual([]);
      expect(await html(page)).toBe(before);
      expect(await rules()).toEqual([]);

      frame = await pick(page, 'hide');
      await page.mouse.click(boat.x, boat.y);
      await page.keyboard.press('ArrowUp');
      await saysThat(frame, '2 pieces on this page');
      await page.keyboard.press('Enter');
      await isGone(page);
      await until('both are hidden', async () => !/Win a/.test(await seen(page)));
      expect(await heard(page)).toEqual([]);
      expect(await rules()).toEqual(['pick.test hide div.promo']);
      await page.goto('http://pick.test/two');
      await until('its like is hidden on the next page', async () => !(await isSeen(page, '.promo')));
      expect(await seen(page)).toContain('Paragraph 5');
    });
  },
  {
    site: (site) => {
      site.page('http://again.test/repost-en', REPOST);
      site.page('http://pick.test/one', pageWith(''));
      site.page('http://pick.test/two', pageWith('<footer>The end</footer>'));
    },
  },
);
