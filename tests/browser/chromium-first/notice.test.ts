/** What the page says after a person has hidden or restored something. */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import en from '../../../src/locales/en.json' with { type: 'json' };
import { makeOpener } from '../fault-helpers.ts';
import { noticeOf } from '../notice-frame.ts';
import { applySettings, reportOf, serialized } from '../page-helpers.ts';
import { describeChromiumFirst, FIXTURES, until } from '../rig.ts';
import { choose, showsText, untilGone } from '../visible.ts';

const LITTER = 'Leave a Reply';

/** The document has nothing of ours in it. */
const isBare = (page: Page) =>
  until('the notice has gone', () => page.evaluate(() => document.querySelector('html > div') === null));

describeChromiumFirst(
  'the notice',
  (rig) => {
    const opener = makeOpener(rig);
    const open = async (url: string) => {
      const page = await opener.open(url);
      await page.bringToFront();
      return page;
    };
    afterEach(opener.closeAll);

    test('says nothing when a page is cleaned by itself', async () => {
      const page = await open('http://quiet.test/repost-en');
      await untilGone(page, LITTER);
      expect(await page.evaluate(() => document.querySelector('html > div'))).toBeNull();
    });

    test('says what a key did, and undoes it to the byte', async () => {
      const page = await open('http://key.test/repost-en');
      await untilGone(page, LITTER);
      await reportOf(rig(), page);
      const cleaned = await page.evaluate(() => document.documentElement.outerHTML);
      await rig().command(page, 'toggle-clean');
      const restored = await noticeOf(page);
      expect(restored.words).toBe(en.notice_restored);
      expect(await showsText(page, LITTER)).toBe(true);
      await (await restored.frame.$('button'))?.click();
      await isBare(page);
      await untilGone(page, LITTER);
      await until(
        'the page is as it was',
        () =>
          page.evaluate((before) => {
            const lines = before.split('\n');
            return document.documentElement.outerHTML.split('\n').filter((line) => !lines.includes(line));
          }, cleaned),
        (others) => others.length === 0,
      );
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(cleaned);

      await rig().command(page, 'toggle-clean');
      await noticeOf(page);
      await rig().command(page, 'toggle-clean');
      const again = await until(
        'it says what is hidden',
        () => noticeOf(page),
        ({ words }) => /^\d+ /.test(words),
      );
      await untilGone(page, LITTER);
      await (await again.frame.$('button'))?.click();
      await isBare(page);
      await until(
        'the page is as it was served',
        () => serialized(page),
        ({ now, served }) => now === served,
      );
    });

    test('goes by itself, and leaves the page free around it', async () => {
      const page = await open('http://goes.test/repost-en');
      await untilGone(page, LITTER);
      await rig().command(page, 'toggle-clean');
      await noticeOf(page);
      const top = await page.evaluate(
        () => document.elementFromPoint(innerWidth / 2, 100)?.closest('html > div') ?? null,
      );
      expect(top).toBeNull();
      await isBare(page);
    });

    test('comes after a piece was shown again from the popup, and takes that back', async () => {
      const page = await open('http://piece.test/repost-en');
      await untilGone(page, LITTER);
      const popup = await opener.openPopup(page);
      await choose(popup, 'hidden');
      await choose(popup, 'keep-comment-form');
      await page.bringToFront();
      const { frame, words } = await noticeOf(page);
      expect(words).toBe(en.notice_shown);
      await until('the form is back', () => showsText(page, LITTER));
      await (await frame.$('button'))?.click();
      await untilGone(page, LITTER);
      expect(await rig().api('browser.storage.local.get("rules").then(({ rules }) => rules)')).toEqual([]);
    });

    test('is off where the options say so', async () => {
      await applySettings(rig(), { notice: false });
      const page = await open('http://off.test/repost-en');
      await untilGone(page, LITTER);
      await rig().command(page, 'toggle-clean');
      await until('the page is restored', () => showsText(page, LITTER));
      expect(await page.evaluate(() => document.querySelector('html > div'))).toBeNull();
      await applySettings(rig(), { notice: true });
    });
  },
  {
    site: (site) =>
      void ['quiet', 'key', 'goes', 'piece', 'off'].forEach((name) => void site.host(`${name}.test`, FIXTURES)),
  },
);
