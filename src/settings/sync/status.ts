/** The status of the synchronization, for the options to show. Kept as long as the browser runs. */
import browser from 'webextension-polyfill';

export interface SyncStatus {
  /** `waiting` for its turn, `failed` until it is tried again. */
  readonly state: 'waiting' | 'done' | 'failed';
  /** When that was, in milliseconds since 1970. */
  readonly at: number;
  /** When it is tried again, likewise. Only where it has failed. */
  readonly retryAt?: number;
  /** How often in a row it has failed. */
  readonly failures: number;
  /** Why it failed: there is no room, too much was written in too short a time, or anything else. */
  readonly why?: 'room' | 'rate' | 'other';
  /** Entries that found no room and stay on this device. */
  readonly left: number;
  /** Parts that could not be read. */
  readonly unread: number;
}

const KEY = 'sync-status';

/** `null` before the first attempt, and if the session's storage cannot be read. */
export async function syncStatus(): Promise<SyncStatus | null> {
  const stored = await browser.storage.session.get(KEY).catch((): Record<string, unknown> => ({}));
  return (stored[KEY] as SyncStatus | undefined) ?? null;
}

/** Stores the status. If that fails, the options do not show it. */
export async function setSyncStatus(status: SyncStatus): Promise<void> {
  await browser.storage.session.set({ [KEY]: status }).catch(() => undefined);
}

export function onSyncStatus(listener: (status: SyncStatus | null) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && KEY in changes) listener((changes[KEY]?.newValue as SyncStatus | undefined) ?? null);
  });
}
