import { expect, test } from 'vitest';
import { CLUTTER_KINDS } from '../../../src/engine/types.ts';
import type { PageMessage, Standing } from '../../../src/messages.ts';
import { fixture, reportOf, sendToPage, serialized } from '../page-helpers.ts';
import { describeChromiumFirst } from '../rig.ts';

declare const browser: typeof import('webextension-polyfill');

/** The same numbers each time: Park and Miller's generator. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

function toggles(count: number, seed: number): PageMessage[] {
  const random = numbers(seed);
  const below = (limit: number) => Math.floor(random.next().value * limit);
  const some = () => CLUTTER_KINDS.filter(() => below(3) === 0);
  const makers: (() => PageMessage)[] = [
    () => ({ type: 'clean' }),
    () => ({ type: 'clean' }),
    () => ({ type: 'pause' }),
    () => ({ type: 'peek', on: below(2) === 0 }),
    () => ({
      type: 'state',
      mode: below(2) === 0 ? 'always' : 'auto',
      kindsOff: some(),
      kindsOn: some(),
      adTokensAnywhere: below(2) === 0,
      rules: [],
    }),
    () => ({ type: 'show-signal', index: below(4) }),
  ];
  return Array.from({ length: count }, () => (makers[below(makers.length)] as () => PageMessage)());
}

describeChromiumFirst('undoing', (rig) => {
  test.each([
    ['repost-ar.html', 1000],
    ['repost-en.html', 200],
    ['original-en.html', 200],
  ])('%s: %i random toggles leave nothing behind', async (name, count) => {
    const page = await rig().open(`http://akhbar.test/${name}?toggles`);
    await reportOf(rig(), page);
    const tab = await rig().tabId(page);
    const hidden = await rig().api(
      async (id: number, all: PageMessage[]) => {
        let pieces = 0;
        for (const message of all) {
          const answer = (await browser.tabs.sendMessage(id, message)) as Partial<Standing> | undefined;
          if (answer?.cleaning === 'cleaned') pieces += answer.hidden ?? 0;
        }
        return pieces;
      },
      tab,
      toggles(count, name.length),
    );
    expect(hidden).toBeGreaterThan(count / 2);
    await sendToPage(rig(), page, { type: 'end' });
    const { now, served, sheets } = await serialized(page);
    expect(now).toBe(served);
    expect(sheets).toBe(0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });

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
