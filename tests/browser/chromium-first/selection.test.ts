/** What is selected on a page: copied from the context menu, and taken along by the popup. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import en from '../../../src/locales/en.json' with { type: 'json' };
import { noticeOf } from '../notice-frame.ts';
import { applySettings } from '../page-helpers.ts';
import { describeChromiumFirst, FIXTURES, picture, until } from '../rig.ts';
import { choose, untilGone, waitForControl, waitForPopup } from '../visible.ts';

const ARTICLE = `<!doctype html><html lang="en"><head><title>Oysters for the Lower Wharf | Wharf Notes</title>
<meta property="og:site_name" content="Wharf Notes"><style>.menu { user-select: none } .gone { display: none }</style></head>
<body><article><h1>Oysters for the Lower Wharf</h1><div class="entry">
<p id="a">The oyster beds off the <a href="/wharf?utm_source=x">Lower Wharf</a> have been <b>empty</b> since the winter of the long frost, when the ice took the last of the frames away.<sup><a href="#n1" id="m1">1</a></sup></p>
<p id="b">Two sisters who grew up over the chandler’s shop now set out new frames, each with some four hundred young oysters on old rope.<span class="menu">Press here</span><span class="gone">Nobody sees this</span></p>
<table id="t"><tr><th>Year</th><th>Frames</th><th>Oysters</th></tr><tr><td>First</td><td></td><td>400</td></tr><tr><td>Second</td><td>12</td><td>4800</td></tr></table>
<p id="c">Whether the beds will ever feed the town again nobody can say, but the water is clearer than it was, and eels have come back.</p>
<p>The harbour office has lent them a boat, and the school sends a class on each second Friday to count what has grown since.</p>
<ol><li id="n1"><a href="#m1">^</a> Town records, the year of the frost.</li></ol>
</div></article><textarea id="f">words in a field</textarea></body></html>`;
const ARABIC = `<!doctype html><html lang="ar" dir="rtl"><head><title>حديقة الميناء</title></head><body><article><h1>حديقة الميناء</h1>
<p id="a">زرع سكان الحي الجنوبي مئتي شجرة ليمون على الرصيف القديم، وقالوا إنهم سيسقونها بماء المطر الذي يجمعونه كل شتاء.</p>
<p>وافق المجلس على المشروع بعد عامين من النقاش، واشترط أن يبقى الممر مفتوحاً أمام الصيادين في كل وقت من النهار.</p></article></body></html>`;
const FRAMED = `<!doctype html><title>Two in one</title><p>Only a frame.</p><iframe src="http://inner.test/" width="400" height="200"></iframe>`;
const INNER = `<!doctype html><title>Inner</title><p id="a">These words stand in a <b>frame</b> of the page.</p>`;

/** Selects from a place in one element to a place in another, by their texts. */
const select = (page: Page, from: string, start: string, to = from, end = ''): Promise<void> =>
  page.evaluate(
    `(() => {
      const place = (css, words, isEnd) => {
        const walker = document.createTreeWalker(document.querySelector(css), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(words);
          if (at >= 0) return [node, at + (isEnd ? words.length : 0)];
        }
        throw new Error('no ' + words);
      };
      const [first, last] = [place(${JSON.stringify(from)}, ${JSON.stringify(start)}, false), place(${JSON.stringify(to)}, ${JSON.stringify(end || start)}, true)];
      getSelection().setBaseAndExtent(...first, ...last);
    })()`,
  ) as Promise<void>;

/** A place in what is selected, to open the context menu there: elsewhere a browser may select something else. */
const selectedPlace = (page: Page): Promise<{ x: number; y: number }> =>
  page.evaluate(() => {
    const [box] = getSelection()?.getRangeAt(0).getClientRects() ?? [];
    return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 20, y: 20 };
  });

/** In milliseconds. */
const LONGER_THAN_A_PRESS_COUNTS_MS = 6000;

/** A layer of ours lies over the page: what it says is in a closed shadow root. */
const HAS_NOTICE = `document.documentElement.lastElementChild.localName === 'div'`;

