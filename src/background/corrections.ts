/** The reader's corrections on their way between what is kept and the pages that they are for. */
import browser, { type Tabs } from 'webextension-polyfill';
import type { Picked } from '../messages.ts';
import { rulesAt, withRule } from '../rules/lines.ts';
import type { Correction, Rule } from '../rules/rule.ts';
import { whereIs } from '../rules/where.ts';
import { changeRules, forgetPrivateRules, PRIVATE_RULES, privateRules } from '../settings/corrections.ts';
import { same } from '../settings/same.ts';
import { modeFor } from '../settings/site.ts';
import { inForce } from './current.ts';
import { inject, inTime, type OpenTab, send, standingOf, webTabs } from './tabs.ts';

/** What holds for the Site of a tab. */
export async function rulesIn({ url = '', incognito }: Pick<Tabs.Tab, 'url' | 'incognito'>): Promise<Rule[]> {
  const { rules } = await inForce();
  return [...rulesAt(rules, url), ...(incognito ? rulesAt(await privateRules(), url) : [])];
}

/** Keeps what a reader corrected on the page of a tab, for its Site. */
export async function correct({ url = '', incognito }: Tabs.Tab, correction: Correction): Promise<void> {
  const where = whereIs(url, 'site');
  if (where) await changeRules(incognito, (lines) => withRule(lines, { ...where, ...correction }));
}

/** Tells an open page, and starts there what understands it. */
async function tell(tab: OpenTab): Promise<void> {
  if (modeFor(tab.url, await inForce()) === 'off') return;
  const rules = await rulesIn(tab);
  const answered = await send(tab.id, { type: 'rules', rules });
  // What is started asks for them itself.
  if (!answered && rules.length > 0) await inject(tab.id, ['corrected.js']);
}

/**
 * After a change of the lines: the pages concerned, and only those.
 * @param before `undefined`: nobody knows what the pages were told
 */
export async function tellRules(before: readonly string[] | undefined, after: readonly string[]): Promise<void> {
  if (same(before, after)) return;
  const tabs = (await webTabs()).filter(({ url }) => !before || !same(rulesAt(before, url), rulesAt(after, url)));
  await Promise.allSettled(tabs.map((tab) => inTime(tell(tab), undefined)));
}

/** A page that comes into a private window: no registration knows of the corrections made there. */
export async function arrivedInPrivate(tab: Tabs.Tab): Promise<void> {
  const { incognito, id, url } = tab;
  if (!incognito || id === undefined || url === undefined) return;
  if (rulesAt(await privateRules(), url).length > 0) await tell({ incognito, id, url }).catch(() => undefined);
}

/** Corrections made in private windows: told to their pages, and forgotten with the last of the windows. */
export function keepPrivate(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = area === 'session' ? changes[PRIVATE_RULES] : undefined;
    if (change) void tellRules((change.oldValue as string[]) ?? [], (change.newValue as string[]) ?? []);
  });
  browser.tabs.onRemoved.addListener(async () => {
    if ((await privateRules()).length === 0) return;
    const tabs = await browser.tabs.query({});
    if (!tabs.some(({ incognito }) => incognito)) await forgetPrivateRules();
  });
}

/** Lets the reader point at something on the page of a tab. Nothing happens where no content script runs. */
export async function pick(tabId: number, what: Picked, from?: 'pointed'): Promise<void> {
  if (!(await standingOf(tabId))) return;
  await inject(tabId, ['correcting.js']);
  await send(tabId, { type: 'pick', what, ...(from && { from }) });
}
