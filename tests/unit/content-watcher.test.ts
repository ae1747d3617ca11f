// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://copies.example/2026/boats-return/"}
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Follower } from '../../src/content/follow.ts';
import { waitUntilShown } from '../../src/content/shown.ts';
import type { PageSettings } from '../../src/messages.ts';
import { ARTICLE, fakeSheets, SETTINGS, SOURCE_LINK, watcherOn } from './content-page.ts';

const opened: ReturnType<typeof watcherOn>[] = [];

function onPage(html: string, settings?: Partial<PageSettings>) {
  const page = watcherOn(html, settings);
  opened.push(page);
  return page;
}
const lastText = () => document.body.lastElementChild?.firstChild as Text;

beforeAll(fakeSheets);
afterEach(() => {
  vi.restoreAllMocks();
  document.head.replaceChildren();
  for (const { watcher, hiding } of opened.splice(0)) {
    watcher.stop();
    hiding.restore();
  }
});

describe('the cleaner', () => {
  test('is not asked for where an article has no sign of a repost, which then counts as seen', () => {
    const { watcher, beIdle, asked } = onPage(ARTICLE);
    expect(watcher.standing.loading).toBe(true);
    watcher.pageParsed();
    expect(watcher.standing.loading).toBe(true);
    beIdle();
    expect(asked).toEqual([]);
    expect(watcher.standing).toEqual({ loading: false, cleaning: 'offered', hidden: 0 });
  });

  test('is asked for once, and only when the page has nothing to do, where there is a source link', () => {
    const { watcher, beIdle, asked } = onPage(ARTICLE + SOURCE_LINK);
    watcher.pageParsed();
    expect(asked).toHaveLength(0);
    beIdle();
    watcher.bring();
    expect(asked).toHaveLength(1);
    expect(watcher.standing.loading).toBe(true);
  });

  test('is asked for at once, while the page arrives, at a token', () => {
    const { watcher, asked } = onPage(`${ARTICLE}<p>[ad_1]</p>`);
    watcher.textArrived(lastText());
    expect(asked).toHaveLength(1);
  });

  test('is asked for once the head says that the page is another site’s', () => {
    const { watcher, asked } = onPage(ARTICLE);
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'canonical', href: 'https://other.example/2026/x' }),
    );
    watcher.moreArrived();
    watcher.moreArrived();
    expect(asked).toHaveLength(1);
  });

  test('is asked for when the page gets a source link later', () => {
    vi.useFakeTimers();
    const { watcher, beIdle, asked } = onPage(ARTICLE);
    watcher.pageParsed();
    beIdle();
    document.body.insertAdjacentHTML('beforeend', SOURCE_LINK);
    watcher.contentArrived();
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    beIdle();
    expect(asked).toHaveLength(1);
  });

  test('is asked for again, at the next sign, where it did not come', async () => {
    const { watcher, asked } = onPage(ARTICLE);
    watcher.bring();
    asked[0]?.(false);
    await vi.waitFor(() => expect(watcher.standing.loading).toBe(false));
    watcher.bring();
    expect(asked).toHaveLength(2);
  });

  test('is asked for where every article is to be cleaned, and where the reader has corrected something', () => {
    const { watcher, asked } = onPage(ARTICLE);
    watcher.setSettings({ ...SETTINGS, mode: 'always' });
    expect(asked).toHaveLength(1);
    const other = onPage(ARTICLE);
    other.watcher.correctionsChanged();
    expect(other.asked).toHaveLength(1);
  });
});

describe('a token', () => {
  test('goes as it arrives, with the headline that is repeated beside it', () => {
    const { watcher, hiding } = onPage(
      '<h1>Boats return after the storm</h1><h2>Boats return after the storm</h2><p>[ad_1]</p>',
    );
    watcher.textArrived(lastText());
    watcher.contentArrived();
    expect(hiding.pieces.map(({ kind }) => kind)).toEqual(['ad-token', 'duplicate-headline']);
    expect(watcher.standing.hidden).toBe(2);
  });

  test('stays where the reader wants tokens to stay, and comes back when the reader says so', () => {
    const stays = onPage(`${ARTICLE}<p>[ad_1]</p>`, { kindsOff: ['ad-token'] });
    stays.watcher.textArrived(lastText());
    expect(stays.hiding.pieces).toEqual([]);
    const { watcher, hiding } = onPage(`${ARTICLE}<p>[ad_1]</p>`);
    watcher.textArrived(lastText());
    expect(hiding.words.isEmpty).toBe(false);
    watcher.setSettings({ ...SETTINGS, adTokensAnywhere: false });
    expect(hiding.pieces).toEqual([]);
    expect(hiding.words.isEmpty).toBe(true);
  });

  test('is found on a page that stood there before it was followed', () => {
    const { watcher, hiding, asked } = onPage(`${ARTICLE}<p>[ad_1]</p>`);
    // The window of these tests is none that events can be listened to on.
    vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(() => {});
    new Follower(document, hiding).start(watcher, new AbortController().signal);
    expect(asked).toHaveLength(1);
  });
});

test('what waits for a tab to be shown waits no longer once it was', () => {
  let state: DocumentVisibilityState = 'hidden';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => state);
  const listeners: (() => void)[] = [];
  vi.spyOn(document, 'addEventListener').mockImplementation(
    (_: string, listener: unknown) => void listeners.push(listener as () => void),
  );
  const whenShown = waitUntilShown(document, new AbortController().signal);
  const act = vi.fn();
  whenShown(act);
  listeners[0]?.();
  expect(act).not.toHaveBeenCalled();
  state = 'visible';
  listeners[0]?.();
  expect(act).toHaveBeenCalledOnce();
  state = 'hidden';
  whenShown(act);
  expect(act).toHaveBeenCalledTimes(2);
});
