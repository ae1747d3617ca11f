/** What a page or the popup shows. */
import type { Page } from 'puppeteer-core';
import { seenText } from '../../scripts/drive/seen-text.ts';
import { until } from '../../scripts/drive/until.ts';
import type { View } from '../../scripts/drive/view.ts';

/** The words can be read on the page. */
export const showsText = async (page: Page, words: string): Promise<boolean> =>
  (await page.evaluate(seenText)).includes(words);

/** Waits until the words are gone from the page, which is put in front: behind another, a page waits to be shown. */
export async function untilGone(page: Page, words: string): Promise<void> {
  await page.bringToFront();
  await until(`${words} is gone from ${page.url()}`, async () => !(await showsText(page, words)));
}

/** Waits until the popup has drawn all that it knows at once. */
export const waitForPopup = (popup: View): Promise<boolean> =>
  until('the popup is drawn', () => popup.evaluate<boolean>(`performance.getEntriesByName('final').length > 0`));

/** Opens whatever can be opened on a page of the extension. */
export const unfold = (view: View): Promise<boolean> =>
  view.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const button of document.querySelectorAll<HTMLElement>('button[aria-expanded=false]')) button.click();
    return true;
  });
