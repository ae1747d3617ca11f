/**
 * The browser that unit tests run against: the extension API in memory, as far as the code uses it. A test looks at what
 * the browser holds afterwards (storage, registrations, badges, …), not at which calls were made. How to use it:
 *
 *     const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
 *     vi.mock('webextension-polyfill', () => ({ default: fake.api }));
 *     vi.stubGlobal('navigator', { locks: fake.locks });
 *     beforeEach(() => fake.reset());
 */
import type { Menus, Permissions, Runtime, Scripting, Storage, Tabs } from 'webextension-polyfill';

type Values = Record<string, unknown>;
type Area = 'local' | 'session' | 'sync';
/** What a test says about a tab; the rest of {@link Tabs.Tab} is left out. */
type FakeTab = Partial<Tabs.Tab> & { readonly id: number };
type Message = { readonly type: string; readonly [key: string]: unknown };
/** What listens in a tab. What it returns is the answer. */
type ContentScript = (message: Message, frameId: number | undefined) => unknown;
/** Stands between a call and the browser: `name` is the API's, as in `storage.local.set`. It calls `act`, or does not. */
type Intercept = (name: string, act: () => unknown, args: readonly unknown[]) => unknown;

/** The limits of `storage.sync`, as both browsers document them. In bytes of key and JSON. */
const SYNC_LIMITS = { bytes: 102_400, bytesPerItem: 8192, items: 512 } as const;

const NOBODY_THERE = 'Could not establish connection. Receiving end does not exist.';

/** An event of the browser. A test lets it happen with {@link FakeEvent.fire}. */
class FakeEvent<Args extends readonly unknown[]> {
  readonly #listeners = new Set<(...args: Args) => unknown>();
  readonly addListener = (listener: (...args: Args) => unknown): void => void this.#listeners.add(listener);
  readonly removeListener = (listener: (...args: Args) => unknown): void => void this.#listeners.delete(listener);
  readonly hasListener = (listener: (...args: Args) => unknown): boolean => this.#listeners.has(listener);
  readonly hasListeners = (): boolean => this.#listeners.size > 0;

  /** What each listener returned. As in a browser, a listener that fails keeps no other from hearing. */
  readonly fire = (...args: Args): unknown[] =>
    [...this.#listeners].map((listener) => {
      try {
        const answer = listener(...args);
        if (answer instanceof Promise) answer.catch(() => undefined);
        return answer;
      } catch {
        return undefined;
      }
    });

  readonly clear = (): void => this.#listeners.clear();
}

/** One end of a connection; `other` is the end that the background gets. */
export class FakePort {
  readonly onMessage = new FakeEvent<[unknown, FakePort]>();
  readonly onDisconnect = new FakeEvent<[FakePort]>();
  readonly name: string;
  readonly sender: Runtime.MessageSender | undefined;
  readonly other: FakePort;
  isOpen = true;

  constructor(name: string, sender: Runtime.MessageSender, other?: FakePort) {
    this.name = name;
    this.sender = other ? sender : undefined;
    this.other = other ?? new FakePort(name, sender, this);
  }

  readonly postMessage = (message: unknown): void => {
    if (!this.isOpen) throw new Error('Attempting to use a disconnected port object');
    this.other.onMessage.fire(structuredClone(message), this.other);
  };

  /** Only the other end hears of it. */
  readonly disconnect = (): void => {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.other.isOpen = false;
    this.other.onDisconnect.fire(this.other);
  };
}

/** What a browser may lack. */
type Optional = 'storage.sync' | 'contextMenus' | 'menus' | 'commands' | 'search';
type Injected = { readonly tabId: number; readonly files?: readonly string[]; readonly args?: readonly unknown[] };
type UserCss = { readonly tabId: number; readonly css: string; readonly origin: string };
type Button = { text?: string; title?: string; icon?: string };
type TabQuery = Pick<Tabs.QueryQueryInfoType, 'active' | 'url' | 'currentWindow' | 'lastFocusedWindow'>;

