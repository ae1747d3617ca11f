/** How many pieces were hidden so far, by kind and nothing else: a count by Site would tell where the reader has been. */
import browser from 'webextension-polyfill';

/** Clutter kind → pieces. */
export type Counts = Readonly<Record<string, number>>;

const KEY = 'counts';

/** Counts out of what storage holds. What is no count is left out. */
export function parseCounts(stored: unknown): Counts {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  const isCount = ([kind, count]: [string, unknown]) =>
    /^[a-z]+(-[a-z]+)*$/.test(kind) && Number.isSafeInteger(count) && Number(count) > 0;
  return Object.fromEntries(Object.entries(stored).filter(isCount));
}

export async function loadCounts(): Promise<Counts> {
  return parseCounts((await browser.storage.local.get(KEY))[KEY]);
}

/** Counts one more of each. */
export async function addCounts(kinds: readonly string[]): Promise<void> {
  await navigator.locks.request('counts', async () => {
    const counts: Record<string, number> = { ...(await loadCounts()) };
    for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
    await browser.storage.local.set({ [KEY]: parseCounts(counts) });
  });
}

export async function clearCounts(): Promise<void> {
  await navigator.locks.request('counts', () => browser.storage.local.remove(KEY));
}

/** Calls `listener` after every change, from wherever it came. */
export function onCounts(listener: (counts: Counts) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) listener(parseCounts(changes[KEY]?.newValue));
  });
}
