import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import type { LedgerEntry } from '../../src/settings/sync/ledger.ts';
import { pack, QUOTA, unpack } from '../../src/settings/sync/pack.ts';
import type { SyncStatus } from '../../src/settings/sync/status.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));
vi.stubGlobal('navigator', { locks: fake.locks });

/** What the next writes to the sync storage fail with. */
let failures: string[] = [];
/** Those that did not fail. */
let writes = 0;

const status = () => fake.stored.session['sync-status'] as SyncStatus | undefined;
const settled = (wanted: SyncStatus['state']) => vi.waitFor(() => expect(status()?.state).toBe(wanted), 5000);
const ownLog = async () => {
  const { device } = fake.stored.local.synced as { device: string };
  return (await unpack(fake.stored.sync)).logs.get(device);
};

/** A background that has just started, as in main.ts. */
async function start() {
  vi.resetModules();
  fake.killBackground();
  const sync = await import('../../src/background/sync.ts');
  const { onSettings } = await import('../../src/background/current.ts');
  onSettings(() => void sync.syncSoon());
  sync.onOtherDevice(() => void sync.syncSoon());
  await sync.resumeSync();
  return sync;
}

/** The background is gone, and what it was waiting for; the clock goes on. */
function kill(): void {
  const now = Date.now();
  vi.clearAllTimers();
  vi.setSystemTime(now);
}

/** Lets the time go by until nothing is left to do but to wait for a retry. */
const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_790_000_000_000 });
  fake.reset();
  failures = [];
  writes = 0;
  fake.intercept = (name, act) => {
    if (name !== 'storage.sync.set') return act();
    const failure = failures.shift();
    if (failure) throw new Error(failure);
    writes++;
    return act();
  };
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

const set = (settings: Partial<Settings>) => fake.api.storage.local.set(settings);

