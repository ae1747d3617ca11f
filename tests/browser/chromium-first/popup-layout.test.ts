/** The popup's page in a tab: axe finds nothing, and nothing is cut, in any look and at any width. */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { violations } from '../axe.ts';
import { layoutFaults } from '../layout-faults.ts';
import { describeChromiumFirst, FIXTURES, picture, type View } from '../rig.ts';
import { unfold, waitForPopup } from '../visible.ts';

describeChromiumFirst(
  'layout of the popup',
  (rig, target) => {
    const opened: (Page | View)[] = [];
    const open = async (url: string) => {
      const page = await rig().open(url);
      opened.push(page);
      return page;
    };
    const tab = async (page: Page) => {
      const view = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      opened.push(view);
      await waitForPopup(view);
      return view;
    };
    afterEach(async () => {
      for (const closing of opened.splice(0).reverse()) await closing.close().catch(() => {});
    });

    test.each(['light', 'dark'] as const)('axe finds nothing, in %s', async (scheme) => {
      const repost = await tab(await open('http://twelve.test/repost-ar'));
      await rig().colourScheme(repost, scheme);
      await unfold(repost);
      expect(await violations(repost)).toEqual([]);
      await picture(`popup-real/${target}-axe-${scheme}`, repost);
      const empty = await tab(await open('http://twelve.test/category'));
      await rig().colourScheme(empty, scheme);
      expect(await violations(empty)).toEqual([]);
    });

    test('nothing is cut at any width, and no line begins with a full stop', async () => {
      const view = await tab(await open('http://thirteen.test/repost-en'));
      await view.resize(500, 600);
      for (let width = 320; width <= 460; width += 5) {
        await view.evaluate(`document.body.style.width = '${width}px'`);
        expect([width, await layoutFaults(view)]).toEqual([width, []]);
      }
    });

    test('fits into 320 pixels, and under a magnifying glass', async () => {
      for (const name of ['repost-ar', 'repost-en', 'category']) {
        const view = await tab(await open(`http://thirteen.test/${name}`));
        for (const width of [320, 256]) {
          await view.resize(width, 600);
          const [content, inner] = await view.evaluate<[number, number]>(
            '[document.documentElement.scrollWidth, innerWidth]',
          );
          expect(content, `${name} at ${width}`).toBeLessThanOrEqual(inner);
        }
        await picture(`popup-real/${target}-${name}-256`, view);
      }
    });
  },
  { site: (site) => void ['twelve.test', 'thirteen.test'].forEach((host) => void site.host(host, FIXTURES)) },
);
