/**
 * Brings the browser into line with the settings: registrations, open tabs, toolbar buttons. Everything is worked out
 * from the settings as they are, and nothing from what they were: done twice, or begun and not ended, it comes out right.
 */
import browser from 'webextension-polyfill';
import { keepError } from '../settings/errors.ts';
import { parseSettings } from '../settings/parse.ts';
import type { Settings } from '../settings/schema.ts';
import { current } from './current.ts';
import { type Registrations, register, registrationsFor } from './registrations.ts';
import { updateTabs } from './tabs.ts';

/**
 * Under this key stand the settings with which the last run came to its end, so that a background that wakes up need not
 * do everything again. Not there while a run is under way. The session's storage outlives the background, and is empty
 * after an update or a restart of the browser. As text: with thousands of Sites, a browser is several times slower to
 * store an object.
 */
const APPLIED = 'applied';

// Where the session's storage does not work, a background that wakes up does everything again.
const session = {
  read: async (): Promise<unknown> => (await browser.storage.session.get(APPLIED).catch(() => null))?.[APPLIED],
  write: (settings: Settings) => browser.storage.session.set({ [APPLIED]: asText(settings) }).catch(() => undefined),
  clear: () => browser.storage.session.remove(APPLIED).catch(() => undefined),
};

const asText = (settings: Settings): string => JSON.stringify(settings);

function settingsIn(text: unknown): Settings | null {
  try {
    return parseSettings(JSON.parse(String(text))).settings;
  } catch {
    return null;
  }
}

/** What the browser has registered, as far as this background knows. */
let registered: Registrations | null = null;
/** The registrations are to be made as if nothing were known of them. */
let isAnew = false;

/** What an earlier background has registered. `null`: unknown. */
async function registeredEarlier(): Promise<Registrations | null> {
  const settings = settingsIn(await session.read());
  return settings && registrationsFor(settings);
}

async function applyRegistrations(): Promise<void> {
  const before = isAnew ? null : (registered ?? (await registeredEarlier()));
  isAnew = false;
  registered = null;
  await session.clear();
  const wanted = registrationsFor(await current());
  await register(wanted, before);
  registered = wanted;
}

/** Counts runs. */
let latest = 0;

/** Tabs take their time, and no later change waits for them: each is told the settings as they are when it is told. */
async function applyToTabs(): Promise<void> {
  const own = ++latest;
  const settings = await current();
  await updateTabs();
  // Last, so that what a killed background had begun is done again.
  if (own === latest) await session.write(settings);
}

/** What failed is done again after each of these, and then when something changes, or a new background starts. */
const RETRY_DELAYS_MS = [1000, 5000, 20_000];
let retry: ReturnType<typeof setTimeout> | undefined;

async function attempt(failures: number): Promise<void> {
  clearTimeout(retry);
  try {
    await applyRegistrations();
  } catch (error) {
    // Not waited for: where nothing can be stored, this cannot either.
    if (failures === 0) keepError('background', error).catch(() => undefined);
    if (failures < RETRY_DELAYS_MS.length) retry = setTimeout(() => run(failures + 1), RETRY_DELAYS_MS[failures]);
    throw error;
  }
}

let registering: Promise<void> = Promise.resolve();
/** A run whose turn has not come yet: it will find the settings as they are by then. */
let waiting: Promise<void> | null = null;

function run(failures: number): Promise<void> {
  waiting ??= registering.then(() => {
    waiting = null;
    const attempted = attempt(failures);
    registering = attempted.catch(() => undefined);
    return attempted.then(applyToTabs).catch(() => undefined);
  });
  return waiting;
}

/** Applies the settings as they are when its turn comes. Never fails: what goes wrong is tried again later. */
export function apply(): Promise<void> {
  return run(0);
}

/** Applies the settings as if none had been: after an install, an update, or new access to sites. */
export function applyAnew(): Promise<void> {
  isAnew = true;
  return run(0);
}

/** At the start of the background: does what has not been done in this browser session, or was begun and not ended. */
export async function resume(): Promise<void> {
  const [applied, settings] = await Promise.all([session.read(), current().catch(() => null)]);
  if (!settings || applied !== asText(settings)) await apply();
}
