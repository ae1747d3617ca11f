/**
 * Faults × flows: whatever goes wrong at the seams where storage and messages are used, and whatever the reader was at,
 * what was set before is still set, and what the reader does next works. tests/faults.md has the table.
 */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser } from '../fake-browser.ts';
import { type Fault, goWrong, type Seam } from './fault.ts';

const FAULTS: Readonly<Record<string, readonly [readonly Seam[], readonly Fault[]]>> = {
  storage: [
    ['local.get', 'local.set', 'session.get', 'session.set', 'sync.get', 'sync.set'],
    ['fails', 'full', 'slow', 'rubbish', 'lost', 'twice'],
  ],
  'the event that storage changed': [['changed'], ['fails', 'slow', 'lost', 'twice']],
  'messages to pages': [['tell'], ['fails', 'slow', 'rubbish', 'lost', 'twice']],
  'scripts that are injected': [['inject'], ['fails', 'slow', 'rubbish', 'lost', 'twice']],
  registrations: [['register'], ['fails', 'slow', 'lost', 'twice']],
};
/** Only writing finds no room, and only reading finds rubbish. */
const isPossible = (seam: Seam, kind: Fault) =>
  (kind !== 'full' || seam.endsWith('.set')) && (kind !== 'rubbish' || !seam.endsWith('.set'));
const CASES = Object.values(FAULTS).flatMap(([seams, kinds]) =>
  seams.flatMap((seam) => kinds.filter((kind) => isPossible(seam, kind)).map((kind) => ({ seam, kind }))),
);
/** What is never answered keeps whoever asked waiting: the browser ends a background that does nothing. */
const endsBackground = ({ seam, kind }: { seam: Seam; kind: Fault }) =>
  kind === 'lost' && seam !== 'tell' && seam !== 'inject';

const KEPT = 'kept.test copy';
const TAB = {
  id: 5,
  url: 'https://a.test/story',
  active: true,
  incognito: false,
  status: 'complete',
  index: 0,
  highlighted: true,
  pinned: false,
} as const;
const PAGE = { id: 'ours', tab: TAB, frameId: 0, url: TAB.url };
const OTHER_TAB = { ...TAB, id: 6, url: 'https://next.test/story', active: false };

let browser: FakeBrowser;
let store: typeof import('../../../src/settings/store.ts');
let pack: typeof import('../../../src/settings/sync/pack.ts').pack;
let withImported: typeof import('../../../src/settings/transfer.ts').withImported;
let Session: typeof import('../../../src/popup/session.ts').Session;
let registrationsFor: typeof import('../../../src/background/registrations.ts').registrationsFor;

/** A background that has just started. */
async function startBackground(): Promise<void> {
  const { api } = browser;
  vi.resetModules();
  vi.doMock('webextension-polyfill', () => ({ default: api }));
  browser.killBackground();
  await import('../../../src/background/main.ts');
  store = await import('../../../src/settings/store.ts');
  pack = (await import('../../../src/settings/sync/pack.ts')).pack;
  withImported = (await import('../../../src/settings/transfer.ts')).withImported;
  Session = (await import('../../../src/popup/session.ts')).Session;
  registrationsFor = (await import('../../../src/background/registrations.ts')).registrationsFor;
}

/** Time passes, a second at a turn, until it holds. */
async function eventually(holds: () => boolean | Promise<boolean>, turns = 100): Promise<void> {
  for (let turn = 0; !(await holds()); turn++) {
    if (turn === turns) throw new Error(`not so in the end: ${holds}`);
    await vi.advanceTimersByTimeAsync(1000);
    // What the platform does by itself: databases, streams.
    await new Promise((done) => setImmediate(done));
  }
}
const minutesPass = () => eventually(() => false).catch(() => undefined);

const setMode = (site: string, mode: 'off' | 'always') =>
  store.update((settings) => ({ ...settings, sites: { ...settings.sites, [site]: mode } }));
const byId = (scripts: readonly { readonly id: string }[]) => scripts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const wasTold = (tabId: number, mode: string) =>
  browser.told.some((message) => message.tabId === tabId && message.mode === mode);

/** A message of the page's content script. */
const fromPage = async (message: object) => Promise.all(browser.api.runtime.onMessage.fire(message, PAGE));

