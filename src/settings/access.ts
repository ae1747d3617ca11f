/** Whether the extension may read the sites that the reader visits: the reader, or the browser, may withhold that. */
import browser from 'webextension-polyfill';

const ALL_SITES = { origins: ['<all_urls>'] };

export const hasAccess = (): Promise<boolean> => browser.permissions.contains(ALL_SITES).catch(() => true);

/** The browser asks the reader. Only in answer to a press. Whether it is allowed now. */
export const requestAccess = (): Promise<boolean> => browser.permissions.request(ALL_SITES).catch(() => false);

/** Calls when it may be another than it was. */
export function onAccess(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