/** Where a message of the extension's own popup comes from. */
const ownPage = (base: string): Runtime.MessageSender => ({ id: 'ours', url: `${base}popup.html` });

export class FakeBrowser {
  /** Where the extension's files are. */
  base = 'chrome-extension://ours/';
  /** What is stored. A test may replace it. */
  stored: Record<Area, Values> = { local: {}, session: {}, sync: {} };
  tabs: FakeTab[] = [];
  /** What listens in which tab. A message to any other tab fails, as in a browser. */
  readonly contentScripts = new Map<number, ContentScript>();
  /** What tabs were told and some script heard, in order. */
  told: (Message & { readonly tabId: number })[] = [];
  /** What our own pages and the background were told, in order. */
  sent: unknown[] = [];
  registered: Scripting.RegisteredContentScript[] = [];
  /** Files and functions that were put into tabs, in order. */
  injected: Injected[] = [];
  /** What a function returns that is put into a tab. */
  onInject: (injected: Injected) => unknown = () => null;
  /** Style sheets that were put into tabs and not taken away again. */
  css: UserCss[] = [];
  /** The toolbar button of each tab. */
  readonly buttons = new Map<number, Button>();
  menu: Menus.CreateCreatePropertiesType[] = [];
  /** Whether the reader lets the extension into all sites, and says so when asked. */
  hasAccess = true;
  reloads = 0;
  /** Ports that the extension's content scripts and pages hold open: the ends that the background has. */
  ports: FakePort[] = [];
  /** The interface's texts. A key without a text gives the key itself. */
  texts: Readonly<Record<string, string>> = { language_tag: 'en' };
  /** Lets a call wait, fail, or not happen. */
  intercept: Intercept = (_, act) => act();
  readonly #events: { clear(): void }[] = [];
  readonly #locks = new Map<string, Promise<unknown>>();

  readonly api = this.#build();

