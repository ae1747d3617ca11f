/** Brings the browser into line with the settings: registrations, open tabs, toolbar button. */
import browser from 'webextension-polyfill';
import { same } from '../settings/same.ts';
import { DEFAULTS, type Settings } from '../settings/schema.ts';
import { showAll } from './badge.ts';
import { tellRules } from './corrections.ts';
import { current } from './current.ts';
import { register, registrationsFor } from './registrations.ts';
import { tellTabs } from './tabs.ts';

/** What the browser does before the first settings are applied: nothing. */
const NOTHING: Settings = { ...DEFAULTS, defaultMode: 'off', badge: false };

interface Last {
  /** As text: with thousands of Sites, a browser is several times slower to store an object. */
  readonly applied?: string;
  /** Something was begun after that, and its end is not known. */
  readonly applying?: boolean;
}

/**
 * The settings that were applied last in this browser session. The session's storage outlives the background, and is
 * empty after an update or a restart of the browser, when everything is to be applied anew.
 */
const lastApplied = async (): Promise<Last> => browser.storage.session.get(['applied', 'applying']);

async function applyOnce(): Promise<void> {
  const [settings, { applied, applying = false }] = await Promise.all([current(), lastApplied()]);
  const last: Settings | null = applied === undefined ? null : JSON.parse(applied);
  if (!applying && same(last, settings)) return;
  const before = last ?? NOTHING;
  await browser.storage.session.set({ applying: true });
  await register(registrationsFor(settings), last && !applying ? registrationsFor(last) : undefined);
  await Promise.all([tellTabs(before, settings), showAll(before, settings)]);
  await tellRules(before.rules, settings.rules);
  // Last, so that a background that is killed in between starts over.
  await browser.storage.session.set({ applied: JSON.stringify(settings), applying: false });
}

let queue: Promise<void> = Promise.resolve();

function enqueue(work: () => Promise<void>): Promise<void> {
  queue = queue.then(work, work);
  return queue;
}

/** Applies the settings as they are when its turn comes. One at a time; cheap when nothing changed. */
export function apply(): Promise<void> {
  return enqueue(applyOnce);
}

/** Applies the settings as if none had been: after an install, an update, or new access to sites. */
export function applyAnew(): Promise<void> {
  return enqueue(async () => {
    await browser.storage.session.remove('applied');
    await applyOnce();
  });
}
