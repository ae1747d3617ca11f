/**
 * When each item was last changed, on whichever device. Of two changes to one item the later one counts; of two in the
 * same second, the one that is the same on every device. So it does not matter in which order, how often, and in how
 * many parts devices hear of each other: in the end all have the same, and no change to another item is ever lost.
 */
import type { Settings } from '../schema.ts';
import { defaultOf, type Item, itemsOf, type Value, withItems } from './items.ts';

/** @property 1 in seconds since 1970, at least one more than of the entry before it */
export type LedgerEntry = readonly [value: Value, stamp: number];
export type LedgerEntries = ReadonlyMap<Item, LedgerEntry>;
/** Device → what it published. */
export type DeviceLogs = ReadonlyMap<string, LedgerEntries>;

/** How long a removal is remembered, in seconds. A device that was away for longer may bring the item back. */
const MAX_REMOVAL_AGE = 365 * 24 * 3600;

export const isSame = (a: LedgerEntry | undefined, b: LedgerEntry): boolean => a?.[0] === b[0] && a[1] === b[1];

function isNewer(a: LedgerEntry, b: LedgerEntry | undefined): boolean {
  return b === undefined || a[1] > b[1] || (a[1] === b[1] && JSON.stringify(a[0]) > JSON.stringify(b[0]));
}

/** The ledger, with every item that the settings have changed, as of now. */
export function note(ledger: LedgerEntries, settings: Settings, now: number): LedgerEntries {
  const items = itemsOf(settings);
  const next = new Map(ledger);
  const write = (item: Item, value: Value) => next.set(item, [value, Math.max(now, (ledger.get(item)?.[1] ?? 0) + 1)]);
  for (const [item, value] of items) if (value !== (ledger.get(item)?.[0] ?? defaultOf(item))) write(item, value);
  for (const [item, [value]] of ledger) if (value !== null && !items.has(item) && item.includes('/')) write(item, null);
  return next;
}

/** Takes in what other devices changed later than this one. Values that are not valid here are left out. */
export function join(ledger: LedgerEntries, settings: Settings, logs: DeviceLogs): readonly [LedgerEntries, Settings] {
  const newest = new Map<Item, LedgerEntry>();
  for (const entries of logs.values())
    for (const [item, entry] of entries)
      if (isNewer(entry, newest.get(item) ?? ledger.get(item))) newest.set(item, entry);
  const joined = withItems(settings, new Map([...newest].map(([item, [value]]) => [item, value])));
  const items = itemsOf(joined);
  const taken = [...newest].filter(([item, [value]]) => (items.get(item) ?? null) === value);
  return [new Map([...ledger, ...taken]), joined];
}

/** The ledger without old removals that are in nobody's log any more. */
export function forget(ledger: LedgerEntries, logs: DeviceLogs, now: number): LedgerEntries {
  const isKnown = (item: Item) => [...logs.values()].some((entries) => entries.has(item));
  return new Map(
    [...ledger].filter(([item, [value, stamp]]) => value !== null || stamp > now - MAX_REMOVAL_AGE || isKnown(item)),
  );
}

/**
 * What one device has to publish, most wanted first: what nobody else has published. Where two have, the one whose
 * name comes first goes on; so neither leaves it to the other.
 */
export function toPublish(ledger: LedgerEntries, logs: DeviceLogs, device: string): [Item, LedgerEntry][] {
  const others = [...logs].filter(([other]) => other !== device);
  const own = logs.get(device);
  const isMine = ([item, entry]: [Item, LedgerEntry]) => {
    const carriers = others.filter(([, entries]) => isSame(entries.get(item), entry));
    return isSame(own?.get(item), entry) ? carriers.every(([other]) => other > device) : carriers.length === 0;
  };
  const isSmall = (item: Item) => !item.includes('/');
  return [...ledger]
    .filter(isMine)
    .sort(
      ([a, [, then]], [b, [, later]]) => Number(isSmall(b)) - Number(isSmall(a)) || later - then || (a < b ? -1 : 1),
    );
}
