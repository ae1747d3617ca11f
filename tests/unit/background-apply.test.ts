import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabState } from '../../src/messages.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));
vi.stubGlobal('navigator', { locks: fake.locks });

/** What the content script of each tab was told last; not there where none runs. */
const states = new Map<number, TabState | null>();
const modes = () => Object.fromEntries([...states].map(([id, state]) => [id, state?.mode]));

/** A content script, as far as the background sees it: it keeps its state, and ends where its Site is off. */
function listenIn(tabId: number): void {
  states.set(tabId, null);
  fake.contentScripts.set(tabId, ({ type, ...message }) => {
    if (type !== 'state') return { hidden: 3 };
    const state = message as unknown as TabState;
    if (state.mode === 'off') {
      states.delete(tabId);
      fake.contentScripts.delete(tabId);
      return null;
    }
    states.set(tabId, state);
    return { cleaning: 'cleaned', hidden: 3, hasCorrections: false };
  });
}

const OFF = { sites: { 'a.test': 'off' } } as const;

async function store(settings: Partial<Settings>): Promise<void> {
  await fake.api.storage.local.set({ ...DEFAULTS, ...settings });
}

/** A background that has just started, as main.ts starts it. */
async function start() {
  fake.killBackground();
  vi.resetModules();
  const background = await import('../../src/background/apply.ts');
  const { onSettings } = await import('../../src/background/current.ts');
  const { onPrivateRules } = await import('../../src/background/corrections.ts');
  onSettings(() => void background.apply());
  onPrivateRules(() => void background.apply());
  return background;
}

async function run(settings: Partial<Settings>) {
  await store(settings);
  const background = await start();
  await background.resume();
  return background;
}

const registered = () => fake.registered.map(({ id }) => id).sort();

beforeEach(() => {
  fake.reset();
  states.clear();
  fake.onInject = ({ tabId, files }) => {
    if (files?.includes('watcher.js') && !fake.contentScripts.has(tabId)) listenIn(tabId);
  };
  fake.tabs = [
    { id: 1, url: 'https://a.test/' },
    { id: 2, url: 'https://b.test/' },
  ];
});
afterEach(() => void vi.useRealTimers());