  /** A new browser, with everything in it; what imported {@link api} keeps it. Listeners are gone. */
  reset(): void {
    const { api, contentScripts, buttons, locks, reset: _, ...fresh } = new FakeBrowser();
    Object.assign(this, fresh);
    this.contentScripts.clear();
    this.buttons.clear();
    this.#locks.clear();
    this.#events.length = 0;
    Object.assign(this.api, this.#build());
  }

  /** The background is killed: nobody listens any more, and nobody holds a lock. What is stored stays. */
  killBackground(): void {
    for (const event of this.#events) event.clear();
    this.#locks.clear();
    for (const port of this.ports.splice(0)) port.disconnect();
  }

  /** This browser has none of these. */
  lacks(...names: Optional[]): void {
    for (const name of names) {
      const [parent, child] = name.split('.') as [string, string?];
      const api = this.api as unknown as Values;
      if (child === undefined) delete api[parent];
      else delete (api[parent] as Values)[child];
    }
  }

  /** A message to the background, from a content script or a page of the extension; resolves to the first answer. */
  async send(message: unknown, sender: Runtime.MessageSender = ownPage(this.base)): Promise<unknown> {
    this.sent.push(message);
    if (!this.api.runtime.onMessage.hasListeners()) throw new Error(NOBODY_THERE);
    const answers = this.api.runtime.onMessage.fire(structuredClone(message), sender);
    return answers.find((answer) => answer !== undefined);
  }

  /** The browser's locks: one holder at a time, until it is done or killed. */
  readonly locks = {
    request: <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
      const before = this.#locks.get(name) ?? Promise.resolve();
      const mine = before.then(work, work);
      this.#locks.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };

  #event<Args extends readonly unknown[]>(): FakeEvent<Args> {
    const event = new FakeEvent<Args>();
    this.#events.push(event);
    return event;
  }

  /** Carries a call out later, as every call to a browser is. */
  async #call<T>(name: string, args: readonly unknown[], act: () => T): Promise<T> {
    await undefined;
    return (await this.intercept(name, act, args)) as T;
  }

  #area(area: Area, changed: FakeEvent<[Record<string, Storage.StorageChange>, string]>) {
    const names = (keys?: null | string | string[] | Values) =>
      keys === null || keys === undefined
        ? Object.keys(this.stored[area])
        : typeof keys === 'object' && !Array.isArray(keys)
          ? Object.keys(keys)
          : [keys].flat();
    const read = (keys?: null | string | string[] | Values): Values => {
      const defaults = keys && typeof keys === 'object' && !Array.isArray(keys) ? keys : {};
      const there = names(keys).filter((key) => Object.hasOwn(this.stored[area], key));
      return structuredClone({
        ...defaults,
        ...Object.fromEntries(there.map((key) => [key, this.stored[area][key]])),
      });
    };
    const tell = (changes: Record<string, Storage.StorageChange>) => {
      if (Object.keys(changes).length === 0) return;
      void this.#call('storage.onChanged', [changes, area], () => void changed.fire(changes, area)).catch(
        () => undefined,
      );
    };
    const write = (values: Values) => {
      const next = { ...this.stored[area], ...values };
      if (area === 'sync') refuseWhatIsTooMuch(next);
      const before = this.stored[area];
      this.stored[area] = next;
      const change = (key: string): Storage.StorageChange => ({
        ...(Object.hasOwn(before, key) ? { oldValue: structuredClone(before[key]) } : {}),
        newValue: structuredClone(values[key]),
      });
      tell(Object.fromEntries(Object.keys(values).map((key) => [key, change(key)])));
    };
    const remove = (keys: string[]) => {
      const gone = keys.filter((key) => Object.hasOwn(this.stored[area], key));
      tell(Object.fromEntries(gone.map((key) => [key, { oldValue: this.stored[area][key] }])));
      this.stored[area] = Object.fromEntries(Object.entries(this.stored[area]).filter(([key]) => !gone.includes(key)));
    };
    return {
      get: (keys?: null | string | string[] | Values) => this.#call(`storage.${area}.get`, [keys], () => read(keys)),
      set: (values: Values) => {
        const cloned = structuredClone(values);
        return this.#call(`storage.${area}.set`, [cloned], () => write(cloned));
      },
      remove: (keys: string | string[]) => this.#call(`storage.${area}.remove`, [keys], () => remove([keys].flat())),
      clear: () => this.#call(`storage.${area}.clear`, [], () => remove(Object.keys(this.stored[area]))),
      getBytesInUse: (keys?: null | string | string[]) =>
        this.#call(`storage.${area}.getBytesInUse`, [keys], () =>
          Object.entries(read(keys)).reduce((sum, [key, value]) => sum + bytesOf(key, value), 0),
        ),
      setAccessLevel: async () => undefined,
    };
  }

  #register(scripts: readonly Scripting.RegisteredContentScript[], isNew: boolean): void {
    for (const { id } of scripts) {
      const isThere = this.registered.some((script) => script.id === id);
      if (isNew && isThere) throw new Error(`Duplicate script ID '${id}'`);
      if (!isNew && !isThere) throw new Error(`Script with ID '${id}' does not exist or is not fully registered`);
    }
    const ids = scripts.map(({ id }) => id);
    this.registered = [...this.registered.filter(({ id }) => !ids.includes(id)), ...structuredClone(scripts)];
  }

  #unregister(ids: readonly string[]): void {
    const unknown = ids.find((id) => !this.registered.some((script) => script.id === id));
    if (unknown !== undefined) throw new Error(`Nonexistent script ID '${unknown}'`);
    this.registered = this.registered.filter(({ id }) => !ids.includes(id));
  }

  #tab(id: number): FakeTab {
    const tab = this.tabs.find((one) => one.id === id);
    if (!tab) throw new Error(`No tab with id: ${id}.`);
    return tab;
  }

  /** Addresses are matched only as far as `http` and `https` go, windows not at all: there is one. */
  #query({ active, url }: TabQuery): FakeTab[] {
    return this.tabs.filter(
      (tab) =>
        (active === undefined || (tab.active ?? false) === active) &&
        (url === undefined || /^https?:/.test(tab.url ?? '')),
    );
  }

  async #tell(tabId: number, message: Message, frameId: number | undefined): Promise<unknown> {
    const script = this.contentScripts.get(tabId);
    if (!script) throw new Error(NOBODY_THERE);
    this.told.push({ tabId, ...message });
    return script(message, frameId);
  }

  #inject({ target, files, func, args }: Scripting.ScriptInjection) {
    const injected: Injected = { tabId: target.tabId, ...(files ? { files } : {}), ...(args ? { args } : {}) };
    this.injected.push(injected);
    return [{ frameId: 0, result: func ? this.onInject(injected) : (this.onInject(injected) ?? null) }];
  }

  #button(tabId: number | undefined, change: Button): void {
    this.buttons.set(tabId ?? -1, { ...this.buttons.get(tabId ?? -1), ...change });
  }

  #connect(name: string, sender: Runtime.MessageSender): FakePort {
    const port = new FakePort(name, sender);
    this.ports.push(port.other);
    this.api.runtime.onConnect.fire(port.other);
    return port;
  }

  #build() {
    const call = <T>(name: string, args: readonly unknown[], act: () => T) => this.#call(name, args, act);
    const changed = this.#event<[Record<string, Storage.StorageChange>, string]>();
    const menus = {
      create: (entry: Menus.CreateCreatePropertiesType) => {
        this.menu.push(entry);
        return entry.id ?? this.menu.length;
      },
      removeAll: () => call('menus.removeAll', [], () => void this.menu.splice(0)),
      onClicked: this.#event<[Partial<Menus.OnClickData>, Partial<Tabs.Tab>?]>(),
    };
    return {
      storage: {
        local: this.#area('local', changed),
        session: this.#area('session', changed),
        sync: this.#area('sync', changed),
        onChanged: changed,
      },
      tabs: {
        query: (query: TabQuery = {}) => call('tabs.query', [query], () => structuredClone(this.#query(query))),
        get: (id: number) => call('tabs.get', [id], () => structuredClone(this.#tab(id))),
        create: (properties: Partial<Tabs.Tab>) =>
          call('tabs.create', [properties], () => {
            const id = 1 + Math.max(0, ...this.tabs.map((tab) => tab.id));
            const tab: FakeTab = { active: true, ...properties, id };
            this.tabs.push(tab);
            return structuredClone(tab);
          }),
        update: (id: number, properties: Partial<Tabs.Tab>) =>
          call('tabs.update', [id, properties], () => structuredClone(Object.assign(this.#tab(id), properties))),
        reload: (id: number) => call('tabs.reload', [id], () => void this.#tab(id)),
        sendMessage: (id: number, message: Message, { frameId }: { frameId?: number } = {}) =>
          call('tabs.sendMessage', [id, message], () => this.#tell(id, structuredClone(message), frameId)),
        onUpdated: this.#event<[number, Tabs.OnUpdatedChangeInfoType, Partial<Tabs.Tab>]>(),
        onActivated: this.#event<[{ readonly tabId: number }]>(),
        onRemoved: this.#event<[number, { readonly isWindowClosing: boolean }?]>(),
      },
      runtime: {
        id: 'ours',
        getURL: (path: string) => this.base + path.replace(/^\//, ''),
        getManifest: () => ({ manifest_version: 3, name: 'Clean Copy', version: '1.0.0' }),
        getPlatformInfo: async () => ({ os: 'linux', arch: 'x86-64' }),
        reload: () => void this.reloads++,
        openOptionsPage: () =>
          call('runtime.openOptionsPage', [], () => void this.api.tabs.create({ url: `${this.base}options.html` })),
        sendMessage: (message: unknown) => call('runtime.sendMessage', [message], () => this.send(message)),
        connect: ({ name = '' }: { name?: string } = {}) => this.#connect(name, ownPage(this.base)),
        onMessage: this.#event<[unknown, Runtime.MessageSender]>(),
        onConnect: this.#event<[FakePort]>(),
        onInstalled: this.#event<[{ readonly reason: Runtime.OnInstalledReason }]>(),
        onStartup: this.#event<[]>(),
        onUpdateAvailable: this.#event<[{ readonly version: string }?]>(),
      },
      scripting: {
        executeScript: (injection: Scripting.ScriptInjection) =>
          call('scripting.executeScript', [injection], () => this.#inject(injection)),
        insertCSS: ({ target, css = '', origin = 'AUTHOR' }: Scripting.CSSInjection) =>
          call('scripting.insertCSS', [target, css], () => void this.css.push({ tabId: target.tabId, css, origin })),
        removeCSS: ({ target, css = '' }: Scripting.CSSInjection) =>
          call('scripting.removeCSS', [target, css], () => {
            this.css = this.css.filter((one) => one.tabId !== target.tabId || one.css !== css);
          }),
        getRegisteredContentScripts: () =>
          call('scripting.getRegisteredContentScripts', [], () => structuredClone(this.registered)),
        registerContentScripts: (scripts: Scripting.RegisteredContentScript[]) =>
          call('scripting.registerContentScripts', [scripts], () => this.#register(scripts, true)),
        updateContentScripts: (scripts: Scripting.RegisteredContentScript[]) =>
          call('scripting.updateContentScripts', [scripts], () => this.#register(scripts, false)),
        unregisterContentScripts: ({ ids = this.registered.map(({ id }) => id) }: Scripting.ContentScriptFilter = {}) =>
          call('scripting.unregisterContentScripts', [ids], () => this.#unregister(ids)),
      },
      action: {
        setBadgeBackgroundColor: async () => undefined,
        setBadgeText: ({ tabId, text }: { tabId?: number; text: string }) =>
          call('action.setBadgeText', [tabId, text], () => this.#button(tabId, { text })),
        setIcon: ({ tabId, path }: { tabId?: number; path: Record<number, string> }) =>
          call('action.setIcon', [tabId, path], () => this.#button(tabId, { icon: path[16] ?? '' })),
        getTitle: ({ tabId }: { tabId?: number }) =>
          call(
            'action.getTitle',
            [tabId],
            () => this.buttons.get(tabId ?? -1)?.title ?? this.texts.action_title ?? 'action_title',
          ),
        setTitle: ({ tabId, title }: { tabId?: number; title: string }) =>
          call('action.setTitle', [tabId, title], () => this.#button(tabId, { title })),
      },
      permissions: {
        contains: () => call('permissions.contains', [], () => this.hasAccess),
        request: () => call('permissions.request', [], () => this.hasAccess),
        onAdded: this.#event<[Permissions.Permissions]>(),
        onRemoved: this.#event<[Permissions.Permissions]>(),
      },
      contextMenus: menus,
      menus,
      commands: {
        getAll: async () => [],
        onCommand: this.#event<[string, Partial<Tabs.Tab>?]>(),
      },
      search: {
        query: (query: { readonly text: string }) => call('search.query', [query], () => undefined),
      },
      extension: { getViews: (_: { type?: string } = {}): Window[] => [] },
      i18n: {
        getUILanguage: () => this.texts.language_tag ?? 'en',
        getMessage: (key: string, values: string | string[] = []) =>
          (this.texts[key] ?? key).replace(/\$(\d)/g, (_, place) => [values].flat()[Number(place) - 1] ?? ''),
      },
    };
  }
}

const bytesOf = (key: string, value: unknown) => new TextEncoder().encode(key + JSON.stringify(value)).length;

/** @throws as `storage.sync` does where this would be too much */
function refuseWhatIsTooMuch(values: Values): void {
  const sizes = Object.entries(values).map(([key, value]) => bytesOf(key, value));
  if (sizes.length > SYNC_LIMITS.items) throw new Error('MAX_ITEMS quota exceeded');
  if (sizes.some((size) => size > SYNC_LIMITS.bytesPerItem)) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
  if (sizes.reduce((sum, size) => sum + size, 0) > SYNC_LIMITS.bytes) throw new Error('QUOTA_BYTES quota exceeded');
}