describeChromiumFirst(
  'the selection',
  (rig, target) => {
    const folder = mkdtempSync(join(tmpdir(), 'clean-copy-selection-'));
    let paste: Page;

    beforeAll(async () => {
      await rig().saveTo(folder);
      paste = await rig().open('http://paste.test/');
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** What the clipboard has: it is pasted into a page. */
    const clipboard = async (): Promise<string> => {
      await paste.bringToFront();
      await paste.evaluate(`document.querySelector('textarea').value = ''`);
      await paste.click('textarea');
      await paste.keyboard.down('Control');
      await paste.keyboard.press('v', { commands: ['Paste'] });
      await paste.keyboard.up('Control');
      return paste.evaluate<string[], () => string>(() => document.querySelector('textarea')?.value ?? '');
    };
    /** The file that has just been saved. */
    const saved = async (): Promise<string> => {
      const name = await until(
        'a file arrives',
        () => readdirSync(folder).find((file) => /\.(?:md|html)$/.test(file) && statSync(join(folder, file)).size > 0),
        Boolean,
      );
      const text = readFileSync(join(folder, name as string), 'utf8');
      rmSync(join(folder, name as string));
      return text;
    };
    /** Chooses the entry of the context menu. @returns what the page says then */
    const chooseCopy = async (page: Page, place: { x: number; y: number }): Promise<void> => {
      await page.bringToFront();
      await rig().chooseFromMenu(page, 'copy-selection', place);
      await until('the page says so', () => page.evaluate(HAS_NOTICE));
    };
    const copied = async (page: Page, place: { x: number; y: number }): Promise<string> => {
      await chooseCopy(page, place);
      return clipboard();
    };

    const ARTICLE_CREDIT = 'Oysters for the Lower Wharf · Wharf Notes  \nPage: <http://wharf.test/oysters>\n';

    test('in one paragraph’s middle goes as Markdown, with its source', async () => {
      const page = await rig().open('http://wharf.test/oysters?utm_source=feed');
      const before = await page.evaluate<unknown[], () => string>(() => document.body.outerHTML);
      await select(page, '#a', 'beds off', '#a', 'empty');
      expect(await copied(page, await selectedPlace(page))).toBe(
        `beds off the [Lower Wharf](http://wharf.test/wharf) have been **empty**\n\n${ARTICLE_CREDIT}`,
      );
      expect(await page.evaluate<unknown[], () => string>(() => document.body.outerHTML)).toBe(before);
    });

    test('across blocks has its footnotes and its table, and nothing that cannot be seen or selected', async () => {
      const page = await rig().open('http://wharf.test/oysters');
      await select(page, '#a', 'took the last', '#c', 'nobody can say');
      const text = await copied(page, await selectedPlace(page));
      expect(text).toMatch(/^took the last of the frames away\.\[\^1\]\n\nTwo sisters .* old rope\.\n\n\| Year/);
      expect(text).toContain(
        '| Year | Frames | Oysters |\n| --- | --- | --- |\n| First |  | 400 |\n| Second | 12 | 4800 |',
      );
      expect(text).toContain('nobody can say\n\nOysters for');
      expect(text).toContain('[^1]: Town records, the year of the frost.');
      expect(text).not.toMatch(/Press here|Nobody sees this/);
    });

    test('inside a table keeps each figure in its column', async () => {
      const page = await rig().open('http://wharf.test/oysters');
      await select(page, '#t', 'Oysters', '#t', 'Second');
      expect(await copied(page, await selectedPlace(page))).toBe(
        `|  |  | Oysters |\n| --- | --- | --- |\n| First |  | 400 |\n| Second |  |  |\n\n${ARTICLE_CREDIT}`,
      );
    });

    test('in a text from right to left goes as it is', async () => {
      const page = await rig().open('http://arabic.test/');
      await select(page, '#a', 'مئتي', '#a', 'القديم');
      expect(await copied(page, await selectedPlace(page))).toBe(
        'مئتي شجرة ليمون على الرصيف القديم\n\nحديقة الميناء · arabic.test  \nPage: <http://arabic.test/>\n',
      );
    });

    test('in a frame has the page as its source', async () => {
      const page = await rig().open('http://framed.test/');
      const frame = await until(
        'the frame is there',
        () => page.frames().find((one) => one.url() === 'http://inner.test/'),
        Boolean,
      );
      if (target === 'chromium') return; // Its menu cannot be opened, so nobody says which frame it was.
      await frame?.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#a') as Element));
      const box = await (await page.$('iframe'))?.boundingBox();
      const { x, y } = { x: box?.x ?? 0, y: box?.y ?? 0 };
      expect(await copied(page, { x: x + 12, y: y + 20 })).toBe(
        'These words stand in a **frame** of the page.\n\nTwo in one · framed.test  \nPage: <http://framed.test/>\n',
      );
    });

    test('on a copy leaves out what is hidden, and names the original', async () => {
      const page = await rig().open('http://copy.test/repost-en');
      await untilGone(page, 'Leave a Reply');
      await select(page, 'body', 'The red bus that climbs');
      await page.evaluate(() => getSelection()?.extend(document.body, document.body.childNodes.length));
      const text = await copied(page, await selectedPlace(page));
      expect(text).toContain('The red bus that climbs the Orrin pass');
      expect(text).not.toMatch(/\[ad_|Leave a Reply/);
      expect(text).toMatch(/\nOriginal: <https:\/\/[\w.]+\.example\//);
      const popup = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      await popup.resize(380, 600);
      await waitForControl(popup, 'selection');
      await picture(`popup-real/${target}-selection-copy`, popup);
      expect(
        await popup.evaluate<number>('document.documentElement.scrollHeight - document.documentElement.clientHeight'),
      ).toBeLessThanOrEqual(0);
    });

    test('where the Site is off goes too, and nothing of ours stays', async () => {
      await applySettings(rig(), { sites: { 'wharf.test': 'off' } });
      const page = await rig().open('http://wharf.test/oysters');
      await select(page, '#c', 'Whether', '#c', 'again');
      expect(await copied(page, await selectedPlace(page))).toBe(
        `Whether the beds will ever feed the town again\n\n${ARTICLE_CREDIT}`,
      );
      await applySettings(rig(), { sites: {} });
    });

    test('goes by a button where the menu was open for so long that the browser forbids it', async () => {
      const page = await rig().open('http://wharf.test/oysters');
      await page.bringToFront();
      await select(page, '#c', 'Whether', '#c', 'again');
      await rig().chooseFromMenu(page, 'copy-selection', await selectedPlace(page), LONGER_THAN_A_PRESS_COUNTS_MS);
      const { frame, words } = await noticeOf(page);
      expect(words).toBe(en.popup_copy_failed);
      await (await frame.waitForSelector('[name=copy]'))?.click();
      await until('it is copied', async () => (await noticeOf(page)).words === en.popup_copied);
      expect(await clipboard()).toBe(`Whether the beds will ever feed the town again\n\n${ARTICLE_CREDIT}`);
    });

    test('in a field is the browser’s', async () => {
      const page = await rig().open('http://wharf.test/oysters');
      await page.bringToFront();
      await page.evaluate(() => {
        const field = document.querySelector('textarea') as HTMLTextAreaElement;
        field.focus();
        field.select();
      });
      const found = await rig().api<unknown>(
        `browser.runtime.sendMessage({ type: 'selection', tabId: ${await rig().tabId(page)} })`,
      );
      expect(found).toBeNull();
    });

    test('is what the popup takes, until the reader wants the article', async () => {
      const page = await rig().open('http://wharf.test/oysters');
      await select(page, '#a', 'beds off', '#a', 'empty');
      const popup = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      await waitForPopup(popup);
      await popup.resize(380, 600);
      await waitForControl(popup, 'selection');
      await picture(`popup-real/${target}-selection`, popup);
      await choose(popup, 'save-html');
      expect(await saved()).toMatch(
        /<p>beds off the <a href="[^"]+">Lower Wharf<\/a> have been <strong>empty<\/strong><\/p>/,
      );
      await popup.click('[name=selection]');
      await choose(popup, 'save-markdown');
      expect(await saved()).toContain('# Oysters for the Lower Wharf\n\nThe oyster beds off');
    });

    test('is taken where there is no article', async () => {
      const page = await rig().open('http://inner.test/');
      await select(page, '#a', 'These words', '#a', 'frame');
      const popup = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      await waitForControl(popup, 'copy');
      await picture(`popup-real/${target}-selection-no-article`, popup);
      await choose(popup, 'save-markdown');
      expect(await saved()).toContain('These words stand in a **frame**\n\nInner · inner.test');
    });
  },
  {
    site: (site) => {
      site.host('copy.test', FIXTURES);
      site.page('http://paste.test/', '<!doctype html><title>Paste</title><textarea cols="80" rows="20"></textarea>');
      site.page('http://wharf.test/oysters', ARTICLE);
      site.page('http://arabic.test/', ARABIC);
      site.page('http://framed.test/', FRAMED);
      site.page('http://inner.test/', INNER);
    },
  },
);
