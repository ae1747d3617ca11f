import type { Page } from 'puppeteer-core';
import { reportOf, sendToPage } from '../../../scripts/drive/content-script.ts';
import { Rig } from '../../../scripts/drive/rig.ts';
import { until } from '../../../scripts/drive/until.ts';
import type { Standing } from '../../../src/messages.ts';
import { bundle } from '../chromium.ts';
import type { SeenPage } from './lines.page.ts';
import { openReal, type RealRepost } from './pages.ts';

/** What is seen of a page without the extension, and once it is cleaned. */
export interface Looks {
  readonly before: SeenPage;
  readonly after: SeenPage;
  /** Nobody had to press "Clean this page". */
  readonly unasked: boolean;
}

/** Opens each page in Chromium without the extension and with it, where a page that is not cleaned unasked is cleaned on request. */
export async function lookAt(pages: readonly RealRepost[]): Promise<Looks[]> {
  const script = await bundle('tests/bench/litter/lines.page.ts');
  const rig = await Rig.start('chromium', { extension: null });
  const seenIn = (tab: Page) => tab.evaluate(`(() => { ${script}; return bench.look(); })()`) as Promise<SeenPage>;
  try {
    const before: SeenPage[] = [];
    for (const page of pages) {
      const tab = await openReal(rig.browser, page);
      before.push(await seenIn(tab));
      await tab.close();
    }
    await rig.install();
    const looks: Looks[] = [];
    for (const [i, page] of pages.entries()) {
      const tab = await openReal(rig.browser, page);
      await tab.bringToFront();
      const unasked = (await reportOf(rig, tab)).cleaning === 'cleaned';
      if (!unasked) await clean(rig, tab);
      looks.push({ before: before[i] as SeenPage, after: await seenIn(tab), unasked });
      await tab.close();
    }
    return looks;
  } finally {
    await rig.close();
  }
}

async function clean(rig: Rig, tab: Page): Promise<void> {
  await sendToPage(rig, tab, { type: 'clean' });
  await until(
    `${tab.url()} is cleaned`,
    () => sendToPage(rig, tab, { type: 'standing' }) as Promise<Standing>,
    ({ cleaning }) => cleaning === 'cleaned',
  );
}
