import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';

/** A browser that notes what is asked of it, each call taking a while. */
const fake = vi.hoisted(() => {
  const state = {
    local: {} as Record<string, unknown>,
    session: {} as Record<string, unknown>,
    tabs: [] as { id: number; url: string; discarded?: boolean }[],
    /** Tabs in which a content script listens. */
    listening: new Set<number>(),
    calls: [] as string[],
    busy: 0,
    overlapped: false,
    /** The background ends before the browser answers. */
    ending: false,
    failing: false,
    /** Told of what is stored. */
    listeners: [] as ((changes: object, area: string) => unknown)[],
    /** What happens while a tab is told. */
    whileTold: async () => undefined as unknown,
    /** What happens while a script is on its way into a tab. */
    whileInjected: async () => undefined as unknown,
    /** What the toolbar button waits for. */
    button: Promise.resolve(),
  };
  const slowly = async () => {
    await new Promise((done) => setTimeout(done, 2));
  };
  const register = async (scripts: { id: string }[]) => {
    if (state.ending) {
      state.calls.push('ended');
      await new Promise(() => undefined);
    }
    state.busy++;
    state.overlapped ||= state.busy > 1;
    await slowly();
    state.busy--;
    if (state.failing) throw new Error('full');
    state.calls.push(`register ${scripts.map(({ id }) => id)}`);
  };
  const get = (area: 'local' | 'session') => async (keys: string | string[]) => {
    const wanted = [keys].flat();
    return structuredClone(Object.fromEntries(Object.entries(state[area]).filter(([key]) => wanted.includes(key))));
  };
  const browser = {
    storage: {
      local: { get: get('local') },
      session: {
        get: get('session'),
        set: async (values: object) => void Object.assign(state.session, structuredClone(values)),
        remove: async (key: string) => void delete state.session[key],
      },
      onChanged: { addListener: (listener: (typeof state.listeners)[number]) => void state.listeners.push(listener) },
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: register,
      updateContentScripts: register,
      executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
        await state.whileInjected();
        state.calls.push(`inject ${target.tabId} ${files}`);
        state.listening.add(target.tabId);
      },
    },
    tabs: {
      query: async () => state.tabs,
      get: async (id: number) => state.tabs.find((tab) => tab.id === id),
      sendMessage: async (id: number, message: { type: string; mode?: string }) => {
        await state.whileTold();
        if (!state.listening.has(id)) throw new Error('Could not establish connection. Receiving end does not exist.');
        state.calls.push(`tell ${id} ${message.mode ?? message.type}`);
        if (message.mode === 'off') state.listening.delete(id);
        return message.type === 'standing' ? { cleaning: 'cleaned', hidden: 3 } : true;
      },
    },
    action: {
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
        state.calls.push(`badge ${tabId} ${text}`);
      },
      setIcon: async ({ tabId, path }: { tabId: number; path: Record<number, string> }) => {
        await state.button;
        state.calls.push(`icon ${tabId} ${path[16]}`);
      },
      setTitle: async () => undefined,
    },
    i18n: { getMessage: (key: string) => key },
    runtime: { getURL: () => 'chrome-extension://x/' },
  };
  return { state, browser };
});
vi.mock('webextension-polyfill', () => ({ default: fake.browser }));

const { state } = fake;

/** A background that has just started, with these settings stored. */
async function start(settings: Partial<Settings>) {
  state.local = { ...DEFAULTS, ...settings };
  state.listeners = [];
  vi.resetModules();
  return import('../../src/background/apply.ts');
}

/** A background that applies what is stored, and what is stored from then on. */
async function run(settings: Partial<Settings>) {
  const { apply } = await start(settings);
  const { onSettings } = await import('../../src/background/current.ts');
  onSettings(apply);
  await apply();
  state.calls = [];
  return async (changed: Partial<Settings>) => {
    state.local = { ...DEFAULTS, ...changed };
    await Promise.all(state.listeners.map((told) => told({ sites: {} }, 'local')));
    return apply();
  };
}

beforeEach(() => {
  const nothing = async () => undefined;
  Object.assign(state, { session: {}, tabs: [], calls: [], listening: new Set(), overlapped: false, failing: false });
  Object.assign(state, { whileTold: nothing, whileInjected: nothing, button: Promise.resolve() });
});
afterEach(() => void vi.useRealTimers());

