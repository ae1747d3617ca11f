/** Tabs that are already open: registrations take effect only at their next navigation. */
import browser, { type Tabs } from 'webextension-polyfill';
import type { PageMessage, Standing } from '../messages.ts';
import { rulesAt } from '../rules/lines.ts';
import { EVERYWHERE } from '../settings/patterns.ts';
import { same } from '../settings/same.ts';
import type { Settings } from '../settings/schema.ts';
import { modeFor } from '../settings/site.ts';
import { choiceFor, filesFor } from './choice.ts';
import { inForce } from './current.ts';

/** A tab with a page of the web in it. */
export interface WebTab {
  readonly id: number;
  readonly url: string;
}

export interface OpenTab extends WebTab {
  readonly incognito: boolean;
}

/** Open tabs that hold a page of the web, as far as the reader lets us see them. */
export async function webTabs(): Promise<OpenTab[]> {
  const tabs = await browser.tabs.query({ url: EVERYWHERE });
  const isWebTab = (tab: Tabs.Tab): tab is Tabs.Tab & OpenTab => tab.id !== undefined && tab.url !== undefined;
  return tabs.filter(isWebTab).filter((tab) => !tab.discarded);
}

/**
 * What was answered; nothing where nobody was there who can answer it. Every answer there is counts as true. What was
 * injected beside the content script stays when that has ended, hears everything, and answers only what is its own.
 */
export async function send(tabId: number, message: PageMessage): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    return undefined;
  }
}

/** A page that is busy with itself hears what it is told when it has time again. Milliseconds. */
const PATIENCE = 2000;

/** What comes of it, or after a while `late`: whoever has several tabs to see to waits for none of them. */
export function inTime<T>(work: Promise<T>, late: T): Promise<T> {
  return Promise.race([work, new Promise<T>((done) => setTimeout(done, PATIENCE, late))]);
}

export async function inject(tabId: number, files: string[]): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files, injectImmediately: true });
}

async function tellTab({ id, url }: WebTab, before: Settings | undefined, after: Settings): Promise<void> {
  const was = before && choiceFor(url, before);
  const is = choiceFor(url, after);
  // A page that was cleaned once where the Site is off stays so.
  if (was?.mode === 'off' && is.mode === 'off') return;
  if (same(was, is)) return;
  if (!(await send(id, is)) && is.mode !== 'off') await start(id);
}

/** Starts the content script as the settings say by now: a page that was busy may have taken long to say nothing. */
async function start(tabId: number): Promise<void> {
  const [{ url = '' }, settings] = await Promise.all([browser.tabs.get(tabId), inForce()]);
  const mode = modeFor(url, settings);
  if (mode === 'off') return;
  await inject(tabId, filesFor(mode, settings, rulesAt(settings.rules, url).length > 0));
  const now = await inForce();
  // Told otherwise meanwhile, when nobody was there yet to hear it.
  if (now !== settings) await send(tabId, choiceFor(url, now));
}

/**
 * Tells the tabs whose Mode or kinds changed, and only those; starts the content script where it is missing.
 * @param before `undefined`: nobody knows what the pages were told
 */
export async function tellTabs(before: Settings | undefined, after: Settings): Promise<void> {
  // Pages that extensions may not enter, and tabs that closed meanwhile, refuse.
  await Promise.allSettled((await webTabs()).map((tab) => inTime(tellTab(tab, before, after), undefined)));
}

/** Restores every open page: after an update nobody else could. */
export async function restoreAll(): Promise<void> {
  const off: PageMessage = { type: 'mode', mode: 'off', kindsOff: [], kindsOn: [], adTokensAnywhere: true };
  await Promise.allSettled((await webTabs()).map(({ id }) => inTime(send(id, off), undefined)));
}

/**
 * "Clean this page", whatever the Site's Mode: a press is consent. One injection where the content script is missing,
 * nothing kept.
 * @throws where the browser does not let extensions in
 */
export async function cleanOnce(tabId: number, settings: Settings): Promise<void> {
  if (await send(tabId, { type: 'clean' })) return;
  await inject(tabId, filesFor('auto', settings));
  await send(tabId, { type: 'clean' });
}

/** "Restore this page", until the tab goes elsewhere. */
export async function restoreOnce(tabId: number): Promise<void> {
  await send(tabId, { type: 'pause' });
}

/** `null` where no content script runs. */
export async function standingOf(tabId: number): Promise<Standing | null> {
  return ((await send(tabId, { type: 'standing' })) as Standing | undefined) ?? null;
}
