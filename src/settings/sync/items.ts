/** Settings as a flat list of items, the smallest things that two devices can change apart from each other. */
import * as v from 'valibot';
import { same } from '../same.ts';
import { DEFAULTS, ENTRIES, FIELDS, LINES, type Settings } from '../schema.ts';

/** A key of the settings, or one entry or line of it behind a slash: `look`, `sites/example.com`, `rules/THE LINE`. */
export type Item = string;
/** `null` for an entry or a line that is not there. */
export type Value = string | number | boolean | null;

/** Settings that each device has for itself: a reader who agrees on one device has not agreed on another. */
const OF_THIS_DEVICE: readonly string[] = ['version', 'count', 'sync', 'syncRules', 'remember', 'rememberMost'];
const KEYS = (Object.keys(FIELDS) as (keyof Settings)[]).filter((key) => !OF_THIS_DEVICE.includes(key));

/** Whether this device shares an item with others. */
export const isShared = (item: Item, { syncRules }: Settings): boolean => syncRules || !item.startsWith('rules/');

/** What is shared with other devices. */
export function itemsOf(settings: Settings): Map<Item, Value> {
  const items = new Map<Item, Value>();
  for (const key of KEYS) {
    if (key === 'rules' && !settings.syncRules) continue;
    if (ENTRIES[key])
      for (const [name, value] of Object.entries(settings[key] as object)) items.set(`${key}/${name}`, value);
    else if (LINES[key]) for (const line of settings[key] as readonly string[]) items.set(`${key}/${line}`, true);
    // Neither a record nor a list.
    else items.set(key, settings[key] as Value);
  }
  return items;
}

/** What an item is until somebody changes it. */
export function defaultOf(item: Item): Value {
  return itemsOfDefaults.get(item) ?? null;
}
const itemsOfDefaults = itemsOf(DEFAULTS);

/** The settings with some items changed. A value that is not valid, or has no room, is left out. */
export function withItems(settings: Settings, changes: ReadonlyMap<Item, Value>): Settings {
  const next: Record<string, unknown> = { ...settings };
  const inside = new Map<keyof Settings, Map<string, Value>>();
  for (const [item, value] of changes) {
    const slash = item.indexOf('/');
    const key = (slash < 0 ? item : item.slice(0, slash)) as keyof Settings;
    if (!KEYS.includes(key)) continue;
    const isInside = ENTRIES[key] !== undefined || LINES[key] !== undefined;
    if (isInside !== slash >= 0) continue;
    if (isInside) {
      const changed = inside.get(key) ?? new Map();
      inside.set(key, changed.set(item.slice(slash + 1), value));
    } else if (v.is(FIELDS[key], value)) next[key] = value;
  }
  for (const [key, changed] of inside)
    next[key] = ENTRIES[key] ? withEntries(settings, key, changed) : withLines(settings, key, changed);
  return same(next, settings) ? settings : (next as unknown as Settings);
}

type ChangedEntries = ReadonlyMap<string, Value>;

function withEntries(settings: Settings, key: keyof Settings, changed: ChangedEntries): object {
  const entries = new Map(Object.entries(settings[key] as object));
  for (const [name, value] of changed) {
    if (value === null) entries.delete(name);
    else if (ENTRIES[key]?.(name, value)) entries.set(name, value);
  }
  return Object.fromEntries(entries);
}

function withLines(settings: Settings, key: keyof Settings, changed: ChangedEntries): readonly string[] {
  const lines = new Set(settings[key] as readonly string[]);
  const { accepts, most } = LINES[key] ?? { accepts: () => false, most: 0 };
  for (const [line, value] of changed) if (value === null) lines.delete(line);
  for (const [line, value] of changed) if (value === true && lines.size < most && accepts(line)) lines.add(line);
  return [...lines];
}
