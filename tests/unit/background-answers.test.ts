import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { answer } from '../../src/background/answers.ts';
import { onCommand } from '../../src/background/commands.ts';
import { createMenu, onMenu } from '../../src/background/menu.ts';

const fake = vi.hoisted(() => {
  const calls: unknown[][] = [];
  const note =
    (name: string, result?: unknown) =>
    async (...args: unknown[]) => {
      calls.push([name, ...args]);
      return result;
    };
  const stored: Record<string, unknown> = { sites: { 'off.test': 'off' }, kinds: { share: false } };
  const browser: Record<string, unknown> = {
    runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours/${path}` },
    storage: {
      local: { get: async () => stored, set: async (values: object) => void Object.assign(stored, values) },
      onChanged: { addListener: () => undefined },
    },
    action: { setBadgeText: note('badge'), setIcon: note('icon'), setTitle: note('title') },
    scripting: { insertCSS: note('insertCSS'), removeCSS: note('removeCSS'), executeScript: note('inject') },
    tabs: { sendMessage: note('send', {}), query: async () => [{ id: 8 }] },
    i18n: { getMessage: (key: string) => key },
  };
  return { calls, note, browser, stored };
});
vi.mock('webextension-polyfill', () => ({ default: fake.browser }));
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });

const { calls, note, browser, stored } = fake;
const page = {
  id: 'ours',
  tab: { id: 5, url: 'https://off.test/a' },
  frameId: 0,
  url: 'https://off.test/a',
} as Runtime.MessageSender;
const popup = { id: 'ours', url: 'chrome-extension://ours/popup.html' } as Runtime.MessageSender;

beforeEach(() => {
  calls.length = 0;
});

describe('messages to the background', () => {
  it.each([null, undefined, 'changed', {}, { type: 'mode' }, { type: 'constructor' }, { type: 3 }])(
    'leaves %j to others',
    (message) => {
      expect(answer(message, page)).toBeUndefined();
    },
  );

  it('shows the number of hidden pieces on the tab it came from', async () => {
    await answer({ type: 'changed', cleaning: 'cleaned', hidden: 4 }, page);
    await answer({ type: 'changed', cleaning: 'cleaned', hidden: 0 }, page);
    await answer({ type: 'changed', cleaning: 'cleaned', hidden: 12345 }, page);
    await answer({ type: 'changed', cleaning: 'cleaned', hidden: '<b>' }, page);
    expect(calls.map(([, arg]) => arg)).toEqual([
      { tabId: 5, text: '4' },
      { tabId: 5, text: '' },
      { tabId: 5, text: '999+' },
    ]);
  });

  it('counts pieces that are hidden for the first time, by kind alone, and none of private windows', async () => {
    const fresh = ['share', 'ad-token', 'share', 'no-kind', 7];
    const tab = { ...page.tab, incognito: false };
    await answer({ type: 'changed', cleaning: 'cleaned', hidden: 3, fresh }, { ...page, tab } as typeof page);
    await answer({ type: 'changed', cleaning: 'cleaned', hidden: 3, fresh: [] }, { ...page, tab } as typeof page);
    await answer({ type: 'changed', cleaning: 'cleaned', hidden: 3, fresh: 'share' }, { ...page, tab } as typeof page);
    expect(stored.counts).toEqual({ share: 2, 'ad-token': 1 });
    expect(JSON.stringify(stored.counts)).not.toContain('.test');
    const hidden = { ...page.tab, incognito: true };
    await answer({ type: 'changed', cleaning: 'cleaned', hidden: 3, fresh }, { ...page, tab: hidden } as typeof page);
    expect(stored.counts).toEqual({ share: 2, 'ad-token': 1 });
  });

  it.each([
    ['clean-tab', page],
    ['recall', page],
    ...['changed', 'correct', 'rules', 'shown', 'user-css'].flatMap((type): [string, Runtime.MessageSender][] => [
      [type, popup],
      [type, { ...popup, tab: page.tab, frameId: 0 } as Runtime.MessageSender],
      [type, { ...page, frameId: 3 }],
      [type, { ...page, id: 'another' }],
    ]),
  ])('takes %s from nobody else: %j', async (type, sender) => {
    const message = { type, tabId: 7, hidden: 1, attribute: 'data-abcdefg', on: true, correction: {} };
    await expect(answer(message, sender)).rejects.toThrow('not from there');
    expect(calls).toEqual([]);
  });

  it('cleans a tab for our own pages', async () => {
    await answer({ type: 'clean-tab', tabId: 7 }, popup);
    expect(calls).toEqual([['send', 7, { type: 'clean' }, { frameId: 0 }]]);
  });

  it('tells a page that came back what holds now, and greys its button', async () => {
    expect(await answer({ type: 'shown' }, page)).toEqual({
      type: 'mode',
      mode: 'off',
      kindsOff: ['share'],
      kindsOn: [],
      adTokensAnywhere: true,
    });
    expect(calls.map(([name]) => name)).toContain('icon');
  });

  it('makes CSS of user origin from a name alone, in the sender’s tab', async () => {
    await answer({ type: 'user-css', attribute: 'data-abcdefg', on: true }, page);
    await answer({ type: 'user-css', attribute: 'data-abcdefg', on: false }, page);
    await answer({ type: 'user-css', attribute: 'a]{}*{color:red}[b', on: true }, page);
    const style = {
      target: { tabId: 5, frameIds: [0] },
      css: '[data-abcdefg]{display:none!important}',
      origin: 'USER',
    };
    expect(calls).toEqual([
      ['insertCSS', style],
      ['removeCSS', style],
    ]);
  });
});

describe('where the browser has no menus and no commands', () => {
  it('everything else works', async () => {
    await createMenu();
    onMenu({ clean: () => undefined, restore: () => undefined, hide: () => undefined });
    onCommand('toggle-clean', () => undefined);
    expect(calls).toEqual([]);
  });
});

describe('menu and commands', () => {
  it('act on the tab they were used in', async () => {
    const listeners: ((...args: never[]) => unknown)[] = [];
    const event = { addListener: (listener: (...args: never[]) => unknown) => listeners.push(listener) };
    browser.contextMenus = { removeAll: note('removeAll'), create: note('create'), onClicked: event };
    browser.commands = { onCommand: event };
    const acted: string[] = [];
    await createMenu();
    expect(calls.map(([name, entry]) => `${name} ${(entry as { id?: string })?.id ?? ''}`)).toEqual([
      'removeAll ',
      'create clean',
      'create restore',
      'create hide',
    ]);
    onMenu({
      clean: (id) => acted.push(`clean ${id}`),
      restore: (id) => acted.push(`restore ${id}`),
      hide: (id) => acted.push(`hide ${id}`),
    });
    onCommand('toggle-clean', (id) => acted.push(`toggle ${id}`));
    const [menu, command] = listeners as unknown as ((...args: unknown[]) => unknown)[];
    menu?.({ menuItemId: 'restore' }, { id: 3 });
    menu?.({ menuItemId: 'hide' }, { id: 9 });
    menu?.({ menuItemId: 'other' }, { id: 3 });
    await command?.('toggle-clean', { id: 4 });
    await command?.('toggle-clean');
    await command?.('another', { id: 4 });
    expect(acted).toEqual(['restore 3', 'hide 9', 'toggle 4', 'toggle 8']);
  });
});