describe('settings reach tabs', () => {
  it('that are without our script, as their registration would', async () => {
    fake.tabs.push({ id: 3, url: 'https://c.test/' }, { id: 4, url: 'https://a.test/', discarded: true });
    listenIn(3);
    await run({ sites: { 'b.test': 'off' }, defaultMode: 'always', kinds: { share: false } });
    expect(fake.injected).toEqual([
      { tabId: 1, files: ['flags/mode-always.js', 'flags/off-share.js', 'watcher.js', 'cleaner.js'] },
    ]);
    expect(modes()).toEqual({ 1: 'always', 3: 'always' });
    expect(states.get(3)).toEqual({
      mode: 'always',
      kindsOff: ['share'],
      kindsOn: [],
      adTokensAnywhere: true,
      rules: [],
    });
  });

  it('that run it, whole and at every change', async () => {
    listenIn(1);
    await run({});
    await store({ sites: { 'a.test': 'always' }, rules: ['a.test copy'] });
    await vi.waitFor(() => expect(states.get(1)?.mode).toBe('always'));
    expect(states.get(1)?.rules).toEqual([{ site: 'a.test', page: null, verb: 'copy' }]);
    // What applies corrections was not there.
    await vi.waitFor(() => expect(fake.injected).toContainEqual({ tabId: 1, files: ['corrected.js', 'cleaner.js'] }));
    await store({});
    await vi.waitFor(() => expect(states.get(1)).toMatchObject({ mode: 'auto', rules: [] }));
  });

  it('that are off: they are told, and end', async () => {
    listenIn(1);
    listenIn(2);
    await run({});
    await store(OFF);
    await vi.waitFor(() => expect(modes()).toEqual({ 2: 'auto' }));
    await store({});
    await vi.waitFor(() => expect(modes()).toEqual({ 1: 'auto', 2: 'auto' }));
  });

  it('that come under another path without loading anew, where the Site has such paths', async () => {
    await run({ sites: { 'a.test': 'off', 'a.test/blog': 'always' } });
    const { followAddress } = await import('../../src/background/tabs.ts');
    const at = (id: number, url: string) => followAddress({ id, url, incognito: false });
    expect(modes()).toEqual({ 2: 'auto' });
    const go = async (path: string) => {
      const url = `https://www.a.test${path}`;
      fake.tabs = [{ id: 1, url }, ...fake.tabs.slice(1)];
      await at(1, url);
    };
    await go('/blog/x');
    expect(modes()[1]).toBe('always');
    await go('/blogger');
    expect(modes()[1]).toBeUndefined();
    const told = fake.told.length;
    await at(2, 'https://b.test/blog');
    expect(fake.told).toHaveLength(told);
  });

  it('as they are in the end, however fast they change', async () => {
    await run({});
    for (let round = 0; round < 10; round++) {
      await store(OFF);
      await store({});
    }
    await store(OFF);
    await vi.waitFor(() => expect(registered()).toEqual(['auto-0']));
    await vi.waitFor(() => expect(fake.stored.session.applied).toBe(JSON.stringify({ ...DEFAULTS, ...OFF })));
    expect(modes()).toEqual({ 2: 'auto' });
  });

  it('also while another tab is too busy to answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    listenIn(1);
    listenIn(2);
    await run({});
    fake.contentScripts.set(2, () => new Promise(() => undefined));
    await store(OFF);
    await vi.waitFor(() => expect(states.has(1)).toBe(false));
    await store({});
    await vi.waitFor(() => expect(modes()[1]).toBe('auto'));
  });

  it('in whose page our script arrives only after its Site was switched off', async () => {
    let arrive = () => {};
    fake.intercept = async (name, act) => {
      if (name === 'scripting.executeScript') await new Promise<void>((done) => (arrive = done));
      return act();
    };
    fake.tabs = [{ id: 1, url: 'https://a.test/' }];
    void run({});
    await vi.waitFor(() => expect(registered()).toEqual(['auto-0']));
    await store(OFF);
    await vi.waitFor(() => expect(fake.registered[0]?.excludeMatches).toHaveLength(1));
    arrive();
    await vi.waitFor(() => expect(fake.injected).toHaveLength(1));
    await vi.waitFor(() => expect(modes()).toEqual({}));
  });

  it('of a private window, with the corrections that were made there, and no others', async () => {
    fake.tabs = [
      { id: 1, url: 'https://a.test/', incognito: true },
      { id: 2, url: 'https://a.test/', incognito: false },
    ];
    listenIn(1);
    listenIn(2);
    await run({ rules: ['a.test copy'] });
    await fake.api.storage.session.set({ privateRules: ['a.test not-copy'] });
    await vi.waitFor(() => expect(states.get(1)?.rules.map(({ verb }) => verb)).toEqual(['copy', 'not-copy']));
    expect(states.get(2)?.rules.map(({ verb }) => verb)).toEqual(['copy']);
  });

  it('and an open popup hears when our script has come into one', async () => {
    listenIn(2);
    const heard: unknown[] = [];
    await run(OFF);
    fake.api.runtime.onMessage.addListener((message) => void heard.push(message));
    await store({});
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'arrived', tabId: 1 }]));
  });
});

