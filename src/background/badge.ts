/** The toolbar button: how many pieces are hidden in a tab; greyed where the Site is off. */
import browser from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import type { Settings } from '../settings/schema.ts';
import { modeFor } from '../settings/site.ts';
import { inTime, standingOf, type WebTab, webTabs } from './tabs.ts';

const COLOUR = '#44546a';
const SIZES = [16, 32, 48, 128];
const icons = (prefix: string) => Object.fromEntries(SIZES.map((size) => [size, `/icons/${prefix}${size}.png`]));

/** The browser forgets it with the process. */
export async function colourBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: COLOUR });
}

/** The browser takes the number, icon and title of a tab away by itself when the tab goes elsewhere. */
export async function showHidden(tabId: number, hidden: number, settings: Settings): Promise<void> {
  const count = hidden > 999 ? '999+' : String(hidden);
  await browser.action.setBadgeText({ tabId, text: settings.badge && hidden > 0 ? count : '' });
}

/** After a navigation: the browser shows the usual icon, which is right unless the Site is off. */
export async function showIfOff({ id: tabId, url }: WebTab, settings: Settings): Promise<void> {
  if (modeFor(url, settings) !== 'off') return;
  await Promise.all([
    browser.action.setIcon({ tabId, path: icons('off-') }),
    browser.action.setTitle({ tabId, title: t('action_off') }),
    browser.action.setBadgeText({ tabId, text: '' }),
  ]);
}

async function showAgain(tab: WebTab, before: Settings | undefined, after: Settings): Promise<void> {
  const was = before && modeFor(tab.url, before);
  const is = modeFor(tab.url, after);
  if (is === 'off') {
    // An off page that was cleaned once keeps its number.
    if (was !== 'off') await showIfOff(tab, after);
    return;
  }
  if (!was || was === 'off') {
    await browser.action.setIcon({ tabId: tab.id, path: icons('icon-') });
    await browser.action.setTitle({ tabId: tab.id, title: t('action_title') });
  }
  if (before?.badge === after.badge) return;
  const standing = after.badge ? await inTime(standingOf(tab.id), null) : null;
  await showHidden(tab.id, standing?.cleaning === 'cleaned' ? standing.hidden : 0, after);
}

/**
 * After a change of settings: the tabs concerned.
 * @param before `undefined`: nobody knows what the tabs show
 */
export async function showAll(before: Settings | undefined, after: Settings): Promise<void> {
  await Promise.allSettled((await webTabs()).map((tab) => showAgain(tab, before, after)));
}
