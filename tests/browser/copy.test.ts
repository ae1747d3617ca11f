/** Taking the article along: each press in the popup, and what arrives. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachBrowser, FIXTURES, picture, until, type View } from './rig.ts';
import { choose } from './visible.ts';

const HEADLINE = 'A library on wheels keeps four mountain valleys reading';
const SOURCE = /https:\/\/[\w.]+\.example\/[^\s<>"]+/;

describeEachBrowser(
  'the article to take along',
  (rig, target) => {
    const folder = mkdtempSync(join(tmpdir(), 'clean-copy-saved-'));
    let page: Page;
    let view: View;

    beforeAll(async () => {
      await rig().saveTo(folder);
      page = await rig().open('http://copy.test/repost-en?utm_source=feed&fbclid=x1');
      view = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const saved = (ending: string) =>
      until(
        `a file .${ending} arrives`,
        () => {
          const name = readdirSync(folder).find((file) => file.endsWith(`.${ending}`));
          const file = name && join(folder, name);
          return file && existsSync(file) ? { name, text: readFileSync(file, 'utf8') } : null;
        },
        (file) => file !== null && file.text !== '',
      );

    test('a quotation goes as rich text with its source', async () => {
      await view.evaluate(() => {
        const write = navigator.clipboard.write.bind(navigator.clipboard);
        navigator.clipboard.write = async (items) => {
          await write(items);
          for (const type of ['text/html', 'text/plain'])
            document.body.dataset[type === 'text/html' ? 'html' : 'plain'] = await (
              await items[0]?.getType(type)
            )?.text();
        };
      });
      await choose(view, 'copy-quote');
      const [html = '', plain = ''] = await until(
        'it was copied',
        () => view.evaluate<string[]>(`[document.body.dataset.html ?? '', document.body.dataset.plain ?? '']`),
        ([, text]) => text !== '',
      );
      expect(html).toMatch(/^<blockquote cite="https:/);
      expect(html).toContain(HEADLINE);
      expect(html).not.toMatch(/\[ad_|Leave a Reply|<script|style=/);
      expect(html.match(/<img[^>]*/g)).toEqual([expect.stringContaining('/picture-library.svg" alt="A red bus')]);
      expect(plain).toMatch(SOURCE);
      await until('it says so', () =>
        view.evaluate<boolean>(`document.querySelector('[role=status]').innerText === 'Copied'`),
      );
    });

    test('a Markdown file has front matter', async () => {
      await choose(view, 'save-markdown');
      const { name, text } = (await saved('md')) as { name: string; text: string };
      expect(name).toBe(`${HEADLINE}.md`);
      expect(text).toMatch(/^---\ntitle: "A library on wheels/);
      expect(text).toContain(`\n# ${HEADLINE}\n`);
      expect(text).toMatch(SOURCE);
      expect(text).toMatch(/^copied_from: .*http:\/\/copy\.test\/repost-en\W*$/m);
      expect(text).not.toMatch(/\[ad_|ad_1|Leave a Reply|utm_|fbclid/);
    });

    test('a saved page is one clean file', async () => {
      await choose(view, 'save-html');
      const { name, text } = (await saved('html')) as { name: string; text: string };
      expect(name).toBe(`${HEADLINE}.html`);
      expect(text).toContain(`<h1>${HEADLINE}</h1>`);
      expect(text).toMatch(/<footer>.*https:/);
      expect(text).not.toMatch(/\[ad_|Leave a Reply|<script|<iframe|onclick/);
      expect(text.match(/<img[^>]*/g)).toEqual([expect.stringContaining('/picture-library.svg" alt="A red bus')]);
    });

    test('the clean article is shown to be printed', async () => {
      const id = await rig().tabId(page);
      await choose(view, 'print');
      const address = await until('a tab opens', () =>
        rig().api<string | null>(
          `browser.tabs.query({}).then((tabs) => tabs.map((tab) => tab.url ?? '').find((url) => url.includes('popup.html?print=')) ?? null)`,
        ),
      );
      expect(address).toContain(`popup.html?print=${id}`);
      // The same once more, where it can be looked at.
      const paper = await rig().extensionPage(`popup.html?print=${id}`);
      const [title, heading, source, all = ''] = await until(
        'the article is there',
        () =>
          paper.evaluate<string[]>(`[document.title, document.querySelector('h1')?.innerText ?? '',
            document.querySelector('footer a')?.href ?? '', document.body.innerText]`),
        ([, found]) => found !== '',
      );
      expect([title, heading]).toEqual([HEADLINE, HEADLINE]);
      expect(source).toMatch(SOURCE);
      expect(all).toContain('The red bus that climbs the Orrin pass every second Tuesday');
      expect(all).not.toMatch(/\[ad_|Leave a Reply/);
      await picture(`popup-real/${target}-print`, paper);
      await rig().api(`browser.tabs.query({}).then(async (tabs) => {
        await browser.tabs.remove(tabs.filter((tab) => tab.url?.includes('?print=')).map((tab) => tab.id));
        return 0;
      })`);
    });
  },
  { site: (site) => site.host('copy.test', FIXTURES) },
);
