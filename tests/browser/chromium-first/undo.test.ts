import { expect, test } from 'vitest';
import { fixture, reportOf, sendToPage } from '../page-helpers.ts';
import { describeChromiumFirst } from '../rig.ts';
import { leavesNothingAfterToggles } from '../toggles.ts';

declare const browser: typeof import('webextension-polyfill');

describeChromiumFirst('undoing', (rig) => {
  test('200 random toggles leave nothing behind', () => leavesNothingAfterToggles(rig(), 'repost-en.html', 200));

  test('what the page changes meanwhile is what is there afterwards', async () => {
    const page = await rig().open('http://akhbar.test/repost-en.html?meanwhile');
    await reportOf(rig(), page);
    await sendToPage(rig(), page, { type: 'clean' });
    const twins = await page.evaluate(async () => {
      const source = await (await fetch(location.href)).text();
      const twin = new DOMParser().parseFromString(source, 'text/html');
      const change = (doc: Document) => {
        const find = (css: string) => doc.querySelector(css) as HTMLElement;
        find('.comment-respond').append(doc.createElement('hr'));
        find('.share-row a').remove();
        find('.share-row').setAttribute('class', 'share-row open');
        find('.related').before(find('.newsletter'));
        find('#comments').replaceWith(find('#comments').cloneNode(true));
        find('.entry-content p').firstChild?.replaceWith('Another beginning.');
        find('.entry-footer').textContent = 'Nothing more.';
      };
      change(document);
      change(twin);
      Object.assign(window, { twin });
    });
    expect(twins).toBeUndefined();
    await sendToPage(rig(), page, { type: 'pause' });
    const [now, alone] = await page.evaluate(() => [
      document.documentElement.outerHTML,
      (window as unknown as { twin: Document }).twin.documentElement.outerHTML,
    ]);
    expect(now).toBe(alone);
  });

  test('handlers, form contents, selection, scroll position and frames go through it untouched', async () => {
    const url = 'http://state.test/news/story';
    rig()
      .site.page(
        url,
        fixture('repost-en.html').replace(
          '<form action="/wp-comments-post.php"',
          '<iframe src="/inner"></iframe><form action="/wp-comments-post.php"',
        ),
      )
      .page('http://state.test/inner', '<!doctype html><p>Inside</p>');
    const page = await rig().open(url);
    await reportOf(rig(), page);
    await sendToPage(rig(), page, { type: 'pause' });
    await page.evaluate(() => {
      const find = <T extends Element>(css: string) => document.querySelector(css) as T;
      Object.assign(window, { pressed: 0, frame: find<HTMLIFrameElement>('iframe').contentWindow });
      find('#submit').addEventListener('click', (event) => {
        event.preventDefault();
        (window as unknown as { pressed: number }).pressed++;
      });
      find<HTMLTextAreaElement>('#comment').value = 'A thought';
      const paragraph = find('.entry-content p');
      getSelection()?.setBaseAndExtent(paragraph.firstChild as Node, 4, paragraph.firstChild as Node, 11);
      scrollTo(0, 300);
    });
    for (const type of ['clean', 'pause', 'clean', 'pause'] as const) await sendToPage(rig(), page, { type });
    const state = await page.evaluate(() => {
      const find = <T extends Element>(css: string) => document.querySelector(css) as T;
      find<HTMLElement>('#submit').click();
      const kept = window as unknown as { pressed: number; frame: Window };
      return {
        pressed: kept.pressed,
        sameFrame: find<HTMLIFrameElement>('iframe').contentWindow === kept.frame,
        value: find<HTMLTextAreaElement>('#comment').value,
        selection: String(getSelection()),
        scroll: Math.round(scrollY),
      };
    });
    expect(state).toEqual({ pressed: 1, sameFrame: true, value: 'A thought', selection: 'red bus', scroll: 300 });
    expect(rig().site.requests.filter((request) => request.endsWith('/inner'))).toHaveLength(1);
  });
});
