import browser from 'webextension-polyfill';

/** Whether this is Firefox or a relative of it; everything else is a Chromium. */
export const isFirefox = (): boolean => browser.runtime.getURL('').startsWith('moz-');
