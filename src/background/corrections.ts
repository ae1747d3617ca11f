/** The reader's corrections on their way from pages to where they are kept. */
import browser, { type Tabs } from 'webextension-polyfill';
import { rulesAt, withRule } from '../rules/lines.ts';
import { printRule } from '../rules/print.ts';
import type { Correction } from '../rules/rule.ts';
import { whereIs } from '../rules/where.ts';
import { changeRules, forgetPrivateRules, PRIVATE_RULES, privateRules } from '../settings/corrections.ts';
import { asWebTab, updateTab } from './tabs.ts';

/** Keeps what a reader corrected on the page of a tab, for its Site. */
export async function correct({ url = '', incognito }: Tabs.Tab, correction: Correction): Promise<void> {
  const where = whereIs(url, 'site');
  if (where) await changeRules(incognito, (lines) => withRule(lines, { ...where, ...correction }));
}

/** Takes back a correction that holds on the page of a tab, for the page alone or for its Site. */
export async function takeBack({ url = '', incognito }: Tabs.Tab, correction: Correction): Promise<void> {
  const places = (['page', 'site'] as const).map((scope) => whereIs(url, scope)).filter((where) => where !== null);
  const taken = places.map((where) => printRule({ ...where, ...correction }));
  await changeRules(incognito, (lines) => lines.filter((line) => !taken.includes(line)));
}

/** A page that comes into a private window: no registration knows of the corrections made there. */
export async function arrivedInPrivate(tab: Tabs.Tab): Promise<void> {
  const webTab = tab.incognito ? asWebTab(tab) : null;
  if (webTab && rulesAt(await privateRules(), webTab.url).length > 0) await updateTab(webTab).catch(() => undefined);
}

/** Calls `listener` when the corrections of private windows have changed. */
export function onPrivateRules(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && PRIVATE_RULES in changes) listener();
  });
}

/** Corrections of private windows are forgotten with the last of the windows. */
export function forgetWithLastPrivateWindow(): void {
  browser.tabs.onRemoved.addListener(async () => {
    if ((await privateRules()).length === 0) return;
    const tabs = await browser.tabs.query({});
    if (!tabs.some(({ incognito }) => incognito)) await forgetPrivateRules();
  });
}
