/** Tabs that are already open: registrations take effect only at their next navigation. */
import browser, { type Tabs } from 'webextension-polyfill';
import type { PageAnswer, PageMessage, PageProtocol, PopupMessage, Standing, StateAnswer } from '../messages.ts';
import { hasPathsAt } from '../settings/area.ts';
import { EVERYWHERE } from '../settings/patterns.ts';
import type { Settings } from '../settings/schema.ts';
import type { Site } from '../settings/site.ts';
import { showHidden, showMode } from './button.ts';
import { current } from './current.ts';
import { CLEANER, filesFor, stateOf } from './tab-state.ts';

/** A tab with a page of the web in it. */
export interface WebTab {
  readonly id: number;
  readonly url: string;
  readonly incognito: boolean;
}

/** `null` where a tab holds no page of the web, as far as the reader lets us see it. */
export function asWebTab({ id, url, incognito = false }: Partial<Tabs.Tab>): WebTab | null {
  return id === undefined || url === undefined ? null : { id, url, incognito };
}

/** Open tabs that hold a page of the web, as far as the reader lets us see them. */
async function webTabs(): Promise<WebTab[]> {
  const tabs = await browser.tabs.query({ url: EVERYWHERE });
  return tabs.filter(({ discarded }) => !discarded).flatMap((tab) => asWebTab(tab) ?? []);
}

/**
 * What the content script of a tab answers. `undefined` where nobody is there who can answer. What was injected beside
 * the content script outlives it, hears everything, and answers only what is its own.
 */
async function send<Type extends keyof PageProtocol>(
  tabId: number,
  message: PageMessage<Type>,
): Promise<PageAnswer<Type> | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    return undefined;
  }
}

/** How long a page that is busy with itself is waited for. Milliseconds. */
const ANSWER_TIMEOUT_MS = 2000;

/** Waits for all of them, but not for those that take too long. What goes wrong in one tab concerns no other. */
async function settle(work: readonly Promise<unknown>[]): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((done) => {
    timer = setTimeout(done, ANSWER_TIMEOUT_MS);
  });
  await Promise.race([Promise.allSettled(work), timeout]);
  clearTimeout(timer);
}

/** What the cleaner of a tab answers. It is brought where there is a watcher alone. */
async function sendToCleaner<Type extends keyof PageProtocol>(
  tabId: number,
  message: PageMessage<Type>,
): Promise<PageAnswer<Type> | undefined> {
  const answer = await send(tabId, message);
  if (answer !== undefined || !(await standingOf(tabId))) return answer;
  await inject(tabId, [CLEANER]);
  return send(tabId, message);
}

export async function inject(tabId: number, files: string[]): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files, injectImmediately: true });
}

/** Tells a tab what the settings say now, whole, and starts the content script where it is missing. */
async function tellState(tab: WebTab): Promise<StateAnswer | null | undefined> {
  const state = await stateOf(tab);
  const answer = await send(tab.id, { type: 'state', ...state });
  // What is injected asks for the corrections itself.
  if (answer && !answer.hasCorrections && state.rules.length > 0) await inject(tab.id, ['corrected.js', CLEANER]);
  return answer;
}

/** Brings the content script into a tab that is without one, unless its Site is off. */
async function bring(tabId: number): Promise<StateAnswer | null | undefined> {
  // A page that was busy may have taken long to say nothing: what counts is its address and the settings by now.
  const tab = asWebTab(await browser.tabs.get(tabId));
  if (!tab) return undefined;
  const [{ mode, rules }, settings] = await Promise.all([stateOf(tab), current()]);
  if (mode === 'off') return undefined;
  await inject(tabId, filesFor(mode, settings, rules.length > 0));
  // What was said while it was on its way has not reached it.
  const answer = await tellState(tab);
  const message: PopupMessage = { type: 'arrived', tabId };
  // Mostly there is no popup to hear it.
  void browser.runtime.sendMessage(message).catch(() => undefined);
  return answer;
}

/** Brings a tab into line with the settings as they are now: page and toolbar button. Done again, it changes nothing. */
export async function updateTab(tab: WebTab): Promise<void> {
  const settings = await current();
  const shown = showMode(tab);
  // A number that is not wanted goes at once, however long the page takes.
  if (!settings.badge) await showHidden(tab.id, 0, settings);
  const answer = (await tellState(tab)) ?? (await bring(tab.id));
  await showHidden(tab.id, answer?.hidden ?? 0, await current());
  await shown;
}

/**
 * A tab shows another address. A page that does so without loading anew may have come under a path with another Mode, and
 * is told: only where the Site has such paths, so that no other page pays for them.
 */
export async function followAddress(tab: WebTab): Promise<void> {
  if (hasPathsAt(tab.url, await current())) await updateTab(tab);
}

/** Brings all open tabs into line with the settings. */
export async function updateTabs(): Promise<void> {
  // Pages that extensions may not enter, and tabs that closed meanwhile, refuse.
  await settle((await webTabs()).map(updateTab));
}

/** Restores every open page: after an update nobody else could. */
export async function restoreAll(): Promise<void> {
  await settle((await webTabs()).map(({ id }) => send(id, { type: 'end' })));
}

/**
 * "Clean this page", whatever the Site's Mode: a click is consent. One injection where the content script is missing,
 * nothing kept.
 * @throws where the browser does not let extensions in
 */
export async function cleanOnce(tabId: number, settings: Settings): Promise<void> {
  const { notice } = settings;
  if (await sendToCleaner(tabId, { type: 'clean', notice })) return;
  await inject(tabId, [...filesFor('auto', settings), CLEANER]);
  await send(tabId, { type: 'clean', once: true, notice });
}

/** "Restore this page", until the tab goes elsewhere. */
export async function restoreOnce(tabId: number, { notice }: Settings): Promise<void> {
  await sendToCleaner(tabId, { type: 'pause', notice });
}

/** Lets the reader point at something on the page of a tab. Nothing happens where no content script runs. */
export async function pick(tabId: number, message: Omit<PageMessage<'pick'>, 'type'>): Promise<void> {
  if (!(await standingOf(tabId))) return;
  await inject(tabId, [CLEANER, 'correcting.js']);
  await send(tabId, { type: 'pick', ...message });
}

/** Has the page of a tab say that the reader came from a copy on a Site. */
export async function sayCameFrom(tabId: number, site: Site): Promise<void> {
  await send(tabId, { type: 'came-from', site });
}

/** `null` where no content script runs. */
export async function standingOf(tabId: number): Promise<Standing | null> {
  return (await send(tabId, { type: 'standing' })) ?? null;
}