describe('applying the settings', () => {
  it('starts the content script in tabs without one, as their registration would', async () => {
    state.tabs = [
      { id: 1, url: 'https://a.test/' },
      { id: 2, url: 'https://b.test/' },
      { id: 3, url: 'https://c.test/' },
      { id: 4, url: 'https://a.test/', discarded: true },
    ];
    state.listening.add(3);
    const { apply } = await start({ sites: { 'b.test': 'off' }, defaultMode: 'always', kinds: { share: false } });
    await apply();
    expect(state.calls.filter((call) => /inject|tell \d a/.test(call)).sort()).toEqual([
      'inject 1 flags/mode-always.js,flags/off-share.js,content.js',
      'tell 3 always',
    ]);
  });

  it('does nothing when nothing changed, also in a background that was killed meanwhile', async () => {
    await (await start({})).apply();
    state.calls = [];
    await (await start({})).apply();
    expect(state.calls).toEqual([]);
  });

  it('starts over where a background was killed halfway, also when what was set is set no more', async () => {
    await (await start({})).apply();
    state.ending = true;
    void (await start({ sites: { 'a.test': 'off' } })).apply();
    await vi.waitFor(() => expect(state.calls).toContain('ended'));
    state.ending = false;
    await (await start({})).apply();
    expect(state.calls).toEqual(['register auto-0', 'ended', 'register auto-0']);
  });

  it('tells a tab again what it may have been told otherwise before the background was killed', async () => {
    state.tabs = [{ id: 1, url: 'https://a.test/' }];
    const off = { sites: { 'a.test': 'off' } } as const;
    await (await start(off)).apply();
    state.listening = new Set([1]);
    state.ending = true;
    void (await start({ rules: ['a.test hide article > p'] })).apply();
    await vi.waitFor(() => expect(state.calls).toContain('ended'));
    state.ending = false;
    state.calls = [];
    await (await start(off)).apply();
    expect(state.calls).toContain('tell 1 off');
    expect(state.calls).toContain('icon 1 /icons/off-16.png');
    state.listening = new Set([1]);
    state.ending = true;
    void (await start({ badge: false })).apply();
    await vi.waitFor(() => expect(state.calls).toContain('ended'));
    state.ending = false;
    state.calls = [];
    await (await start({})).apply();
    expect(state.calls).toContain('tell 1 auto');
    expect(state.calls).toContain('tell 1 rules');
    expect(state.calls).toContain('badge 1 3');
  });

  it('starts the content script where the Site is off and on again while it is being switched on', async () => {
    state.tabs = [{ id: 1, url: 'https://a.test/' }];
    const off = { sites: { 'a.test': 'off' } } as const;
    const change = await run(off);
    let onAgain: Promise<void> | undefined;
    let press = () => {};
    state.button = new Promise((done) => {
      press = done;
    });
    state.whileTold = async () => {
      state.whileTold = async () => undefined;
      change(off);
      await vi.waitFor(async () => expect((await current()).sites).toEqual(off.sites));
      setTimeout(async () => {
        onAgain = change({});
        await vi.waitFor(async () => expect((await current()).sites).toEqual({}));
        press();
      });
    };
    const { current } = await import('../../src/background/current.ts');
    await change({});
    await vi.waitFor(() => expect(onAgain).toBeDefined());
    await onAgain;
    expect(state.listening).toEqual(new Set([1]));
  });

  it('ends a content script that arrives after its Site was switched off', async () => {
    state.tabs = [{ id: 1, url: 'https://a.test/' }];
    const off = { sites: { 'a.test': 'off' } } as const;
    const change = await run(off);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let arrive = () => {};
    state.whileInjected = () =>
      new Promise((done) => {
        arrive = () => done(undefined);
      });
    // A page so busy that nobody waits for it any longer.
    const on = change({});
    await vi.runAllTimersAsync();
    await on;
    const offAgain = change(off);
    await vi.runAllTimersAsync();
    await offAgain;
    arrive();
    await vi.waitFor(() => expect(state.calls.slice(-2)).toEqual(['inject 1 content.js', 'tell 1 off']));
    expect(state.listening).toEqual(new Set());
  });

  it('tells only the tabs concerned', async () => {
    state.tabs = [
      { id: 1, url: 'https://a.test/' },
      { id: 2, url: 'https://b.test/' },
    ];
    state.listening = new Set([1, 2]);
    await (await start({})).apply();
    state.calls = [];
    await (await start({ sites: { 'a.test': 'off' } })).apply();
    expect(state.calls.filter((call) => !call.startsWith('register')).sort()).toEqual([
      'badge 1 ',
      'icon 1 /icons/off-16.png',
      'tell 1 off',
    ]);
    state.calls = [];
    await (await start({})).apply();
    expect(state.calls.filter((call) => !call.startsWith('register')).sort()).toEqual([
      'icon 1 /icons/icon-16.png',
      'inject 1 content.js',
    ]);
  });

  it('shows the numbers again when the badge is turned on', async () => {
    state.tabs = [{ id: 1, url: 'https://a.test/' }];
    state.listening = new Set([1]);
    await (await start({ badge: false })).apply();
    state.calls = [];
    await (await start({ badge: true })).apply();
    expect(state.calls).toContain('badge 1 3');
  });

  it('never runs twice at once, and anew when asked to', async () => {
    const { apply, applyAnew } = await start({});
    await Promise.all([apply(), applyAnew(), apply(), applyAnew()]);
    expect(state.overlapped).toBe(false);
    expect(state.calls).toEqual(['register auto-0', 'register auto-0', 'register auto-0']);
  });

  it('goes on after a failure, and does again what failed', async () => {
    const { apply } = await start({});
    state.failing = true;
    await apply();
    expect(state.calls).toEqual([]);
    state.failing = false;
    await apply();
    expect(state.calls).toEqual(['register auto-0']);
  });
});
