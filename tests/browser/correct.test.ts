/** The reader puts right what is wrong, by mouse, by keyboard and by touch, and it stays right. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { seen, serialised } from './clean-helpers.ts';
import { popupOf, press, rulesOf, shows } from './correct-helpers.ts';
import { describeEachBrowser, FIXTURES, picture, until, type View } from './rig.ts';

const REPOST = readFileSync(`${FIXTURES}/repost-en.html`, 'utf8');
const COMMENTS = 'Leave a Reply';

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
    const popupOver = async (page: Page) => {
      const view = await popupOf(rig(), page);
      views.push(view);
      return view;
    };

    afterEach(async () => {
      for (const closing of [...views.splice(0), ...pages.splice(0)]) await closing.close().catch(() => {});
      await rig().api(`browser.storage.local.set({ rules: [] }).then(() => 0)`);
    });

    test('a hidden piece is shown again, a kind is left alone, and both are taken back exactly', async () => {
      const page = await open('http://again.test/repost-en');
      await until('the page is cleaned', async () => !(await seen(page)).includes(COMMENTS));
      const cleaned = await seen(page);
      const view = await popupOver(page);
      await view.click('.hidden-pieces summary');
      await press(view, 'Never hide on this site: Comment forms');
      await until('the comment form is back', async () => (await seen(page)).includes(COMMENTS));
      expect(await rulesOf(rig())).toEqual(['again.test keep comment-form']);
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
      const [line = ''] = await rulesOf(rig());
      expect(line).toMatch(/^again\.test show /);
      await view.evaluate(() => document.querySelector<HTMLElement>('.made button')?.click());
      await until('all is as it was', async () => (await seen(page)) === cleaned);
      await press(view, 'Not on this page');
      await until('the page is restored', async () => (await seen(page)).includes(COMMENTS));
      const { now, served, sheets } = await serialised(page);
      expect(now).toBe(served);
      expect(sheets).toBe(0);
    });
  },
  {
    site: (site) => {
      site.page('http://again.test/repost-en', REPOST);
    },
  },
);
