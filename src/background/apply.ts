/** Brings the browser into line with the settings: registrations, open tabs, toolbar button. */
import browser from 'webextension-polyfill';
import { keepError } from '../settings/errors.ts';
import { parseSettings } from '../settings/parse.ts';
import { same } from '../settings/same.ts';
import type { Settings } from '../settings/schema.ts';
import { showAll } from './badge.ts';
import { tellRules } from './corrections.ts';
import { current, putInForce } from './current.ts';
import { type Registrations, register, registrationsFor } from './registrations.ts';
import { tellTabs } from './tabs.ts';

/** Settings that are kept as text: with thousands of Sites, a browser is several times slower to store an object. */
function settingsIn(text: unknown): Settings | null {
  try {
    return parseSettings(JSON.parse(String(text))).settings;
  } catch {
    return null;
  }
}

interface Applied {
  readonly settings: Settings;
  /** What the browser has registered. */
  readonly registered: Registrations;
}

/** What was applied last in this life of the background. */
let latest: Applied | null = null;

/**
 * What was applied last in this browser session. The session's storage outlives the background, and is empty after an
 * update or a restart of the browser, when everything is to be applied anew. So it is where something was begun of
 * which the end is not known: some tabs may have been told, and some not.
 */
async function lastApplied(): Promise<Applied | null> {
  const kept: Record<string, unknown> = await browser.storage.session
    .get(['applied', 'applying'])
    .catch(() => ({ applying: true }));
  const settings = kept.applying ? null : settingsIn(kept.applied);
  return settings && { settings, registered: registrationsFor(settings) };
}

async function applyOnce(anew: boolean): Promise<void> {
  if (anew) {
    latest = null;
    await browser.storage.session.remove('applied');
  }
  const [settings, last] = await Promise.all([current(), latest ?? lastApplied()]);
  putInForce(settings);
  if (last && same(last.settings, settings)) return;
  latest = null;
  await browser.storage.session.set({ applying: true });
  const registered = registrationsFor(settings);
  await register(registered, last?.registered);
  const before = last?.settings;
  await Promise.all([tellTabs(before, settings), showAll(before, settings)]);
  await tellRules(before?.rules, settings.rules);
  // Last, so that a background that is killed in between starts over.
  await browser.storage.session.set({ applied: JSON.stringify(settings), applying: false });
  latest = { settings, registered };
}

/** What failed is done again after each of these, and then when something changes, or a new background starts. Milliseconds. */
const AGAIN = [1000, 5000, 20_000];
let again: ReturnType<typeof setTimeout> | undefined;

async function attempt(anew: boolean, failures = 0): Promise<void> {
  clearTimeout(again);
  try {
    await applyOnce(anew);
  } catch (error) {
    // Not waited for: where nothing can be stored, this cannot either.
    if (failures === 0) keepError('background', error).catch(() => undefined);
    if (failures < AGAIN.length) again = setTimeout(() => enqueue(() => attempt(anew, failures + 1)), AGAIN[failures]);
  }
}

let queue: Promise<void> = Promise.resolve();

function enqueue(work: () => Promise<void>): Promise<void> {
  queue = queue.then(work, work);
  return queue;
}

/** Applies the settings as they are when its turn comes. One at a time; cheap when nothing changed. */
export function apply(): Promise<void> {
  return enqueue(() => attempt(false));
}

/** Applies the settings as if none had been: after an install, an update, or new access to sites. */
export function applyAnew(): Promise<void> {
  return enqueue(() => attempt(true));
}
