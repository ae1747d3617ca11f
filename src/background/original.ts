/**
 * Takes a tab from a copy to its original, on Sites where the reader has chosen that, and says so there with a way back.
 * What the content script asks for is looked at as if the page had asked: the Mode, the addresses and the memory of what
 * was done before decide. In doubt the tab stays.
 */
import browser from 'webextension-polyfill';
import { modeFor } from '../settings/area.ts';
import { covering, siteOf, toUrl } from '../settings/site.ts';
import { current } from './current.ts';
import { CLEANER } from './tab-state.ts';
import { asWebTab, inject, sayCameFrom, type WebTab } from './tabs.ts';

/** From a copy to its original. */
interface Trip {
  readonly tabId: number;
  readonly isPrivate: boolean;
  readonly from: string;
  readonly to: string;
  /** When it began. Milliseconds since 1970. */
  readonly time: number;
  /** The tab has arrived. */
  readonly hasArrived: boolean;
}

/** Under this key, in the session's storage, which never reaches a disk. */
const TRIPS = 'trips';
/** So long an address that was left, or led to, takes part in no other trip. Milliseconds. */
const MEMORY_MS = 60 * 60 * 1000;
/** A tab that arrives later was led elsewhere meanwhile. Milliseconds. */
const ARRIVAL_MS = 60 * 1000;
/** So long a tab makes no other trip: it may have been led back. Milliseconds. */
const PAUSE_MS = 10 * 1000;

/** Changes what is remembered, one change at a time. @throws where nothing can be remembered: then nothing is done either */
function withTrips<T>(change: (trips: readonly Trip[]) => readonly [readonly Trip[], T]): Promise<T> {
  return navigator.locks.request('trips', async () => {
    const stored = (await browser.storage.session.get(TRIPS))[TRIPS] as readonly Trip[] | undefined;
    const trips = (stored ?? []).filter(({ time }) => Date.now() - time < MEMORY_MS);
    const [next, result] = change(trips);
    if (next !== trips) await browser.storage.session.set({ [TRIPS]: next });
    return result;
  });
}

/** An address without user-info and the place on its page. `null` off the web. */
function pageAt(address: unknown): string | null {
  const url = typeof address === 'string' && siteOf(address) !== null ? toUrl(address) : null;
  return url && Object.assign(url, { username: '', password: '', hash: '' }).href;
}

/** Whether two addresses are on one Site, or on Sites of which one covers the other. */
function areOnOneSite(a: string, b: string): boolean {
  const [one, other] = [siteOf(a), siteOf(b)];
  if (one === null || other === null) return false;
  return [...covering(one)].includes(other) || [...covering(other)].includes(one);
}

/** Remembers a trip. @returns whether it may begin */
const begin = (trip: Trip): Promise<boolean> =>
  withTrips((trips) => {
    const [from, to] = [pageAt(trip.from), pageAt(trip.to)];
    const isKnown = trips.some((one) => [pageAt(one.from), pageAt(one.to)].some((end) => end === from || end === to));
    const isSoon = trips.some(({ tabId, time }) => tabId === trip.tabId && trip.time - time < PAUSE_MS);
    return isKnown || isSoon ? [trips, false] : [[...trips, trip], true];
  });

/** The page in a tab is a copy, and names its original for certain. */
export async function goToOriginal({ id, url, incognito }: WebTab, original: unknown): Promise<void> {
  const to = pageAt(original);
  const settings = await current();
  if (!to || modeFor(url, settings) !== 'original') return;
  if (modeFor(to, settings) === 'original' || areOnOneSite(url, to)) return;
  const trip = { tabId: id, isPrivate: incognito, from: url, to, time: Date.now(), hasArrived: false };
  if (!(await begin(trip))) return;
  // The reader may have gone elsewhere.
  if ((await browser.tabs.get(id)).url === url) await browser.tabs.update(id, { url: to });
}

const latestOf = (trips: readonly Trip[], tabId: number): Trip | undefined =>
  trips.findLast((trip) => trip.tabId === tabId);

/** A page has loaded in a tab. If it is the original, it says where the reader came from. Where we are off, nobody does. */
export async function arrivedAtOriginal({ id, url }: WebTab): Promise<void> {
  const settings = await current();
  // Where nobody has chosen it, no page load pays for a look into what is remembered.
  if (!Object.values(settings.sites).includes('original')) return;
  const trip = await withTrips((trips) => {
    const latest = latestOf(trips, id);
    const isThere = latest && !latest.hasArrived && areOnOneSite(url, latest.to);
    if (!isThere) return [trips, null];
    return [trips.map((one) => (one === latest ? { ...one, hasArrived: true } : one)), latest];
  });
  if (!trip || Date.now() - trip.time > ARRIVAL_MS || modeFor(url, settings) === 'off') return;
  await inject(id, [CLEANER]);
  await sayCameFrom(id, siteOf(trip.from) ?? '');
}

/** "Go back" was clicked: to the copy, whatever the original did to the tab's history. It stays there. */
export async function backToCopy({ id }: WebTab): Promise<void> {
  const trip = await withTrips((trips) => [trips, latestOf(trips, id)]);
  const tab = asWebTab(await browser.tabs.get(id));
  if (trip && tab && areOnOneSite(tab.url, trip.to)) await browser.tabs.update(id, { url: trip.from });
}

/** Addresses of a private window are forgotten with the tab. */
export function forgetPrivateTrips(): void {
  browser.tabs.onRemoved.addListener(async (closed) => {
    const isGone = ({ tabId, isPrivate }: Trip) => isPrivate && tabId === closed;
    await withTrips((trips) => [trips.some(isGone) ? trips.filter((trip) => !isGone(trip)) : trips, null]).catch(
      () => undefined,
    );
  });
}
