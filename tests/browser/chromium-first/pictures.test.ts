/** The article's pictures, taken along as links: nothing of ours ever asks for one. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applySettings } from '../page-helpers.ts';
import { describeChromiumFirst, until, type View } from '../rig.ts';
import { choose, waitForPopup } from '../visible.ts';

const PROSE = [
  'The oyster beds off the Lower Wharf have been empty since the winter of the long frost, when the ice took the last of the frames away.',
  'Two sisters who grew up over the chandler’s shop now set out new frames, each with some four hundred young oysters on old rope.',
  'Whether the beds will ever feed the town again nobody can say, but the water is clearer than it was, and eels have come back.',
  'The harbour office has lent them a boat, and the school sends a class on each second Friday to count what has grown since.',
];
const [first, second, third, fourth] = PROSE.map((words) => `<p>${words}</p>`);
const PAGE = `<!doctype html><html lang="en"><head><title>Oysters for the Lower Wharf</title></head><body><article><h1>Oysters for the Lower Wharf</h1>
${first}<figure><img src="/small.svg" srcset="/small.svg 200w, /largest.svg 2000w" sizes="100px" width="200" height="100" alt="Frames at low tide"><figcaption>Frames at <b>low tide</b></figcaption></figure>
${second}<div style="margin-top:6000px"></div><img loading="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/boat.svg" alt="The boat">${third}
<div><noscript><img src="/unscripted.svg?a=1&amp;b=2" alt="Eels"></noscript></div><img src="/pixel.gif" width="1" height="1" alt="">${fourth}</article></body></html>`;
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="teal"/></svg>';
/** Nobody but us could ask for these: the page shows them to nobody. */
const UNASKED = /largest|boat\.svg|unscripted/;

describeChromiumFirst(
  'pictures',
  (rig) => {
    const folder = mkdtempSync(join(tmpdir(), 'clean-copy-pictures-'));
    let view: View;

    beforeAll(async () => {
      await rig().saveTo(folder);
      const page = await rig().open('http://oysters.test/frames');
      view = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      await waitForPopup(view);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const saved = async (name: string): Promise<string> => {
      await choose(view, name);
      const file = await until(
        'a file arrives',
        () => readdirSync(folder).find((one) => /\.(?:md|html)$/.test(one) && statSync(join(folder, one)).size > 0),
        Boolean,
      );
      const text = readFileSync(join(folder, file as string), 'utf8');
      rmSync(join(folder, file as string));
      return text;
    };
    const asked = () => rig().site.requests.filter((request) => UNASKED.test(request));

    test('stand in Markdown where they stand on the page, the largest of each', async () => {
      const text = await saved('save-markdown');
      expect(text).toContain(
        `${PROSE[0]}\n\n![Frames at low tide](http://oysters.test/largest.svg)  \nFrames at **low tide**\n\n${PROSE[1]}\n\n![The boat](http://oysters.test/boat.svg)\n\n${PROSE[2]}\n\n![Eels](http://oysters.test/unscripted.svg?a=1&b=2)\n\n${PROSE[3]}`,
      );
      expect(text).not.toMatch(/pixel|data:/);
    });

    test('stand in a saved page as figures', async () => {
      expect(await saved('save-html')).toContain(
        '<figure><img src="http://oysters.test/largest.svg" alt="Frames at low tide"><figcaption>Frames at <strong>low tide</strong></figcaption></figure>',
      );
    });

    test('are in no page of ours, and nobody asks for them', async () => {
      await choose(view, 'copy-quote');
      await until('it was copied', () =>
        view.evaluate<boolean>(`/./.test(document.querySelector('.news')?.innerText ?? '')`),
      );
      const id = await view.evaluate<string>(`new URLSearchParams(location.search).get('tab')`);
      const paper = await rig().extensionPage(`popup.html?print=${id}`);
      const words = await until(
        'the article is there',
        () => paper.evaluate<string>('document.body.innerText'),
        (text) => text.includes('eels have come back'),
      );
      expect(words).not.toContain('low tide');
      expect(await paper.evaluate<number>(`document.querySelectorAll('img, picture, svg').length`)).toBe(0);
      await paper.close();
      expect(asked()).toEqual([]);
    });

    test('stay behind where the reader says so', async () => {
      await applySettings(rig(), { pictures: false });
      const path = await view.evaluate<string>('location.pathname + location.search');
      await view.close();
      view = await rig().extensionPage(path.slice(1));
      await waitForPopup(view);
      const text = await saved('save-markdown');
      expect(text).toContain('eels have come back');
      expect(text).not.toMatch(/!\[|low tide/);
    });
  },
  {
    site: (site) => {
      site.page('http://oysters.test/frames', PAGE);
      site.page('http://oysters.test/small.svg', SVG, { 'content-type': 'image/svg+xml' });
    },
  },
);
