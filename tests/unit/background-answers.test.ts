import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { answer } from '../../src/background/answers.ts';
import { onCommand } from '../../src/background/commands.ts';
import { createMenu, onMenu } from '../../src/background/menu.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));
vi.stubGlobal('navigator', { locks: fake.locks });

const TAB = { id: 5, url: 'https://off.test/a', incognito: false };
const page = { id: 'ours', tab: TAB, frameId: 0, url: TAB.url } as Runtime.MessageSender;
const popup = { id: 'ours', url: `${fake.base}popup.html` } as Runtime.MessageSender;
const changed = { type: 'changed', cleaning: 'cleaned', hidden: 3 };

beforeEach(() => {
  fake.reset();
  fake.stored.local = { sites: { 'off.test': 'off' }, kinds: { share: false } };
  fake.tabs = [TAB, { id: 8, url: 'https://on.test/', active: true }];
});

describe('messages to the background', () => {
  it.each([
    null,
    undefined,
    'changed',
    {},
    { type: 'state' },
    { type: 'arrived' },
    { type: 'constructor' },
    { type: 3 },
  ])('leaves %j to others', (message) => {
    expect(answer(message, page)).toBeUndefined();
  });

  it.each([
    [4, '4'],
    [0, ''],
    [12345, '999+'],
  ])('shows %j hidden pieces on the tab it came from', async (hidden, text) => {
    await answer({ ...changed, hidden }, page);
    expect(fake.buttons).toEqual(new Map([[5, { text }]]));
  });

  it('shows nothing that is no number', async () => {
    await answer({ ...changed, hidden: '<b>' }, page);
    expect(fake.buttons).toEqual(new Map());
  });

  it('counts pieces that are hidden for the first time, by kind alone, and none of private windows', async () => {
    const fresh = ['share', 'ad-token', 'share', 'no-kind', 7];
    await answer({ ...changed, fresh }, page);
    await answer({ ...changed, fresh: [] }, page);
    await answer({ ...changed, fresh: 'share' }, page);
    expect(fake.stored.local.counts).toEqual({ share: 2, 'ad-token': 1 });
    expect(JSON.stringify(fake.stored.local.counts)).not.toContain('.test');
    await answer({ ...changed, fresh }, { ...page, tab: { ...TAB, incognito: true } } as Runtime.MessageSender);
    expect(fake.stored.local.counts).toEqual({ share: 2, 'ad-token': 1 });
  });

  it.each([
    ['clean-tab', page],
    ['recall', page],
    ...[
      'back-to-copy',
      'bring-cleaner',
      'changed',
      'correct',
      'get-state',
      'go-to-original',
      'take-back',
      'user-css',
    ].flatMap((type): [string, Runtime.MessageSender][] => [
      [type, popup],
      [type, { ...popup, tab: page.tab, frameId: 0 } as Runtime.MessageSender],
      [type, { ...page, frameId: 3 }],
      [type, { ...page, id: 'another' }],
    ]),
  ])('takes %s from nobody else: %j', async (type, sender) => {
    const { stored } = fake;
    const message = {
      type,
      tabId: 8,
      hidden: 1,
      fresh: ['share'],
      attribute: 'data-abcdefg',
      on: true,
      correction: {},
    };
    await expect(answer(message, sender)).rejects.toThrow('not from there');
    expect(fake).toMatchObject({ stored, told: [], injected: [], css: [], buttons: new Map() });
  });

  it('brings the cleaner into the tab that asks, whatever tab it names', async () => {
    expect(await answer({ type: 'bring-cleaner', tabId: 8 }, page)).toBe(true);
    expect(fake.injected).toEqual([{ tabId: 5, files: ['cleaner.js'] }]);
  });

  it('cleans a tab for our own pages: once, where no script of ours runs', async () => {
    const told: unknown[] = [];
    fake.onInject = ({ tabId }) => void fake.contentScripts.set(tabId, (message) => told.push(message));
    await answer({ type: 'clean-tab', tabId: 5 }, popup);
    expect(fake.injected).toEqual([{ tabId: 5, files: ['flags/off-share.js', 'watcher.js', 'cleaner.js'] }]);
    expect(told).toEqual([{ type: 'clean', once: true, notice: true }]);
    await answer({ type: 'clean-tab', tabId: 5 }, popup);
    expect(told.slice(1)).toEqual([{ type: 'clean', notice: true }]);
    expect(fake.injected).toHaveLength(1);
  });

  it('tells a page that came back its state, and greys its button', async () => {
    expect(await answer({ type: 'get-state' }, page)).toEqual({
      mode: 'off',
      kindsOff: ['share'],
      kindsOn: [],
      adTokensAnywhere: true,
      rules: [],
    });
    expect(fake.buttons.get(5)?.icon).toBe('/icons/off-16.png');
  });

  it('makes CSS of user origin from a name alone, in the sender’s tab', async () => {
    const css = { type: 'user-css', attribute: 'data-abcdefg', on: true };
    await answer(css, page);
    await answer({ ...css, attribute: 'a]{}*{color:red}[b' }, page);
    expect(fake.css).toEqual([{ tabId: 5, css: '[data-abcdefg]{display:none!important}', origin: 'USER' }]);
    await answer({ ...css, on: false }, page);
    expect(fake.css).toEqual([]);
  });

  it('keeps a correction for the Site of the page it came from, when it reads as a rule', async () => {
    await answer({ type: 'correct', correction: { verb: 'not-copy' } }, page);
    await answer({ type: 'correct', correction: { verb: 'original', url: 'javascript:alert(1)' } }, page);
    expect(fake.stored.local.rules).toEqual(['off.test not-copy']);
  });

  it('takes a correction back that holds on the page, and no other', async () => {
    fake.stored.local.rules = ['off.test keep share', 'off.test keep comments', 'other.test keep share'];
    await answer({ type: 'take-back', correction: { verb: 'keep', kind: 'share' } }, page);
    expect(fake.stored.local.rules).toEqual(['off.test keep comments', 'other.test keep share']);
  });
});

