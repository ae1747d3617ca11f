/** Brings the browser into line with the settings: registrations, open tabs, toolbar button. */
import browser from 'webextension-polyfill';
import { keepError } from '../settings/errors.ts';
import { parseSettings } from '../settings/parse.ts';
import { same } from '../settings/same.ts';
import { DEFAULTS, type Settings } from '../settings/schema.ts';
import { showAll } from './badge.ts';
import { tellRules } from './corrections.ts';
import { current } from './current.ts';
import { register, registrationsFor } from './registrations.ts';
import { tellTabs } from './tabs.ts';

/** What the browser does before the first settings are applied: nothing. */
const NOTHING: Settings = { ...DEFAULTS, defaultMode: 'off', badge: false };

/** What is kept of it as text: with thousands of Sites, a browser is several times slower to store an object. */
function settingsIn(text: unknown): Settings | null {
  try {
    return parseSettings(JSON.parse(String(text))).settings;
  } catch {
    return null;
  }
}

interface Last {
  /** The settings that were applied last, if any. */
  readonly last: Settings | null;
  /** Something was begun after that, and its end is not known. */
  readonly applying: boolean;
}

/**
 * The session's storage outlives the background, and is empty after an update or a restart of the browser, when
 * everything is to be applied anew.
 */
async function lastApplied(): Promise<Last> {
  const kept: Record<string, unknown> = await browser.storage.session
    .get(['applied', 'applying'])
    .catch(() => ({ applying: true }));
  return { last: settingsIn(kept.applied), applying: kept.applying === true };
}

async function applyOnce(anew: boolean): Promise<void> {
  if (anew) await browser.storage.session.remove('applied');
  const [settings, { last, applying }] = await Promise.all([current(), lastApplied()]);
  if (!applying && same(last, settings)) return;
  const before = last ?? NOTHING;
  await browser.storage.session.set({ applying: true });
  await register(registrationsFor(settings), last && !applying ? registrationsFor(last) : undefined);
  await Promise.all([tellTabs(last, settings), showAll(before, settings)]);
  await tellRules(before.rules, settings.rules);
  // Last, so that a background that is killed in between starts over.
  await browser.storage.session.set({ applied: JSON.stringify(settings), applying: false });
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
