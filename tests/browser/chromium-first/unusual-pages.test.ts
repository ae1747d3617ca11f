import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { fixture, isVisible, reportOf, sendToPage, serialized, visibleText } from '../page-helpers.ts';
import { describeChromiumFirst, type Rig, until as untilWithin } from '../rig.ts';

/** What is looked at again within a share of the main thread takes its time on a machine that is busy otherwise. */
const until: typeof untilWithin = (what, ask, accept, ms = 30_000) => untilWithin(what, ask, accept, ms);

const REPOST = fixture('repost-en.html');
const CLEAN = { type: 'clean' } as const;
const PAUSE = { type: 'pause' } as const;

/** Opens a page, and hears what reaches its console. */
async function openHearing(rig: Rig, url: string): Promise<{ page: Page; errors: string[] }> {
  const page = await rig.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404/.test(message.text())) errors.push(message.text());
  });
  await page.goto(url);
  await reportOf(rig, page);
  return { page, errors };
}

describeChromiumFirst('unusual pages', (rig) => {
  describe('documents of other kinds', () => {
    test('XHTML is cleaned, and byte for byte what it was afterwards', async () => {
      const url = 'http://xhtml.test/news/story';
      const text = 'The library bus came up the valley road again on Monday, and the children were waiting for it.';
      const xhtml = `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>The bus is back | Daily</title></head><body>
<div id="main"><h1>The bus is back</h1><div class="entry-content"><p>[ad_1]</p>
${`<p>${text} ${text}</p>`.repeat(5)}<p>[ad_2]</p>
<p><a href="http://valley.test/2026/the-bus-is-back">Source link</a></p></div></div>
<form id="commentform" action="/comments"><h3>Leave a Reply</h3><textarea name="comment" rows="3" cols="20"></textarea></form>
</body></html>`;
      rig().site.page(url, xhtml, { 'content-type': 'application/xhtml+xml; charset=utf-8' });
      const { page, errors } = await openHearing(rig(), url);
      await sendToPage(rig(), page, CLEAN);
      expect(await page.evaluate(() => document.contentType)).toBe('application/xhtml+xml');
      expect(await isVisible(page, '#commentform')).toBe(false);
      const left = await visibleText(page);
      expect(left).toContain(text);
      expect(left).not.toMatch(/ad_\d|Source link/);
      await sendToPage(rig(), page, PAUSE);
      const [now, served] = await page.evaluate((source) => {
        const write = (doc: Document) => new XMLSerializer().serializeToString(doc.documentElement);
        return [write(document), write(new DOMParser().parseFromString(source, 'application/xhtml+xml'))];
      }, xhtml);
      expect(now).toBe(served);
      expect(errors).toEqual([]);
    });

    const withTokens = (count: number) => {
      const tokens = Array.from({ length: count }, (_, i) => `<p>[ad_${i % 90}]</p>`).join('\n');
      return REPOST.replace('</article>', `${tokens}</article>`);
    };

    test('nine hundred pieces go and come back', async () => {
      const url = 'http://many.test/news/story';
      rig().site.page(url, withTokens(900));
      const { page, errors } = await openHearing(rig(), url);
      expect(await visibleText(page)).not.toMatch(/\[ad_\d/);
      await sendToPage(rig(), page, PAUSE);
      expect((await visibleText(page)).match(/\[ad_\d/g)?.length).toBeGreaterThan(899);
      const { now, served } = await serialized(page);
      expect(now).toBe(served);
      expect(errors).toEqual([]);
    });

    test('a page with ten thousand pieces is left as it is, and said to be too large', async () => {
      const url = 'http://too-many.test/news/story';
      rig().site.page(url, withTokens(10_000));
      const { page, errors } = await openHearing(rig(), url);
      const { tooLarge, cleaning, hidden } = await reportOf(rig(), page);
      expect({ tooLarge, cleaning, hidden }).toEqual({ tooLarge: true, cleaning: 'gave-up', hidden: 0 });
      const { now, served } = await serialized(page);
      expect(now).toBe(served);
      expect(errors).toEqual([]);
    });
  });

  test('a closed shadow root is left as it is, and keeps nothing around it from being cleaned', async () => {
    const url = 'http://closed.test/news/story';
    const host = `<div id="host"></div><script>
      window.root = document.getElementById('host').attachShadow({ mode: 'closed' });
      root.innerHTML = '<p>[ad_7] in a room of its own</p>';
    </script>`;
    rig().site.page(url, REPOST.replace('</article>', `${host}</article>`));
    const { page, errors } = await openHearing(rig(), url);
    expect(await isVisible(page, '#commentform')).toBe(false);
    expect(
      await page.evaluate(() => {
        const { root } = window as unknown as { root: ShadowRoot };
        return [root.innerHTML, root.adoptedStyleSheets.length];
      }),
    ).toEqual(['<p>[ad_7] in a room of its own</p>', 0]);
    expect(await isVisible(page, '#host')).toBe(true);
    expect(errors).toEqual([]);
  });

  test('what is hidden is not printed, and printing meanwhile changes nothing', async () => {
    const { page, errors } = await openHearing(rig(), 'http://akhbar.test/repost-en.html?print');
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const form = document.querySelector('#commentform');
        Object.assign(window, {
          printed: form ? getComputedStyle(form).display : '',
          printedHeight: form?.clientHeight,
        });
      });
    });
    await page.pdf();
    expect(await page.evaluate(() => (window as unknown as { printedHeight?: number }).printedHeight)).toBe(0);
    await Promise.all([page.pdf(), ...[PAUSE, CLEAN, PAUSE].map((message) => sendToPage(rig(), page, message))]);
    await sendToPage(rig(), page, PAUSE);
    const { now, served } = await serialized(page);
    expect(now).toBe(served);
    expect(errors).toEqual([]);
  });

  test('media that play wait until they stop', async () => {
    const url = 'http://playing.test/news/story';
    rig().site.page(url, REPOST.replace('<div class="newsletter', '<div id="film"></div><div class="newsletter'));
    const { page } = await openHearing(rig(), url);
    await sendToPage(rig(), page, PAUSE);
    await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = canvas.captureStream();
      document.querySelector('#commentform')?.append(video);
      await video.play();
    });
    await sendToPage(rig(), page, CLEAN);
    expect(await isVisible(page, '#commentform')).toBe(true);
    expect(await isVisible(page, '.share-row')).toBe(false);
    expect(await page.evaluate(() => document.querySelector('video')?.paused)).toBe(false);
    await page.evaluate(() => document.querySelector('video')?.pause());
    await until('the form is hidden', async () => !(await isVisible(page, '#commentform')));
  });

  test('what an endless page adds is cleaned as well, and what was clean stays so', async () => {
    const url = 'http://endless.test/news/story';
    rig().site.page(url, REPOST);
    const { page, errors } = await openHearing(rig(), url);
    for (let round = 1; round <= 5; round++) {
      await page.evaluate((n) => {
        const content = document.querySelector('.entry-content') as Element;
        const text = `Part ${n} of the story goes on with the road over the pass, which was closed for most of the winter.`;
        for (const words of [text, `[ad_${n}]`, `${text} Nobody complained, the driver said.`]) {
          const p = document.createElement('p');
          p.textContent = words;
          content.append(p);
        }
        scrollTo(0, document.documentElement.scrollHeight);
      }, round);
      await until(`part ${round} is clean`, async () => !/\[ad_\d\]/.test(await visibleText(page)));
    }
    const left = await visibleText(page);
    for (let round = 1; round <= 5; round++) expect(left.split(`Part ${round} of the story`)).toHaveLength(3);
    expect(await isVisible(page, '#commentform')).toBe(false);
    expect(errors).toEqual([]);
  });

  test('the Navigation API’s pages are looked at each for itself', async () => {
    const url = 'http://navigates.test/one';
    rig().site.page(url, REPOST);
    const { page } = await openHearing(rig(), url);
    expect(await page.evaluate(() => 'navigation' in window)).toBe(true);
    await sendToPage(rig(), page, PAUSE);
    expect(await isVisible(page, '#commentform')).toBe(true);
    await page.evaluate(async (html) => {
      interface Going extends Event {
        intercept(options: { handler: () => Promise<void> }): void;
      }
      const { navigation } = window as unknown as {
        navigation: EventTarget & { navigate(to: string): { finished: Promise<unknown> } };
      };
      navigation.addEventListener('navigate', (event) =>
        (event as Going).intercept({
          handler: async () => {
            const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('main') as Element;
            document.querySelector('main')?.replaceWith(document.adoptNode(fresh));
          },
        }),
      );
      await navigation.navigate('/two').finished;
    }, fixture('repost-ar.html'));
    expect(page.url()).toBe('http://navigates.test/two');
    await until('the next page is clean', async () => !(await isVisible(page, '#commentform')));
  });
});

