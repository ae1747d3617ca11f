/** The page that a reader sees once. */
import browser, { type Runtime } from 'webextension-polyfill';

/** Opens it after the first install, and never after an update. */
export async function welcome({ reason }: Runtime.OnInstalledDetailsType): Promise<void> {
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}
