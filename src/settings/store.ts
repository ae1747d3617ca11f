/** Reads and changes the stored settings, for the background and the extension's own pages. */
import browser from 'webextension-polyfill';
import { type Loaded, parseSettings } from './parse.ts';
import { same } from './same.ts';
import { DEFAULTS, FIELDS, type Settings } from './schema.ts';

export type { Loaded } from './parse.ts';

const KEYS = Object.keys(FIELDS) as (keyof Settings)[];

/** Waits before each new attempt to read a storage that failed. Milliseconds. */
const AGAIN = [100, 500, 2000];

/**
 * The settings as they are now, and what in storage could not be used.
 * @throws where storage cannot be read
 */
export async function load(): Promise<Loaded> {
  const read = async () => parseSettings(await browser.storage.local.get(KEYS));
  for (const pause of AGAIN) {
    try {
      return await read();
    } catch {
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return read();
}

/**
 * The settings for a page, which has something to show whatever happens: where storage cannot be read, the defaults.
 * What the reader then changes is changed in what is stored, or not at all, see {@link updateWith}.
 */
export const loadOrDefaults = (): Promise<Loaded> =>
  load().catch((error) => ({ settings: DEFAULTS, problems: [{ at: 'storage.local', message: String(error) }] }));

/** Stored values, not parsed: of what is kept beside the settings and changes together with them. */
export type Raw = Readonly<Record<string, unknown>>;

/**
 * Changes the settings, and with them what is kept beside them under `keys`, all or nothing. `change` gets the settings
 * and the stored values of `keys` as they are, and returns the new ones.
 * One change at a time, whichever window it comes from. Writes only the keys that are different from what is stored,
 * which also mends what could not be used. A key that is not stored has its default; only the version is always said.
 * @throws what `change` throws, or the browser where it cannot write; then nothing has changed
 */
export function updateWith(
  keys: readonly string[],
  change: (settings: Settings, beside: Raw) => readonly [Settings, Raw],
): Promise<Settings> {
  return navigator.locks.request('settings', async () => {
    const stored = await browser.storage.local.get([...KEYS, ...keys]);
    const { settings } = parseSettings(stored);
    const [changed, beside] = change(settings, stored);
    const next = { ...changed, version: settings.version };
    const wanted: Raw = { ...beside, ...next };
    const held: Raw = { ...DEFAULTS, version: undefined, ...stored };
    const different = Object.keys(wanted).filter((key) => !same(wanted[key], held[key]));
    if (different.length > 0) await browser.storage.local.set(Object.fromEntries(different.map((k) => [k, wanted[k]])));
    return next;
  });
}

/** Changes the settings: `change` gets the current ones and returns the new ones. See {@link updateWith}. */
export function update(change: (settings: Settings) => Settings): Promise<Settings> {
  return updateWith([], (settings) => [change(settings), {}]);
}

/**
 * Calls `listener` after every change to the settings, from wherever it came, until the signal aborts. Where they have
 * changed and cannot be read, `failed` is called instead.
 */
export function onChange(
  listener: (loaded: Loaded) => void,
  { signal, failed }: { readonly signal?: AbortSignal; readonly failed?: () => void } = {},
): void {
  let latest = 0;
  const changed = async (changes: object, area: string) => {
    if (area !== 'local' || !KEYS.some((key) => key in changes)) return;
    const turn = ++latest;
    const loaded = await load().catch(() => null);
    // After several changes at once, only the last reading is passed on: it has all of them.
    if (turn !== latest || signal?.aborted) return;
    if (loaded) listener(loaded);
    else failed?.();
  };
  browser.storage.onChanged.addListener(changed);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed));
}