async function openPopup() {
  const drawn: { text: string | undefined }[] = [];
  const session = new Session(({ news }) => drawn.push({ text: news?.text }));
  void session.start();
  await eventually(() => drawn.length > 0);
  return { session, drawn };
}

interface Flow {
  /** In a background that has just started. */
  readonly restarts?: true;
  /** Whoever presses hears of it, unless storage never answers. */
  readonly answers?: true;
  /** What the reader, the page or the browser is at. */
  readonly act: () => Promise<unknown>;
  /** What becomes of it, once nothing goes wrong any more. It may be that it is to be done again. */
  readonly becomes?: () => boolean;
}

const FLOWS: Readonly<Record<string, Flow>> = {
  'a Site is switched off': { act: () => setMode('a.test', 'off') },
  'settings are imported': {
    act: () => store.update((now) => withImported(now, { sites: { 'b.test': 'always' }, look: 'dark' }, 'keep')),
  },
  'a page tells what it hid': { act: () => fromPage({ type: 'changed', hidden: 2, fresh: ['share'] }) },
  'a correction is made': { act: () => fromPage({ type: 'correct', correction: { verb: 'not-copy' } }) },
  'a page asks for its state': { act: () => fromPage({ type: 'get-state' }) },
  'another device has changed something': {
    act: async () => {
      const { parts } = await pack([['look', ['dark', 1]]], 'otherone', {});
      await browser.api.storage.sync.set(Object.fromEntries(parts));
    },
  },
  'the background starts': { restarts: true, act: async () => undefined, becomes: () => browser.registered.length > 0 },
  'the extension is installed': {
    act: async () => browser.api.runtime.onInstalled.fire({ reason: 'update' }),
    becomes: () => browser.registered.length > 0,
  },
  'an update is waiting': {
    act: async () => browser.api.runtime.onUpdateAvailable.fire(),
    becomes: () => browser.reloads > 0,
  },
  'the shortcut is pressed': { act: async () => browser.api.commands.onCommand.fire('toggle-clean', TAB) },
  'an article is met': { act: async () => browser.api.tabs.onUpdated.fire(TAB.id, { status: 'complete' }, TAB) },
  'the popup is opened': {
    answers: true,
    act: openPopup,
  },
  'the popup’s switch is pressed': {
    answers: true,
    act: async () => {
      const { session } = await openPopup();
      await session.setMode('off');
    },
  },
  'an article is copied in the popup': {
    answers: true,
    act: async () => {
      const { session, drawn } = await openPopup();
      await session.copy('text');
      expect(drawn.at(-1)?.text).toMatch(/^popup_cop(?:ied|y_failed)$/);
    },
  },
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-11-20') });
  browser = new FakeBrowser();
  vi.stubGlobal('navigator', { locks: browser.locks, userAgent: '', clipboard: { writeText: async () => undefined } });
  vi.stubGlobal('location', { search: '' });
  vi.stubGlobal('addEventListener', () => undefined);
  browser.stored.local = { version: 1, sites: { 'kept.test': 'off' }, rules: [KEPT], remember: 'on' };
  browser.tabs = [TAB, OTHER_TAB];
  for (const { id } of browser.tabs) browser.contentScripts.set(id, () => true);
  await startBackground();
  await eventually(() => browser.stored.session.applied !== undefined);
  browser.told = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each(CASES)('$seam, $kind', (fault) => {
  it.each(Object.entries(FLOWS))('%s', async (_, { restarts, answers, act, becomes }) => {
    goWrong(browser, fault);
    if (restarts) await startBackground();
    let outcome = 'no answer';
    void act().then(
      () => (outcome = 'done'),
      (error) => (outcome = `failed: ${error}`),
    );
    await eventually(() => outcome !== 'no answer').catch(() => undefined);
    if (answers && !endsBackground(fault)) expect(outcome).toBe('done');
    goWrong(browser, null);
    if (endsBackground(fault)) await startBackground();

    if (becomes) await eventually(becomes);
    void setMode('next.test', 'off');
    await eventually(() => wasTold(OTHER_TAB.id, 'off'));
    // Also once what was late has come.
    await minutesPass();
    const { settings } = await store.load();
    expect(settings.sites).toMatchObject({ 'kept.test': 'off', 'next.test': 'off' });
    expect(settings.rules).toContain(KEPT);
    expect(byId(browser.registered)).toEqual(byId(registrationsFor(settings)));
  });
});
