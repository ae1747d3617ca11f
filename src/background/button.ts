/** The toolbar button: how many pieces are hidden in a tab; greyed where the Site is off. */
import browser from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import { modeFor } from '../settings/area.ts';
import type { Settings } from '../settings/schema.ts';
import { current } from './current.ts';

const BADGE_COLOR = '#44546a';
const MAX_BADGE_NUMBER = 999;
const ICON_SIZES = [16, 32, 48, 128];
const icons = (prefix: string) => Object.fromEntries(ICON_SIZES.map((size) => [size, `/icons/${prefix}${size}.png`]));

/** The browser forgets it with the process. */
export async function colorBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOR });
}

/** The browser takes the number, icon and title of a tab away by itself when the tab goes elsewhere. */
export async function showHidden(tabId: number, hidden: number, settings: Settings): Promise<void> {
  const count = hidden > MAX_BADGE_NUMBER ? `${MAX_BADGE_NUMBER}+` : String(hidden);
  const isShown = settings.badge && Number.isInteger(hidden) && hidden > 0;
  await browser.action.setBadgeText({ tabId, text: isShown ? count : '' });
}

type Tab = { readonly id: number; readonly url: string };

async function showModeNow({ id: tabId, url }: Tab): Promise<void> {
  const isOff = modeFor(url, await current()) === 'off';
  const title = t(isOff ? 'action_off' : 'action_title');
  // Asking costs less than loading an icon, and the title tells which of the two icons is there.
  if ((await browser.action.getTitle({ tabId })) === title) return;
  await browser.action.setIcon({ tabId, path: icons(isOff ? 'off-' : 'icon-') });
  await browser.action.setTitle({ tabId, title });
}

let queue: Promise<void> = Promise.resolve();

/**
 * Greys the button of a tab whose Site is off, and no other's. One after another, each by the settings as they are by
 * then: of two changes at once, the later one is shown.
 * @throws where the tab is gone
 */
export function showMode(tab: Tab): Promise<void> {
  const shown = queue.then(() => showModeNow(tab));
  queue = shown.catch(() => undefined);
  return shown;
}
