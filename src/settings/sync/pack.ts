/**
 * A device's log as the browser's sync storage holds it: `log.DEVICE.NUMBER` → entries, as JSON, deflated, in base64.
 * Each part can be read alone, whatever of the others has arrived.
 */
import type { Item, Value } from './items.ts';
import type { DeviceLogs, LedgerEntries, LedgerEntry } from './ledger.ts';

/** The browsers' limits on what all devices of one reader share, in bytes of key and JSON, and in items. */
export const QUOTA = { item: 8192, all: 102_400, items: 512 };

/** Key → value of the sync storage. */
export type SyncParts = ReadonlyMap<string, string>;

const KEY = /^log\.([a-z0-9]{1,16})\.(\d{1,3})$/;

/** The device that wrote a key. `null` if the key is not from this extension. */
export function deviceOf(key: string): string | null {
  return KEY.exec(key)?.[1] ?? null;
}

/** As the browsers count: base64 has nothing that JSON would escape. */
const sizeOf = (key: string, value: string) => key.length + value.length + 2;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();
}

async function packed(entries: readonly [Item, LedgerEntry][]): Promise<string> {
  const text = JSON.stringify(entries.map(([item, [value, stamp]]) => [item, value, stamp]));
  const bytes = new Uint8Array(await through(new TextEncoder().encode(text), new CompressionStream('deflate')));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

async function unpacked(text: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate'))));
}

const isValue = (value: unknown): value is Value =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isStamp = (stamp: unknown): stamp is number =>
  Number.isInteger(stamp) && Number(stamp) >= 0 && Number(stamp) < 1e11;

/** The valid entries of a list: `[item, value, stamp]` each. */
export function entriesOf(list: unknown): Map<Item, LedgerEntry> {
  const entries = new Map<Item, LedgerEntry>();
  if (!Array.isArray(list)) return entries;
  for (const each of list) {
    const [item, value, stamp] = Array.isArray(each) ? each : [];
    if (typeof item === 'string' && isValue(value) && isStamp(stamp)) entries.set(item, [value, stamp]);
  }
  return entries;
}

/** Reads every device's log out of what the sync storage holds. What cannot be read is counted, and the rest used. */
export async function unpack(stored: Readonly<Record<string, unknown>>): Promise<{ logs: DeviceLogs; unread: number }> {
  const logs = new Map<string, LedgerEntries>();
  let unread = 0;
  for (const [key, value] of Object.entries(stored)) {
    const device = deviceOf(key);
    if (device === null) continue;
    try {
      logs.set(device, new Map([...(logs.get(device) ?? []), ...entriesOf(await unpacked(value as string))]));
    } catch {
      unread++;
    }
  }
  return { logs, unread };
}

/** So many entries with names of Sites usually fit into an item. */
const USUAL_ENTRIES_PER_PART = 400;

/** Parts that fit an item each; what does not is cut in half until it does. No entry is so long that it would not fit alone. */
async function cut(entries: readonly [Item, LedgerEntry][]): Promise<string[]> {
  const parts: string[] = [];
  for (let from = 0, many = USUAL_ENTRIES_PER_PART; from < entries.length; ) {
    const text = await packed(entries.slice(from, from + many));
    if (text.length > QUOTA.item - 40 && many > 1) {
      many >>= 1;
      continue;
    }
    parts.push(text);
    from += many;
    many = USUAL_ENTRIES_PER_PART;
  }
  return parts;
}

/**
 * The parts that a device writes, as many entries as fit beside what others wrote.
 * @param entries most wanted first
 * @param stored what the sync storage holds
 * @returns the parts, and how many entries stay on this device
 */
export async function pack(
  entries: readonly [Item, LedgerEntry][],
  device: string,
  stored: Readonly<Record<string, unknown>>,
): Promise<{ parts: SyncParts; left: number }> {
  const others = Object.entries(stored).filter(([key]) => deviceOf(key) !== device);
  const room = others.reduce((sum, [key, value]) => sum - key.length - JSON.stringify(value).length, QUOTA.all);
  const items = QUOTA.items - others.length;
  for (let count = entries.length; count > 0; ) {
    // In one order, so that what has not changed is packed as it was.
    const texts = await cut(entries.slice(0, count).sort(([a], [b]) => (a < b ? -1 : 1)));
    const parts = new Map(texts.map((text, index) => [`log.${device}.${index}`, text]));
    const size = [...parts].reduce((sum, [key, text]) => sum + sizeOf(key, text), 0);
    if (size <= room && parts.size <= items) return { parts, left: entries.length - count };
    count = Math.min(count - 1, Math.floor(count * 0.97 * Math.min(1, Math.max(0, room) / size)));
  }
  return { parts: new Map(), left: entries.length };
}
