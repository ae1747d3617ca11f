/**
 * Keeps the settings in step with the reader's other devices, by way of the browser's own sync storage, where there is
 * one and the reader wants it. `storage.local` stays the truth; the sync storage holds a log for each device, which that
 * device alone writes. See settings/sync/ledger.ts.
 */
import browser, { type Storage } from 'webextension-polyfill';
import { deviceOf, pack, type SyncParts, unpack } from '../settings/sync/pack.ts';
import { setSyncStatus, syncStatus } from '../settings/sync/status.ts';
import { step } from '../settings/sync/step.ts';
import { current } from './current.ts';

/** Several changes in a row are written together. This slow, the browser's limits on writing are far away. */
const SETTLE_MS = 2000;
/** The pause after the first failure. It doubles with each further one, up to the maximum. */
const RETRY_DELAY_MS = 60_000;
const MAX_RETRY_DELAY_MS = 3_600_000;

const storage = (): Storage.StorageArea | undefined => browser.storage.sync;

/** What this background wrote last: the browser tells it of that too. */
let written: SyncParts = new Map();

/** Writes what is different, removing first, so that there is room. */
async function publish(area: Storage.StorageArea): Promise<{ left: number; unread: number }> {
  const { logs, unread } = await unpack(await area.get(null));
  const { device, entries } = await step(logs, Math.floor(Date.now() / 1000));
  const stored = await area.get(null);
  const { parts, left } = await pack(entries, device, stored);
  written = parts;
  const stale = Object.keys(stored).filter((key) => deviceOf(key) === device && !parts.has(key));
  const changed = [...parts].filter(([key, value]) => stored[key] !== value);
  if (stale.length > 0) await area.remove(stale);
  if (changed.length > 0) await area.set(Object.fromEntries(changed));
  return { left, unread };
}

function whyOf(error: unknown): 'room' | 'rate' | 'other' {
  if (/MAX_WRITE|per (?:minute|hour)/i.test(String(error))) return 'rate';
  return /quota/i.test(String(error)) ? 'room' : 'other';
}

async function syncOnce(): Promise<void> {
  const area = storage();
  if (!area || !(await current()).sync) return;
  const last = await syncStatus();
  const at = Date.now();
  try {
    await setSyncStatus({ state: 'done', at, failures: 0, ...(await publish(area)) });
  } catch (error) {
    const failures = (last?.failures ?? 0) + 1;
    const retryAt = at + Math.min(MAX_RETRY_DELAY_MS, RETRY_DELAY_MS * 2 ** (failures - 1));
    const { left, unread } = last ?? { left: 0, unread: 0 };
    later(retryAt - at);
    await setSyncStatus({ state: 'failed', at, retryAt, failures, why: whyOf(error), left, unread });
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;
let queue: Promise<void> = Promise.resolve();

function later(delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    queue = queue.then(syncOnce, syncOnce);
  }, delay);
}

/** Something has changed, here or elsewhere. A failure is not tried again before its time. */
export async function syncSoon(): Promise<void> {
  if (!storage() || !(await current()).sync) return;
  const last = await syncStatus();
  // A clock that was set back does not put it off for longer than that.
  if (last?.state === 'failed')
    return later(Math.min(MAX_RETRY_DELAY_MS, Math.max(SETTLE_MS, (last.retryAt ?? 0) - Date.now())));
  await setSyncStatus({ left: 0, unread: 0, ...last, state: 'waiting', at: Date.now(), failures: 0 });
  later(SETTLE_MS);
}

/** A background that was killed goes on with what it was about to do. */
export async function resumeSync(): Promise<void> {
  if ((await syncStatus())?.state !== 'done') await syncSoon();
}

/** Calls when another device has written. */
export function onOtherDevice(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'sync') return;
    const isNews = ([key, { newValue }]: [string, Storage.StorageChange]) =>
      deviceOf(key) !== null && newValue !== written.get(key);
    if (Object.entries(changes).some(isNews)) listener();
  });
}