describe('keeping in step', () => {
  it('publishes what was set, once for several changes in a row', async () => {
    await start();
    await set({ sites: { 'a.test': 'off' } });
    await set({ sites: { 'a.test': 'off', 'b.test': 'always' } });
    await set({ look: 'dark' });
    await pass(3000);
    await settled('done');
    await pass(10_000);
    expect([...((await ownLog()) ?? [])].map(([item, [value]]) => [item, value]).sort()).toEqual([
      ['look', 'dark'],
      ['sites/a.test', 'off'],
      ['sites/b.test', 'always'],
    ]);
    expect(writes).toBe(1);
    expect(status()).toMatchObject({ state: 'done', left: 0, unread: 0 });
  });

  it('takes what another device changed, and leaves its log alone', async () => {
    await set({ sites: { 'a.test': 'off' } });
    await start();
    const theirs: [string, LedgerEntry][] = [
      ['sites/b.test', ['always', 1_790_000_000]],
      ['badge', [false, 1_790_000_000]],
    ];
    const { parts } = await pack(theirs, 'there', {});
    await fake.api.storage.sync.set(Object.fromEntries(parts));
    await pass(3000);
    await settled('done');
    await pass(10_000);
    expect(fake.stored.local).toMatchObject({ sites: { 'a.test': 'off', 'b.test': 'always' }, badge: false });
    expect((await unpack(fake.stored.sync)).logs.get('there')).toEqual(new Map(theirs));
    expect([...((await ownLog()) ?? [])].map(([item]) => item)).toEqual(['sites/a.test']);
  });

  it('leaves corrections on the device until the reader asks for them to go along, and takes them out again', async () => {
    const publishes = async (settings: Partial<Settings>, items: readonly string[]) => {
      await set(settings);
      await pass(3000);
      await vi.waitFor(async () => expect([...((await ownLog()) ?? new Map()).keys()].sort()).toEqual(items), 5000);
      await settled('done');
      await pass(10_000);
    };
    await start();
    const theirs: [string, LedgerEntry][] = [['rules/b.test keep share', [true, 1_790_000_000]]];
    await fake.api.storage.sync.set(Object.fromEntries((await pack(theirs, 'there', {})).parts));
    const [own, other] = ['a.test keep share', 'b.test keep share'];
    await publishes({ rules: [own], look: 'dark' }, ['look']);
    expect(fake.stored.local).toMatchObject({ rules: [own] });
    await publishes({ syncRules: true }, ['look', `rules/${own}`]);
    expect(fake.stored.local).toMatchObject({ rules: [own, other] });
    await publishes({ syncRules: false }, ['look']);
    expect(fake.stored.local).toMatchObject({ rules: [own, other] });
  });

  it('tries again what failed, later each time, and says why', async () => {
    await start();
    failures = [
      'This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.',
      'QuotaExceededError: storage.sync API call exceeded its quota limitations.',
      'the disk is on fire',
    ];
    await set({ sites: { 'a.test': 'off' } });
    await pass(3000);
    await settled('failed');
    expect(status()).toMatchObject({ why: 'rate', failures: 1 });
    // A change in between does not bring it forward.
    await set({ badge: false });
    await pass(50_000);
    expect(status()).toMatchObject({ failures: 1 });
    await pass(20_000);
    await vi.waitFor(() => expect(status()).toMatchObject({ state: 'failed', why: 'room', failures: 2 }));
    expect((status()?.retryAt ?? 0) - (status()?.at ?? 0)).toBe(120_000);
    await pass(125_000);
    await vi.waitFor(() => expect(status()).toMatchObject({ state: 'failed', why: 'other', failures: 3 }));
    expect(fake.stored.local.sites).toEqual({ 'a.test': 'off' });
    // Also a background that was killed meanwhile.
    kill();
    await start();
    await pass(245_000);
    await settled('done');
    expect((await ownLog())?.size).toBe(2);
  });

  it('waits no longer for another try, and keeps what is set last, when the clock is set back', async () => {
    await start();
    await set({ look: 'dark' });
    failures = ['the disk is on fire'];
    await pass(3000);
    await settled('failed');
    kill();
    vi.setSystemTime(Date.now() - 10 * 86_400_000);
    await start();
    await set({ look: 'light' });
    await pass(3_700_000);
    await settled('done');
    expect(fake.stored.local.look).toBe('light');
    expect((await ownLog())?.get('look')?.[0]).toBe('light');
  });

  it('goes on with what a killed background was about to do, and rests when there is nothing', async () => {
    await start();
    await set({ look: 'light' });
    kill();
    await start();
    await pass(3000);
    await settled('done');
    await pass(10_000);
    const at = status()?.at;
    await start();
    await pass(10_000);
    expect(status()?.at).toBe(at);
  });

  it('keeps on this device what finds no room, and counts it', async () => {
    // Another device left no more than 200 bytes.
    const sizes = [...Array<number>(12).fill(8100), QUOTA.all - 200 - 12 * 8100];
    fake.stored.sync = Object.fromEntries(sizes.map((size, i) => [`log.there.${i}`, 'x'.repeat(size - 15)]));
    const sites = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`n${i}.test`, 'off' as const]));
    await set({ sites });
    await start();
    await pass(3000);
    await settled('done');
    expect(status()).toMatchObject({ unread: sizes.length });
    expect(status()?.left).toBeGreaterThan(400);
    expect(Object.keys((fake.stored.local as unknown as Settings).sites)).toHaveLength(500);
  });

  it('does nothing where there is no sync storage, or where it is not wanted', async () => {
    fake.lacks('storage.sync');
    await start();
    await set({ look: 'dark' });
    await pass(10_000);
    fake.reset();
    await set({ sync: false });
    await start();
    await set({ look: 'light' });
    await pass(10_000);
    expect([fake.stored.sync, fake.stored.local.synced, status()]).toEqual([{}, undefined, undefined]);
  });

  it('replaces a record of its own that makes no sense', async () => {
    fake.stored.local = { ...DEFAULTS, look: 'dark', synced: { device: '../..', ledger: 'none' } };
    await start();
    await pass(3000);
    await settled('done');
    expect([...((await ownLog())?.keys() ?? [])]).toEqual(['look']);
  });
});
