import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { seenText } from '../../scripts/drive/seen-text.ts';
import { same } from '../../src/settings/same.ts';
import type { Settings } from '../../src/settings/schema.ts';
import { FIXTURES, type Rig, until } from './rig.ts';

export const fixture = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');

export { injectReading, reportOf, sendToPage, waitUntilRead } from '../../scripts/drive/content-script.ts';

/** The document as it is now, and as it is without us: parsed again from what the server sends. Pages without scripts. */
export const serialized = (page: Page): Promise<{ now: string; served: string; sheets: number }> =>
  page.evaluate(async () => {
    const source = await (await fetch(location.href)).text();
    const served = new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML;
    const { outerHTML } = document.documentElement;
    return { now: outerHTML, served, sheets: document.adoptedStyleSheets.length };
  });

export const visibleText = (page: Page): Promise<string> => page.evaluate(seenText);
export const isVisible = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((css) => document.querySelector(css)?.checkVisibility() === true, selector);

/** Writes settings, as popup and options do, and waits until the background has applied them. */
export async function applySettings(rig: Rig, settings: Partial<Settings>, ms?: number): Promise<void> {
  // One change at a time, as settings/store.ts has it.
  await rig.api(
    `navigator.locks.request('settings', () => browser.storage.local.set(${JSON.stringify(settings)})).then(() => 0)`,
  );
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