describe('where the browser has no menus and no commands', () => {
  it('everything else works', async () => {
    fake.lacks('menus', 'contextMenus', 'commands');
    await createMenu();
    onMenu({
      clean: () => undefined,
      restore: () => undefined,
      'copy-selection': () => undefined,
      hide: () => undefined,
    });
    onCommand('toggle-clean', () => undefined);
    expect(fake.menu).toEqual([]);
  });
});

describe('menu and commands', () => {
  it('act on the tab they were used in', async () => {
    const acted: string[] = [];
    await createMenu();
    expect(fake.menu.map(({ id }) => id)).toEqual(['clean', 'restore', 'copy-selection', 'hide']);
    expect(fake.menu.find(({ id }) => id === 'copy-selection')).toMatchObject({ contexts: ['selection'] });
    onMenu({
      clean: (id) => acted.push(`clean ${id}`),
      restore: (id) => acted.push(`restore ${id}`),
      'copy-selection': (id, frame) => acted.push(`copy ${id} ${frame}`),
      hide: (id) => acted.push(`hide ${id}`),
    });
    onCommand('toggle-clean', (id) => acted.push(`toggle ${id}`));
    const { menus, commands } = fake.api;
    menus.onClicked.fire({ menuItemId: 'restore' }, { id: 3 });
    menus.onClicked.fire({ menuItemId: 'copy-selection', frameId: 2 }, { id: 5 });
    menus.onClicked.fire({ menuItemId: 'hide' }, { id: 9 });
    menus.onClicked.fire({ menuItemId: 'other' }, { id: 3 });
    commands.onCommand.fire('toggle-clean', { id: 4 });
    await Promise.all(commands.onCommand.fire('toggle-clean'));
    commands.onCommand.fire('another', { id: 4 });
    expect(acted).toEqual(['restore 3', 'copy 5 2', 'hide 9', 'toggle 4', 'toggle 8']);
  });
});
