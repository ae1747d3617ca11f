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

const isThere = (view: View, name: string) =>
  view.evaluate((sought) => document.querySelector(`[name="${sought}"]`)?.checkVisibility() === true, name);

/** Waits until a control of this name can be clicked. */
export const waitForControl = (view: View, name: string): Promise<boolean> =>
  until(`there is ${name}`, () => isThere(view, name));

/** Clicks the control of this name with a real click, and opens the menu before in which it is. */
export async function choose(view: View, name: string): Promise<void> {
  const control = `[name="${name}"]`;
  await until(`there is ${name}`, () => view.evaluate((css) => document.querySelector(css) !== null, control));
  if (!(await isThere(view, name))) await view.click(`.menu:has(${control}) > button`);
  await waitForControl(view, name);
  await view.click(control);
}

/** Opens whatever can be opened on a page of the extension, also what comes up by opening; of menus, one stays open. */
export async function unfold(view: View): Promise<void> {
  // The report takes the focus once it is drawn: not later, while somebody goes from one thing to the next.
  const asked = await view.evaluate<boolean>(`(() => {
    const opener = document.querySelector('button[name=report]:not([data-unfolded])');
    if (!opener) return false;
    opener.dataset.unfolded = 'true';
    opener.click();
    return true;
  })()`);
  if (asked)
    await until('the report has the focus', () =>
      view.evaluate<boolean>(`document.querySelector('.report')?.contains(document.activeElement) ?? false`),
    );
  const openNext = () =>
    view.evaluate(() => {
      const closed = [
        ...document.querySelectorAll<HTMLElement>('details:not([open]) > summary, button[aria-expanded=false]'),
      ].filter((opener) => !opener.dataset.unfolded);
      for (const opener of closed.reverse()) {
        opener.dataset.unfolded = 'true';
        opener.click();
      }
      return closed.length;
    });
  await until('all is unfolded', async () => (await openNext()) === 0);
}
