/** What is said to the content script of a page, and what it answers. */
import type { Page } from 'puppeteer-core';
import type { PageMessage, Report, Standing } from '../../src/messages.ts';
import type { Rig } from './rig.ts';
import { until } from './until.ts';

declare const browser: typeof import('webextension-polyfill');

/** Says something to the content script of a page, as the popup does. Rejects where there is none. */
export async function sendToPage(rig: Rig, page: Page, message: PageMessage): Promise<unknown> {
  const tab = await rig.tabId(page);
  return rig.api((id: number, said: object) => browser.tabs.sendMessage(id, said), tab, message as object);
}

/** Injects what the popup injects when it opens. */
export async function injectReading(rig: Rig, page: Page): Promise<void> {
  const tab = await rig.tabId(page);
  await rig.api(
    (tabId: number) =>
      browser.scripting.executeScript({ target: { tabId }, files: ['cleaner.js', 'reading.js'] }).then(() => null),
    tab,
  );
}

/** Waits until the content script has read the page. */
export async function waitUntilRead(rig: Rig, page: Page): Promise<void> {
  await until(
    `${page.url()} has been read`,
    async () => (await sendToPage(rig, page, { type: 'standing' }).catch(() => null)) as Standing | null,
    (standing) => standing !== null && !standing.loading,
  );
}

/** The Report once the page has been read. */
export async function reportOf(rig: Rig, page: Page): Promise<Report> {
  await waitUntilRead(rig, page);
  await injectReading(rig, page);
  // Where there was no cleaner, the engine begins only now.
  return until(
    `${page.url()} has been analyzed`,
    async () => (await sendToPage(rig, page, { type: 'report' })) as Report,
    (report) => !report.loading,
  );
}
