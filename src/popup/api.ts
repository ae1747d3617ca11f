/** What the popup asks of the browser and of the tab's content script. */
import browser, { type Tabs } from 'webextension-polyfill';
import type {
  BackgroundAnswer,
  BackgroundMessage,
  BackgroundProtocol,
  PageAnswer,
  PageMessage,
  PageProtocol,
  Recollection,
  Report,
  SelectionCopy,
} from '../messages.ts';
import type { TabEntry } from './state.ts';

/** Whether this is the toolbar button's own small window: not a tab, nor a phone's whole screen. */
export function isUnderButton(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window) && !/Android/.test(navigator.userAgent);
}

/** The tab that the popup is about: the active one, or for tests the one that `?tab=ID` names. */
export async function targetTab(): Promise<Tabs.Tab | null> {
  const id = Number(new URLSearchParams(location.search).get('tab'));
  if (id) return browser.tabs.get(id).catch(() => null);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** Asks the content script of a tab. `null` when none answers. */
export async function ask<Type extends keyof PageProtocol>(
  tabId: number,
  message: PageMessage<Type>,
): Promise<PageAnswer<Type> | null> {
  try {
    return (await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) ?? null;
  } catch {
    return null;
  }
}

/** @throws what the background throws */
const askBackground = <Type extends keyof BackgroundProtocol>(
  message: BackgroundMessage<Type>,
): Promise<BackgroundAnswer<Type> | undefined> => browser.runtime.sendMessage(message);

/**
 * Injects a file beside the content script, and the cleaner before it, without which it can do nothing.
 * @throws where the browser does not let extensions in
 */
export async function injectWithCleaner(tabId: number, file: 'reading.js' | 'correcting.js'): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['cleaner.js', file], injectImmediately: true });
}

/** The tab's Report: what makes it is injected where the content script does not have it beside it yet. */
export async function askReport(tabId: number): Promise<Report | null> {
  const [standing, report] = await Promise.all([ask(tabId, { type: 'standing' }), ask(tabId, { type: 'report' })]);
  if (!standing || report) return report;
  return injectWithCleaner(tabId, 'reading.js')
    .then(() => ask(tabId, { type: 'report' }))
    .catch(() => null);
}

/**
 * Looks whether a tab that does not answer can be entered, and what it holds, at once: it may load without end. Changes
 * nothing there.
 */
export function lookInto(tabId: number): Promise<TabEntry> {
  return browser.scripting
    .executeScript({ target: { tabId }, func: () => document.contentType, injectImmediately: true })
    .then(([frame]): TabEntry => {
      const type = String(frame?.result ?? '');
      return /html/.test(type) || type === '' ? 'open' : 'not-html';
    })
    .catch((): TabEntry => 'barred');
}

/** Has the background clean a tab once where the Site is off. Whether that worked. */
export function cleanTab(tabId: number): Promise<boolean> {
  return askBackground({ type: 'clean-tab', tabId }).then(
    () => true,
    () => false,
  );
}

/** Whether the article in a tab was met before. `null` where nothing is remembered. */
export function recall(tabId: number): Promise<Recollection | null> {
  return askBackground({ type: 'recall', tabId }).then(
    (recollection) => recollection ?? null,
    () => null,
  );
}

/** What is selected on the page of a tab. `null` where nothing is, or the page does not hand it over. */
export function askSelection(tabId: number): Promise<SelectionCopy | null> {
  return askBackground({ type: 'selection', tabId }).then(
    (selection) => selection ?? null,
    () => null,
  );
}

/** Command → the keys that give it, as the browser writes them. Empty where a command has none. */
export async function shortcuts(): Promise<Readonly<Record<string, string>>> {
  const all = (await browser.commands?.getAll().catch(() => [])) ?? [];
  return Object.fromEntries(all.map(({ name = '', shortcut = '' }) => [name, shortcut]));
}

/** The page's icon from the browser's own store: never fetched from the web. `null` where there is none. */
export function iconOf(tab: Tabs.Tab): string | null {
  if (browser.runtime.getManifest().permissions?.includes('favicon') && tab.url) {
    return `${browser.runtime.getURL('/_favicon/')}?pageUrl=${encodeURIComponent(tab.url)}&size=32`;
  }
  return tab.favIconUrl?.startsWith('data:image/') ? tab.favIconUrl : null;
}

/** Opens a tab beside the one the popup is about. */
export async function openTab(url: string, opener: Tabs.Tab): Promise<void> {
  await browser.tabs.create({ url, index: opener.index + 1 });
}

/** Hands a text to the browser as a file to be kept. */
export function download(text: string, type: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The address ends with this page; earlier would be too early where the browser first asks for a place.
}

/** Where the browser has no search of its own to offer to extensions and the reader has set none. */
const FALLBACK_SEARCH = 'https://duckduckgo.com/?q=%s';

/** Opens a search tab: with the reader's search address where there is one, else with the browser's own search. */
export async function search(text: string, address: string | null, opener: Tabs.Tab): Promise<void> {
  if (address === null && browser.search?.query) return browser.search.query({ text, disposition: 'NEW_TAB' });
  // A function, because `$` in a replacement string has a meaning.
  await openTab(
    (address ?? FALLBACK_SEARCH).replaceAll('%s', () => encodeURIComponent(text)),
    opener,
  );
}