/** A page that insists on showing its comments. */
const INSISTING = REPOST.replace(
  '</body>',
  `<script>addEventListener('load', () => setTimeout(() =>
    document.querySelector('#comments').style.setProperty('display', 'block', 'important'), 500));</script></body>`,
);

describeChromiumFirst('a page that shows again what was hidden', (rig) => {
  test('has it hidden all the same', async () => {
    const url = 'http://insists.test/news/story';
    rig().site.page(url, INSISTING);
    const { page } = await openHearing(rig(), url);
    await until('the page has insisted', () =>
      page.evaluate(() => document.querySelector<HTMLElement>('#comments')?.style.display === 'block'),
    );
    await until('the form is hidden', async () => !(await isVisible(page, '#comments')));
  });
});

/** The browser lets the background into some pages for a moment alone. */
const prepare = (folder: string) => {
  const file = join(folder, 'background.js');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('insertCSS', 'insertNothing'));
};

describeChromiumFirst(
  'where no style of the browser’s own can be brought into a page',
  (rig) => {
    test('what the page shows is not said to be hidden', async () => {
      const url = 'http://insists.test/news/story';
      rig().site.page(url, INSISTING.replaceAll(', 500', ', 3000'));
      const { page } = await openHearing(rig(), url);
      const { pieces, hidden } = await reportOf(rig(), page);
      expect(pieces.map(({ kind }) => kind)).toContain('comment-form');
      await page.bringToFront();
      await until('the form is seen, and not counted', async () => {
        const report = await reportOf(rig(), page);
        return report.hidden === hidden - 1 && report.pieces.every(({ kind }) => kind !== 'comment-form');
      });
      expect(await isVisible(page, '#comments')).toBe(true);
      await until(
        'the badge',
        () => rig().badge(page),
        (text) => text === String(hidden - 1),
      );
    });
  },
  { own: true, prepare },
);
