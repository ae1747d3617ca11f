import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { TabState } from '../../src/messages.ts';
import { fixture, isVisible, reportOf, sendToPage, serialized, visibleText, waitUntilRead } from './page-helpers.ts';
import { describeEachBrowser, until } from './rig.ts';

const REPOSTS = ['repost-ar.html', 'repost-en.html'];
const LEFT_ALONE = ['original-en.html', 'category.html', 'search.html', 'frame.html'];
const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The article's own words, its captions and the site's navigation: none of it may go. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const own =
      '.entry-content p, .entry-content h2, figcaption, .entry-title, .entry-meta, .main-navigation a, .widget li, .widget-title';
    return [...document.querySelectorAll(own)]
      .filter((element) => !element.closest('.share-row, .related, .newsletter'))
      .map((element) => element.textContent ?? '')
      .filter((text) => !/\[ad_|Source link/.test(text));
  });

const SETTINGS: TabState = { mode: 'auto', kindsOff: [], kindsOn: [], adTokensAnywhere: true, rules: [] };

describeEachBrowser('cleaning', (rig) => {
  describe.each(REPOSTS)('%s', (name) => {
    const open = async () => {
      const page = await rig().open(`http://akhbar.test/${name}`);
      const report = await reportOf(rig(), page);
      return { page, report };
    };

    test('is recognised, and names the original', async () => {
      const { page, report } = await open();
      const source = await page.evaluate(
        () => [...document.links].find((link) => /Source link/.test(link.textContent))?.href,
      );
      expect(report.verdict.kind).toBe('repost');
      expect(report.cleaning).toBe('cleaned');
      expect(report.original?.url).toBe(source);
    });

    test('loses its litter and no word of the article', async () => {
      const { page } = await open();
      const text = fold(await visibleText(page));
      expect(text).not.toMatch(/\[ad_\d\]/);
      expect(text).not.toContain('Source link');
      expect(text).not.toContain('Leave a Reply');
      expect(await isVisible(page, '#commentform')).toBe(false);
      expect(await isVisible(page, '.share-row')).toBe(false);
      const words = (await kept(page)).map(fold);
      expect(words.length).toBeGreaterThan(20);
      for (const line of words) expect(text).toContain(line);
      const headline = await page.evaluate(() => document.querySelector('h1')?.textContent ?? '');
      const article = fold(await page.evaluate(() => document.querySelector('article')?.innerText ?? ''));
      expect(article.split(fold(headline))).toHaveLength(2);
    });

    test('leaves no gap where the litter was', async () => {
      const { page } = await open();
      const gaps = await page.evaluate(() => {
        const box = (css: string) => document.querySelector(css)?.getBoundingClientRect() ?? new DOMRect();
        const last = [...document.querySelectorAll('.entry-content p')]
          .filter((p) => p.checkVisibility() && (p.textContent ?? '').length > 100)
          .at(-1);
        return {
          top: box('.entry-content figure').top - box('.entry-header').bottom,
          bottom: box('.entry-footer').top - (last?.getBoundingClientRect().bottom ?? 0),
        };
      });
      expect(gaps.top).toBeLessThan(45);
      expect(gaps.bottom).toBeLessThan(60);
    });

    test('is byte for byte what it was when it is restored, and when the Site is turned off', async () => {
      const { page } = await open();
      await sendToPage(rig(), page, { type: 'pause' });
      const paused = await serialized(page);
      expect(paused.now).toBe(paused.served);
      await sendToPage(rig(), page, { type: 'clean' });
      expect(await isVisible(page, '#commentform')).toBe(false);
      await sendToPage(rig(), page, { type: 'state', ...SETTINGS, mode: 'off' });
      const off = await serialized(page);
      expect(off.now).toBe(off.served);
      expect(off.sheets).toBe(0);
      // What the popup injected stays, and has nothing to say.
      expect(await sendToPage(rig(), page, { type: 'standing' })).toBeFalsy();
      expect(await sendToPage(rig(), page, { type: 'report' })).toBeFalsy();
    });
  });

  test.each(LEFT_ALONE)('%s stays byte for byte as it is', async (name) => {
    const page = await rig().open(`http://akhbar.test/${name}`);
    const report = await reportOf(rig(), page);
    expect(report.cleaning).toBe('offered');
    const { now, served, sheets } = await serialized(page);
    expect(now).toBe(served);
    expect(sheets).toBe(0);
  });

  test('a page in a frame is left alone', async () => {
    const page = await rig().open('http://akhbar.test/frame.html');
    await reportOf(rig(), page);
    const inner = await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.body.innerText ?? '');
    expect(inner).toContain('[ad_1]');
  });

  test.each(['text.txt', 'feed.xml'])('%s is not a page: nothing runs', async (name) => {
    const page = await rig().open(`http://akhbar.test/${name}`);
    await expect(sendToPage(rig(), page, { type: 'standing' })).rejects.toThrow();
  });

  test('Mode always cleans an original article too, a kind that is off excepted', async () => {
    const page = await rig().open('http://akhbar.test/original-en.html');
    await reportOf(rig(), page);
    await sendToPage(rig(), page, { type: 'state', ...SETTINGS, mode: 'always', kindsOff: ['comments'] });
    expect(await isVisible(page, '#commentform')).toBe(false);
    expect(await isVisible(page, '#comment-31')).toBe(true);
    await sendToPage(rig(), page, { type: 'state', ...SETTINGS });
    const { now, served } = await serialized(page);
    expect(now).toBe(served);
  });

  test('a strict Content-Security-Policy changes nothing', async () => {
    const url = 'http://strict.test/news/story';
    rig().site.page(url, fixture('repost-en.html'), {
      'content-security-policy': "default-src 'none'; style-src 'none'",
    });
    const page = await rig().open(url);
    await reportOf(rig(), page);
    expect(await isVisible(page, '#commentform')).toBe(false);
    expect(await visibleText(page)).not.toContain('[ad_1]');
  });

  test('an ordinary page has the watcher alone, a repost the cleaner', async () => {
    const cleanerOn = async (name: string) => {
      const page = await rig().open(`http://akhbar.test/${name}?who`);
      await waitUntilRead(rig(), page);
      // Only the cleaner answers.
      const answer = await sendToPage(rig(), page, { type: 'peek', on: false });
      await page.close();
      return Boolean(answer);
    };
    expect(await cleanerOn('original-en.html')).toBe(false);
    expect(await cleanerOn('repost-en.html')).toBe(true);
  });

  test('a tab behind another is left as it is until it is shown', async () => {
    const url = 'http://akhbar.test/repost-en.html?behind';
    await rig().open('http://akhbar.test/original-en.html?front');
    await rig().api(`browser.tabs.create({ url: '${url}', active: false }).then(() => 0)`);
    const page = (await until('the tab behind', async () =>
      (await rig().browser.pages()).find((one) => one.url() === url),
    )) as Page;
    await until('it has loaded', () => page.evaluate(() => document.readyState === 'complete'));
    expect(await sendToPage(rig(), page, { type: 'standing' })).toMatchObject({ hidden: 0, loading: true });
    expect(await visibleText(page)).toContain('[ad_1]');
    await page.bringToFront();
    await until('it is cleaned', async () => !/\[ad_1\]|Leave a Reply/.test(await visibleText(page)));
  });

  test('a second injection does not start twice', async () => {
    const page = await rig().open('http://akhbar.test/repost-en.html?twice');
    await reportOf(rig(), page);
    const tab = await rig().tabId(page);
    await rig().api(
      `browser.scripting.executeScript({ target: { tabId: ${tab} }, files: ['watcher.js', 'cleaner.js'] }).then(() => 0)`,
    );
    const names = await page.evaluate(
      () => new Set(document.documentElement.outerHTML.match(/data-[a-z]{6,12}(?==")/g)).size,
    );
    // One for what is hidden, one for what closes the gap of a line.
    expect(names).toBe(2);
    await sendToPage(rig(), page, { type: 'state', ...SETTINGS, mode: 'off' });
    const { now, served } = await serialized(page);
    expect(now).toBe(served);
  });

  test('what a reader is using waits until it is no longer used', async () => {
    const page = await rig().open('http://akhbar.test/repost-en.html?focus');
    await reportOf(rig(), page);
    await sendToPage(rig(), page, { type: 'pause' });
    await page.focus('#comment');
    await sendToPage(rig(), page, { type: 'clean' });
    expect(await isVisible(page, '#commentform')).toBe(true);
    expect(await isVisible(page, '.share-row')).toBe(false);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await until('the form is hidden', async () => !(await isVisible(page, '#commentform')));
  });

  test('what somebody has typed stays in view', async () => {
    const page = await rig().open('http://akhbar.test/repost-en.html?typed');
    await reportOf(rig(), page);
    await sendToPage(rig(), page, { type: 'pause' });
    await page.type('#comment', 'Half a sen');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await sendToPage(rig(), page, { type: 'clean' });
    expect(await isVisible(page, '.share-row')).toBe(false);
    expect(await isVisible(page, '#commentform')).toBe(true);
    expect(await page.evaluate(() => document.querySelector('textarea')?.value)).toBe('Half a sen');
  });

  test('the reader’s view is held when pieces above it go and come', async () => {
    const page = await rig().open('http://akhbar.test/repost-ar.html?view');
    await page.setViewport({ width: 1000, height: 500 });
    await reportOf(rig(), page);
    await sendToPage(rig(), page, { type: 'pause' });
    const line = 'document.querySelectorAll(".entry-content p")[7]';
    await page.evaluate(`${line}.scrollIntoView()`);
    const top = () => page.evaluate(`${line}.getBoundingClientRect().top`) as Promise<number>;
    const before = await top();
    for (const type of ['clean', 'pause', 'clean'] as const) {
      await sendToPage(rig(), page, { type });
      expect(Math.abs((await top()) - before)).toBeLessThan(2);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(Math.abs((await top()) - before)).toBeLessThan(2);
    }
  });

  test('peeking shows what is hidden, and a key sentence is shown without a change to the document', async () => {
    const page = await rig().open('http://akhbar.test/repost-en.html?peek');
    await reportOf(rig(), page);
    const hidden = await visibleText(page);
    await sendToPage(rig(), page, { type: 'peek', on: true });
    expect(await isVisible(page, '#commentform')).toBe(true);
    expect(await visibleText(page)).toContain('[ad_1]');
    await sendToPage(rig(), page, { type: 'peek', on: false });
    expect(await visibleText(page)).toBe(hidden);
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    const text = 'Its annual report lists 41,000 loans, a third of them to children under twelve.';
    expect(await sendToPage(rig(), page, { type: 'show-sentence', text })).toBe(true);
    const shown = await page.evaluate(() =>
      [...CSS.highlights].flatMap(([name, all]) => (name.startsWith('data-') ? [...all].map(String) : [])).join(''),
    );
    expect(shown.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
    await until('it is in view', () =>
      page.evaluate(() => {
        const [range] = [...CSS.highlights].flatMap(([name, all]) =>
          name.startsWith('data-') ? [...all] : [],
        ) as Range[];
        const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return top >= 0 && bottom <= innerHeight;
      }),
    );
    expect(await sendToPage(rig(), page, { type: 'show-sentence', text: 'Not a sentence of this article.' })).toBe(
      false,
    );
  });
});
