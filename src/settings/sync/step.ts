/** One step of the synchronization: takes in what other devices changed, and tells what to publish. */
import { type Raw, updateWith } from '../store.ts';
import { type Item, isShared } from './items.ts';
import { type DeviceLogs, forget, join, type LedgerEntries, type LedgerEntry, note, toPublish } from './ledger.ts';
import { entriesOf } from './pack.ts';

/** Beside the settings in `storage.local`: this device's name, and its ledger. */
const KEY = 'synced';

interface Synced {
  readonly device: string;
  readonly ledger: LedgerEntries;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const newName = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => LETTERS[byte % 36]).join('');

/** A ledger that is not valid counts as empty: then everything that is set counts as set now. */
function syncedOf({ [KEY]: stored }: Raw): Synced {
  const { device, ledger } = (stored ?? {}) as { device?: unknown; ledger?: unknown };
  return {
    device: typeof device === 'string' && /^[a-z0-9]{8}$/.test(device) ? device : newName(),
    ledger: entriesOf(ledger),
  };
}

/**
 * Takes into the settings what other devices changed later.
 * @param now in seconds since 1970
 * @returns what this device has to publish, most wanted first
 */
export async function step(logs: DeviceLogs, now: number): Promise<{ device: string; entries: [Item, LedgerEntry][] }> {
  let result: { device: string; entries: [Item, LedgerEntry][] } | undefined;
  await updateWith([KEY], (settings, beside) => {
    const { device, ledger } = syncedOf(beside);
    // What is not shared is neither taken in nor published, and what was published of it goes.
    const shared = (entries: LedgerEntries) => new Map([...entries].filter(([item]) => isShared(item, settings)));
    const others = new Map([...logs].map(([name, entries]) => [name, shared(entries)]));
    const [joined, next] = join(note(shared(ledger), settings, now), settings, others);
    const kept = forget(joined, others, now);
    result = { device, entries: toPublish(kept, others, device) };
    return [next, { [KEY]: { device, ledger: [...kept].map(([item, [value, stamp]]) => [item, value, stamp]) } }];
  });
  if (!result) throw new Error('the settings were not changed');
  return result;
}
