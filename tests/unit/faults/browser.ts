/** A browser in memory. What goes through its seams, storage, messages and scripts, can be made to go wrong. */
import type { Scripting, Tabs } from 'webextension-polyfill';

/** What can go wrong with a call. */
export type Fault =
  /** It is refused. */
  | 'fails'
  /** There is no room. Only writing says that. */
  | 'full'
  /** It takes {@link SLOW}. */
  | 'slow'
  /** What comes back is rubbish; in storage it stays rubbish. */
  | 'rubbish'
  /** It is never answered, and does nothing. */
  | 'lost'
  /** It is done twice. */
  | 'twice';

export type Seam = `${Area}.${'get' | 'set'}` | 'changed' | 'tell' | 'inject' | 'register';

type Area = 'local' | 'session' | 'sync';
type Values = Record<string, unknown>;
type Listener = (...args: unknown[]) => unknown;
type Tab = Pick<Tabs.Tab, 'id' | 'url' | 'active' | 'incognito' | 'status' | 'index'>;

/** Milliseconds. */
export const SLOW = 20_000;

const RUBBISH: unknown = { type: 7, pieces: 'none', cleaning: [] };

/** Rubbish beside what the tests look at, as no version of ours would write it. */
const SPOILT: Readonly<Record<Area, Values>> = {
  local: { kinds: 7, look: ['pink'], counts: 'many', errors: { 0: 1 }, synced: [null], repostsBeforeAsking: {} },
  session: { applied: { sites: 3, rules: 'x' }, privateRules: [7, null], 'sync-status': 9 },
  sync: { 'log.abcdefgh.0': 'no base64 at all', 'log.abcdefgh.1': 5 },
};

class Event {
  readonly listeners = new Set<Listener>();
  readonly addListener = (listener: Listener) => void this.listeners.add(listener);
  readonly removeListener = (listener: Listener) => void this.listeners.delete(listener);
  /** What was answered. As in a browser, a listener that fails keeps no other from hearing. */
  fire(...args: unknown[]): unknown[] {
    return [...this.listeners].map((listener) => {
      try {
        const answer = listener(...args);
        if (answer instanceof Promise) answer.catch(() => undefined);
        return answer;
      } catch {
        return undefined;
      }
    });
  }
}

export class FakeBrowser {
  stored: Record<Area, Values> = { local: {}, session: {}, sync: {} };
  registered: Scripting.RegisteredContentScript[] = [];
  tabs: Tab[] = [];
  /** What content scripts were told, in order. */
  told: { tabId: number; type: string; mode?: string }[] = [];
  reloads = 0;
  /** Answers of content scripts by the type of the message. */
  pageAnswers: Values = {};
  #fault: { seam: Seam; kind: Fault } | null = null;
  #events = new Map<string, Event>();
  #locks = new Map<string, Promise<unknown>>();

  /** From now on, until it is lifted with `null`. */
  goWrong(fault: { seam: Seam; kind: Fault } | null): void {
    this.#fault = fault;
    const [area] = (fault?.seam.split('.') ?? []) as [Area?];
    if (fault?.kind === 'rubbish' && area && area in this.stored) Object.assign(this.stored[area], SPOILT[area]);
  }

  async #through<T>(seam: Seam, act: () => T): Promise<T> {
    await Promise.resolve();
    if (this.#fault?.seam !== seam) return act();
    switch (this.#fault.kind) {
      case 'fails':
        throw new Error('An unexpected error occurred');
      case 'full':
        throw new Error('Resource::kQuotaBytes quota exceeded');
      case 'slow':
        await new Promise((done) => setTimeout(done, SLOW));
        return act();
      case 'rubbish':
        return seam === 'tell' ? (RUBBISH as T) : act();
      case 'lost':
        return new Promise(() => {});
      case 'twice':
        act();
        return act();
    }
  }

  event(name: string): Event {
    const event = this.#events.get(name) ?? new Event();
    this.#events.set(name, event);
    return event;
  }

  /** The background is killed: nobody listens any more. */
  killed(): void {
    this.#events.clear();
    this.#locks.clear();
  }

