import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PageMessage, Report, Standing } from '../../src/messages.ts';
import { same } from '../../src/settings/same.ts';
import type { Settings } from '../../src/settings/schema.ts';
import { FIXTURES, type Rig, until } from './rig.ts';

declare const browser: typeof import('webextension-polyfill');

export const fixture = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');

/** Says something to the content script of a page, as the popup does. Rejects where there is none. */
export async function tell(rig: Rig, page: Page, message: PageMessage): Promise<unknown> {
  const tab = await rig.tabId(page);
  return rig.api((id: number, said: object) => browser.tabs.sendMessage(id, said), tab, message as object);
}

/** Injects what the popup injects when it opens. */
export async function injectReading(rig: Rig, page: Page): Promise<void> {
  const tab = await rig.tabId(page);
  await rig.api(
    (tabId: number) => browser.scripting.executeScript({ target: { tabId }, files: ['reading.js'] }).then(() => null),
    tab,
  );
}

/** The Report once the page has been read. */
export async function reportOf(rig: Rig, page: Page): Promise<Report> {
  await until(
    'the page has been read',
    async () => (await tell(rig, page, { type: 'standing' }).catch(() => null)) as Standing | null,
    (standing) => standing !== null && !standing.loading,
  );
  await injectReading(rig, page);
  return (await tell(rig, page, { type: 'report' })) as Report;
}

/** The document as it is now, and as it is without us: parsed again from what the server sends. Pages without scripts. */
export const serialised = (page: Page): Promise<{ now: string; served: string; sheets: number }> =>
  page.evaluate(async () => {
    const source = await (await fetch(location.href)).text();
    const served = new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML;
    const { outerHTML } = document.documentElement;
    return { now: outerHTML, served, sheets: document.adoptedStyleSheets.length };
  });

/** What is seen, by layout. */
export const seen = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('body')?.innerText ?? '');
export const isSeen = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((css) => document.querySelector(css)?.checkVisibility() === true, selector);

/** Writes settings, as popup and options do, and waits until the background has applied them. */
export async function set(rig: Rig, settings: Partial<Settings>, ms?: number): Promise<void> {
  await rig.api(`browser.storage.local.set(${JSON.stringify(settings)})`);
  await until(
    'the settings are applied',
    () =>
      rig.api<Partial<Settings>>(
        'browser.storage.session.get("applied").then(({ applied }) => JSON.parse(applied ?? "{}"))',
      ),
    (applied) => same({ ...applied, ...settings }, applied),
    ms,
  );
}
