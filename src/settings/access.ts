/** Whether the extension may read the sites that the reader visits. The reader or the browser can deny it. */
import browser from 'webextension-polyfill';

const ALL_SITES = { origins: ['<all_urls>'] };

export const hasAccess = (): Promise<boolean> => browser.permissions.contains(ALL_SITES).catch(() => true);

/** Has the browser ask the reader, which works only after a click. Tells whether access is allowed now. */
export const requestAccess = (): Promise<boolean> => browser.permissions.request(ALL_SITES).catch(() => false);

/** Calls `listener` when the access may have changed. */
export function onAccess(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
