/** What a page or the popup shows. */
import type { Page } from 'puppeteer-core';
import { until } from '../../scripts/drive/until.ts';
import type { View } from '../../scripts/drive/view.ts';

/** The words can be read on the page. */
export const shows = (page: Page, words: string): Promise<boolean> =>
  page.evaluate((sought) => document.body.innerText.includes(sought), words);

/** Waits until the popup has drawn all that it knows at once. */
export const popupIsDrawn = (popup: View): Promise<boolean> =>
  until('the popup is drawn', () => popup.evaluate<boolean>(`performance.getEntriesByName('final').length > 0`));