describe('the toolbar button', () => {
  it('is grey where the Site is off, and counts elsewhere', async () => {
    listenIn(2);
    await run(OFF);
    expect(fake.buttons.get(1)).toEqual({ text: '', icon: '/icons/off-16.png', title: 'action_off' });
    expect(fake.buttons.get(2)).toEqual({ text: '3' });
    await store({});
    await vi.waitFor(() =>
      expect(fake.buttons.get(1)).toEqual({ text: '3', icon: '/icons/icon-16.png', title: 'action_title' }),
    );
  });

  it('counts only where the reader wants it', async () => {
    listenIn(1);
    await run({ badge: false });
    expect(fake.buttons.get(1)?.text).toBe('');
    await store({ badge: true });
    await vi.waitFor(() => expect(fake.buttons.get(1)?.text).toBe('3'));
  });

  it('shows the later one of two changes at once', async () => {
    await run({});
    // Each call to the browser takes as long as it likes.
    let calls = 0;
    fake.intercept = async (name, act) => {
      if (name.startsWith('action.')) await new Promise((done) => setTimeout(done, (calls++ * 7) % 5));
      return act();
    };
    await store(OFF);
    await store({});
    await store(OFF);
    await vi.waitFor(() => expect(fake.stored.session.applied).toBe(JSON.stringify({ ...DEFAULTS, ...OFF })));
    expect(fake.buttons.get(1)).toMatchObject({ icon: '/icons/off-16.png', title: 'action_off' });
  });
});

describe('a background that starts', () => {
  it('does nothing where all is done', async () => {
    await run({});
    listenIn(1);
    const background = await start();
    fake.injected = [];
    fake.intercept = (name, act) => {
      if (/^(?:scripting|tabs|action)\./.test(name)) throw new Error(`${name} is not to be called`);
      return act();
    };
    await background.resume();
    expect(fake.injected).toEqual([]);
    expect(states.get(1)).toBeNull();
  });

  it('does everything again where the last one was killed halfway', async () => {
    listenIn(1);
    listenIn(2);
    await run({});
    fake.intercept = (name, act) => (name === 'tabs.query' ? new Promise(() => undefined) : act());
    await store(OFF);
    await vi.waitFor(() => expect(fake.registered[0]?.excludeMatches).toHaveLength(1));
    fake.intercept = (_, act) => act();
    // What was begun is no longer wanted.
    fake.killBackground();
    await store({});
    states.set(1, null);
    await (await start()).resume();
    expect(modes()).toEqual({ 1: 'auto', 2: 'auto' });
    expect(fake.registered[0]?.excludeMatches).toEqual([]);
  });

  it('does everything where it cannot know what was done', async () => {
    await run({});
    fake.intercept = (name, act) => {
      if (name.startsWith('storage.session')) throw new Error('not there');
      return act();
    };
    states.set(1, null);
    await (await start()).resume();
    expect(modes()).toEqual({ 1: 'auto', 2: 'auto' });
  });
});

describe('the registrations', () => {
  it('are what the settings say, after each change', async () => {
    const { registrationsFor } = await import('../../src/background/registrations.ts');
    const all = [{}, OFF, { defaultMode: 'off', sites: { 'b.test': 'always' } }, {}] as const;
    await run({});
    for (const settings of all) {
      await store(settings);
      const wanted = registrationsFor({ ...DEFAULTS, ...settings });
      await vi.waitFor(() => expect(fake.registered).toEqual(wanted));
    }
  });

  it('are made anew when asked to, one time after the other', async () => {
    const background = await run({});
    fake.registered = [];
    fake.stored.session = {};
    await Promise.all([background.apply(), background.applyAnew(), background.apply(), background.applyAnew()]);
    expect(registered()).toEqual(['auto-0']);
  });

  it('are tried again after a failure', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isFull = true;
    fake.intercept = (name, act) => {
      if (isFull && name === 'scripting.registerContentScripts') throw new Error('full');
      return act();
    };
    await run({});
    expect(registered()).toEqual([]);
    isFull = false;
    await vi.advanceTimersByTimeAsync(1000);
    await vi.waitFor(() => expect(registered()).toEqual(['auto-0']));
    expect(JSON.stringify(fake.stored.local.errors)).toContain('full');
  });
});