  #area(area: Area) {
    const pick = (keys: string | string[] | null) =>
      Object.entries(this.stored[area]).filter(([key]) => keys === null || [keys].flat().includes(key));
    const change = (values: Values, removed = false) => {
      const changes: Values = {};
      for (const [key, value] of Object.entries(values)) {
        changes[key] = { oldValue: this.stored[area][key], ...(removed ? {} : { newValue: value }) };
        if (removed) delete this.stored[area][key];
        else this.stored[area][key] = structuredClone(value);
      }
      void this.#through('changed', () => void this.event('storage').fire(changes, area)).catch(() => undefined);
    };
    return {
      get: (keys: string | string[] | null) =>
        this.#through(`${area}.get`, () => structuredClone(Object.fromEntries(pick(keys)))),
      set: (values: Values) => this.#through(`${area}.set`, () => change(values)),
      remove: (keys: string | string[]) =>
        this.#through(`${area}.set`, () => change(Object.fromEntries([keys].flat().map((key) => [key, null])), true)),
    };
  }

  #tell(tabId: number, message: { type: string }): unknown {
    this.told.push({ tabId, ...message });
    return this.pageAnswers[message.type] ?? true;
  }

  #register(scripts: readonly Scripting.RegisteredContentScript[]): void {
    const ids = scripts.map(({ id }) => id);
    this.registered = [...this.registered.filter(({ id }) => !ids.includes(id)), ...scripts];
  }

  /** What the code under test imports. */
  readonly api = {
    storage: {
      local: this.#area('local'),
      session: this.#area('session'),
      sync: this.#area('sync'),
      onChanged: this.#late('storage'),
    },
    tabs: {
      query: async ({ active }: { active?: boolean } = {}) => this.tabs.filter((tab) => !active || tab.active),
      get: async (id: number) => this.tabs.find((tab) => tab.id === id),
      create: async () => undefined,
      sendMessage: (id: number, message: { type: string }) => this.#through('tell', () => this.#tell(id, message)),
      onUpdated: this.#late('tab updated'),
      onActivated: this.#late('tab activated'),
      onRemoved: this.#late('tab removed'),
    },
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      getManifest: () => ({}),
      reload: () => void this.reloads++,
      sendMessage: async (message: unknown) => {
        const sender = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
        return this.event('message').fire(message, sender).find(Boolean);
      },
      onMessage: this.#late('message'),
      onConnect: this.#late('connect'),
      onInstalled: this.#late('installed'),
      onStartup: this.#late('startup'),
      onUpdateAvailable: this.#late('update'),
    },
    scripting: {
      executeScript: (injection: { func?: unknown }) =>
        this.#through('inject', () => [{ result: injection.func ? (this.pageAnswers.injected ?? null) : null }]),
      getRegisteredContentScripts: async () => this.registered,
      registerContentScripts: (scripts: Scripting.RegisteredContentScript[]) =>
        this.#through('register', () => this.#register(scripts)),
      updateContentScripts: (scripts: Scripting.RegisteredContentScript[]) =>
        this.#through('register', () => this.#register(scripts)),
      unregisterContentScripts: ({ ids }: { ids: string[] }) =>
        this.#through('register', () => {
          this.registered = this.registered.filter(({ id }) => !ids.includes(id));
        }),
    },
    action: {
      setBadgeBackgroundColor: async () => undefined,
      setBadgeText: async () => undefined,
      setIcon: async () => undefined,
      setTitle: async () => undefined,
    },
    permissions: { contains: async () => true, onAdded: this.#late('allowed'), onRemoved: this.#late('forbidden') },
    commands: { onCommand: this.#late('command') },
    i18n: { getMessage: (key: string) => (key === 'language_tag' ? 'en' : key) },
  };

  /** The event as it is when it is used: a browser that starts a background anew has no listeners of the old one. */
  #late(name: string) {
    return {
      addListener: (listener: Listener) => this.event(name).addListener(listener),
      removeListener: (listener: Listener) => this.event(name).removeListener(listener),
    };
  }

  /** The browser's locks: one holder at a time, until it is done or killed. */
  readonly locks = {
    request: (name: string, work: () => Promise<unknown>) => {
      const before = this.#locks.get(name) ?? Promise.resolve();
      const mine = before.then(work, work);
      this.#locks.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}
