/** The background: which sites run at all, badge, menu, shortcut. It may be killed and started at any time. */
import browser from 'webextension-polyfill';
import { keepErrors } from '../settings/errors.ts';
import { answer } from './answers.ts';
import { apply, applyAnew, resume } from './apply.ts';
import { colorBadge, showMode } from './button.ts';
import { onCommand } from './commands.ts';
import { arrivedInPrivate, forgetWithLastPrivateWindow, onPrivateRules } from './corrections.ts';
import { current, onSettings } from './current.ts';
import { createMenu, onMenu } from './menu.ts';
import { arrivedAtOriginal, forgetPrivateTrips } from './original.ts';
import { rememberShown, rememberTab } from './remembering.ts';
import { copySelection } from './selection.ts';
import { onOtherDevice, resumeSync, syncSoon } from './sync.ts';
import { cleanOnce, followAddress, pick, restoreAll, restoreOnce, standingOf } from './tabs.ts';
import { welcome } from './welcome.ts';

/** Some pages let nobody in. Nothing was changed there, and the button still says so. */
const clean = async (tabId: number) => cleanOnce(tabId, await current()).catch(() => undefined);

const restore = async (tabId: number) => restoreOnce(tabId, await current());

/** Pages that let nobody in have no words for us either. */
const copy = async (tabId: number, frameId?: number) =>
  copySelection(tabId, await current(), frameId).catch(() => undefined);

async function toggle(tabId: number): Promise<void> {
  const standing = await standingOf(tabId);
  await (standing?.cleaning === 'cleaned' ? restore(tabId) : clean(tabId));
}

// Content scripts are told what they need and read nothing themselves. Not every browser has this lock yet.
const { local } = browser.storage as { local: { setAccessLevel?(level: { accessLevel: string }): Promise<void> } };
local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

keepErrors('background');

// Listeners are added in the first turn: a browser that wakes the background for an event looks for them then.
browser.runtime.onInstalled.addListener((details) => {
  welcome(details);
  createMenu();
  applyAnew();
});
// Starts the background with the browser.
browser.runtime.onStartup.addListener(() => undefined);
browser.permissions.onAdded.addListener(() => void applyAnew());
browser.runtime.onUpdateAvailable.addListener(async () => {
  await restoreAll();
  browser.runtime.reload();
});
onSettings(() => {
  apply();
  rememberShown();
  syncSoon();
});
onOtherDevice(() => void syncSoon());
browser.runtime.onMessage.addListener(answer);
// Content scripts hold a port open to learn that the extension has gone. It ends at once when nobody takes it.
browser.runtime.onConnect.addListener(() => undefined);
browser.tabs.onUpdated.addListener(async (id, { status, url }, tab) => {
  if (!(status || url) || !tab.url) return;
  const webTab = { id, url: tab.url, incognito: tab.incognito };
  // The tab may be gone by now.
  await showMode(webTab).catch(() => undefined);
  if (url) await followAddress(webTab).catch(() => undefined);
  if (status === 'complete') await arrivedAtOriginal(webTab).catch(() => undefined);
  if (status === 'complete' || url) await rememberTab(tab);
  await arrivedInPrivate(tab);
});
browser.tabs.onActivated.addListener(async ({ tabId }) => {
  await browser.tabs.get(tabId).then(rememberTab, () => undefined);
});
onPrivateRules(() => void apply());
forgetWithLastPrivateWindow();
forgetPrivateTrips();
onMenu({ clean, restore, 'copy-selection': copy, hide: (tabId) => pick(tabId, { what: 'hide', from: 'pointed' }) });
onCommand('toggle-clean', toggle);
onCommand('hide-this', (tabId) => pick(tabId, { what: 'hide' }));

colorBadge();
resume();
resumeSync();
