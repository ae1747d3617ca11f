import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PopupView } from '../../src/popup/model.ts';
import { Session } from '../../src/popup/session.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));

const TAB = { id: 5, index: 0, url: 'https://copies.example/lamps', active: true, status: 'complete' } as const;
const FROM_BACKGROUND = { id: 'ours' };

let views: PopupView[] = [];
const state = () => views.at(-1)?.state.is;

/** What a content script answers over a page without an article. */
function listenIn(tabId: number): void {
  fake.contentScripts.set(tabId, ({ type }) => {
    if (type === 'standing') return { loading: false, cleaning: 'offered', hidden: 0 };
    return type === 'report' ? { article: null, loading: false, pieces: [], url: TAB.url } : undefined;
  });
}

async function open(): Promise<Session> {
  const session = new Session((view) => views.push(view));
  await session.start();
  return session;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fake.reset();
  vi.stubGlobal('navigator', { locks: fake.locks, userAgent: '' });
  vi.stubGlobal('location', { search: '' });
  fake.tabs = [TAB];
  fake.onInject = ({ files }) => (files ? null : 'text/html');
  views = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('after the Site is switched on', () => {
  beforeEach(() => {
    fake.stored.local = { sites: { 'copies.example': 'off' } };
  });

  test('the popup shows the page once it hears that the content script is there', async () => {
    const session = await open();
    expect(state()).toBe('off');
    await session.setMode('on');
    expect(state()).toBe('loading');
    await vi.advanceTimersByTimeAsync(1000);
    expect(state()).toBe('loading');
    listenIn(TAB.id);
    fake.api.runtime.onMessage.fire({ type: 'arrived', tabId: 6 }, FROM_BACKGROUND);
    await vi.advanceTimersByTimeAsync(100);
    expect(state()).toBe('loading');
    fake.api.runtime.onMessage.fire({ type: 'arrived', tabId: TAB.id }, FROM_BACKGROUND);
    await vi.advanceTimersByTimeAsync(100);
    expect(state()).toBe('no-article');
  });

  test('it shows the page at once where the content script is there already', async () => {
    const session = await open();
    listenIn(TAB.id);
    await session.setMode('on');
    expect(state()).toBe('no-article');
  });

  test('it says in the end that the page could not be reached', async () => {
    const session = await open();
    await session.setMode('on');
    await vi.advanceTimersByTimeAsync(5000);
    expect(state()).toBe('unreachable');
  });

  test('it waits for nothing any more once the Site is switched off again', async () => {
    const session = await open();
    await session.setMode('on');
    await session.setMode('off');
    expect(state()).toBe('off');
    await vi.advanceTimersByTimeAsync(5000);
    expect(state()).toBe('off');
    expect(fake.stored.local.sites).toEqual({ 'copies.example': 'off' });
  });

  test('clicked twice at once, the switch stands where it stood', async () => {
    const session = await open();
    await Promise.all([session.setMode('on'), session.setMode('off')]);
    expect(views.at(-1)?.mode).toBe('off');
    expect(fake.stored.local.sites).toEqual({ 'copies.example': 'off' });
  });
});

test('a page that goes on loading, and could not answer at first, is asked once more', async () => {
  fake.tabs = [{ ...TAB, status: 'loading' }];
  await open();
  expect(state()).toBe('loading');
  listenIn(TAB.id);
  await vi.advanceTimersByTimeAsync(900);
  expect(state()).toBe('loading');
  await vi.advanceTimersByTimeAsync(200);
  expect(state()).toBe('no-article');
});

describe('the switch', () => {
  const view = () => {
    const { area, paths, mode } = views.at(-1) as PopupView;
    return { area, paths, mode };
  };
  beforeEach(() => {
    fake.tabs = [{ ...TAB, url: 'https://www.copies.example/blog/2024/05/lamps' }];
  });

  test('is the Site’s, and no path is offered, where nothing was chosen', async () => {
    await open();
    expect(view()).toEqual({ area: 'copies.example', paths: [], mode: 'auto' });
  });

  test('offers the paths nearest to a Site with a choice, and becomes the one that is taken', async () => {
    fake.stored.local = { sites: { 'copies.example': 'off' } };
    const session = await open();
    const paths = ['copies.example/blog', 'copies.example/blog/2024', 'copies.example/blog/2024/05'];
    expect(view()).toEqual({ area: 'copies.example', paths, mode: 'off' });
    await session.exceptPath('copies.example/blog');
    expect(view()).toEqual({ area: 'copies.example/blog', paths: [], mode: 'auto' });
    await session.setMode('off');
    expect(view()).toEqual({ area: 'copies.example/blog', paths: [], mode: 'off' });
    await session.setMode('on');
    expect(fake.stored.local.sites).toEqual({ 'copies.example': 'off', 'copies.example/blog': 'auto' });
    await session.followSite();
    expect(view()).toEqual({ area: 'copies.example', paths, mode: 'off' });
    expect(fake.stored.local.sites).toEqual({ 'copies.example': 'off' });
  });

  test('makes a path of a Site that is on an exception that is off', async () => {
    fake.stored.local = { sites: { 'copies.example': 'always' } };
    const session = await open();
    await session.exceptPath('copies.example/blog/2024');
    expect(view()).toEqual({ area: 'copies.example/blog/2024', paths: [], mode: 'off' });
    await session.setMode('on');
    expect(view().mode).toBe('always');
  });
});

test('a page that changes is asked again, and a message from another tab changes nothing', async () => {
  await open();
  expect(state()).toBe('unreachable');
  listenIn(TAB.id);
  const changed = { type: 'changed', cleaning: 'offered', hidden: 0, fresh: [] };
  fake.api.runtime.onMessage.fire(changed, { id: 'ours', tab: { id: 6 } as never });
  await vi.advanceTimersByTimeAsync(100);
  expect(state()).toBe('unreachable');
  fake.api.runtime.onMessage.fire(changed, { id: 'ours', tab: { id: TAB.id } as never });
  await vi.advanceTimersByTimeAsync(100);
  expect(state()).toBe('no-article');
});

test('what cannot be stored is said, and not shown as if it were', async () => {
  const session = await open();
  fake.intercept = (name, act) => {
    if (name === 'storage.local.set') throw new Error('full');
    return act();
  };
  await session.setMode('off');
  expect(views.at(-1)).toMatchObject({ mode: 'auto', news: { text: 'popup_failed' } });
});
