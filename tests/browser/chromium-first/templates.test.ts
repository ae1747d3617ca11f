/** Templates: written in the options, and what Copy and Save make of them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import en from '../../../src/locales/en.json' with { type: 'json' };
import type { Settings } from '../../../src/settings/schema.ts';
import { violations } from '../axe.ts';
import { describeChromiumFirst, FIXTURES, picture, type Rig, until, type View } from '../rig.ts';
import { choose, waitForPopup } from '../visible.ts';

const HEADLINE = 'A library on wheels keeps four mountain valleys reading';

const stored = (rig: Rig) => rig.api<Partial<Settings>>(`browser.storage.local.get(['templates', 'ownTemplates'])`);
const fieldOf = (place: string) => `textarea[name=template-${place}]`;
const textIn = (view: View, place: string) =>
  view.evaluate<string>(`document.querySelector('${fieldOf(place)}')?.value ?? 'none'`);
const preview = (view: View) => view.evaluate<string>(`document.querySelector('.preview')?.innerText ?? ''`);

/** Puts a text into a field, as pasting does. */
const paste = (view: View, place: string, text: string) =>
  view.evaluate<boolean>(`(() => {
    const field = document.querySelector('${fieldOf(place)}');
    field.focus();
    field.value = ${JSON.stringify(text)};
    return field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);

async function openOptions(rig: Rig): Promise<View> {
  const view = await rig.extensionPage('options.html#general');
  await until('it is drawn', async () => (await preview(view)) !== '');
  return view;
}

describeChromiumFirst(
  'templates',
  (rig, target) => {
    const folder = mkdtempSync(join(tmpdir(), 'clean-copy-templates-'));
    const views: View[] = [];
    let page: Page;

    beforeAll(async () => {
      await rig().saveTo(folder);
      page = await rig().open('http://copy.test/repost-en');
    });
    afterEach(async () => {
      await Promise.all(views.splice(0).map((view) => view.close()));
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      await rig().api('browser.storage.sync.clear().then(() => browser.storage.local.clear())');
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const options = async () => {
      const view = await openOptions(rig());
      views.push(view);
      return view;
    };
    /** The popup, which keeps what it copies where the test can read it. */
    const popup = async () => {
      const view = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      views.push(view);
      await waitForPopup(view);
      await view.evaluate(`(navigator.clipboard.writeText = ((write) => (copied) => {
        document.body.dataset.copied = copied;
        return write(copied);
      })(navigator.clipboard.writeText.bind(navigator.clipboard)), 0)`);
      return view;
    };
    const copied = async (view: View, name: string) => {
      await view.evaluate(`(document.body.dataset.copied = '', 0)`);
      await choose(view, name);
      return until('it is copied', () => view.evaluate<string>('document.body.dataset.copied'));
    };
    const says = (view: View, text: string) =>
      until(text, () =>
        view.evaluate((wanted) => document.querySelector<HTMLElement>('[role=status]')?.innerText === wanted, text),
      );
    const saved = () =>
      until(
        'a file arrives',
        () => {
          const name = readdirSync(folder).find((file) => file.endsWith('.md'));
          return name ? { name, text: readFileSync(join(folder, name), 'utf8') } : { name: '', text: '' };
        },
        ({ text }) => text !== '',
      );

    test('a wrong one says where and is kept as it was typed; Copy and Save use the standard one and say so', async () => {
      const view = await options();
      await view.click('input[name=templates][value=own]');
      await until('the fields are there', async () => (await textIn(view, 'text')).startsWith('{{heading}}'));
      await paste(view, 'text', '> {{content}}\n\n{{titel}}');
      await until(
        'it is stored',
        () => stored(rig()),
        ({ ownTemplates }) => ownTemplates?.text === '> {{content}}\n\n{{titel}}',
      );
      const fault = await view.evaluate<string>(`document.querySelector('button[name=fault-text]').innerText`);
      expect(fault).toMatch(/^Line 3, column 3 .*title, author/);
      expect(await preview(view)).toContain('\n# ');
      await view.click('button[name=fault-text]');
      const marked = `(({ activeElement: { value, selectionStart, selectionEnd } }) =>
        value.slice(selectionStart, selectionEnd))(document)`;
      expect(await view.evaluate(marked)).toBe('titel');
      await view.click('.variables > summary');
      for (const width of [320, 1280]) {
        await view.resize(width, 1000);
        expect(await violations(view)).toEqual([]);
        expect(
          await view.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
        ).toBe(true);
        await picture(`options-${target}-templates-${width}`, view);
      }

      const again = await options();
      expect(await textIn(again, 'text')).toBe('> {{content}}\n\n{{titel}}');

      const over = await popup();
      const text = await copied(over, 'copy-markdown');
      await says(over, en.popup_copied_standard);
      expect(text).toMatch(new RegExp(`^# ${HEADLINE}\n\n`));
      await choose(over, 'save-markdown');
      expect((await saved()).text).toContain(`\n# ${HEADLINE}\n`);
      await says(over, en.popup_saved_standard);
      await choose(over, 'copy-quote');
      await says(over, en.popup_copied);
    });

    test('what is written with the keyboard is in the next copy and file', async () => {
      const view = await options();
      await view.click('input[name=templates][value=own]');
      await until('the fields are there', async () => (await textIn(view, 'fileName')) === '{{title}}');
      await view.evaluate(`(document.querySelector('${fieldOf('fileName')}').select(), 0)`);
      for (const key of '{{site}} {{published:YYYY}}') await view.press(key);
      await until('the preview follows', async () => (await preview(view)).includes('quickfeed.example 2026.md'));
      await paste(view, 'frontMatter', 'headline: {{title}}\ntags: [news, {{site}}]\nread: {{date:YYYY-MM-DD}}');
      await paste(view, 'text', '**{{title}}** ({{url}})\n\n{{content}}');
      await until(
        'it is stored',
        () => stored(rig()),
        ({ ownTemplates }) => ownTemplates?.text?.startsWith('**') === true && ownTemplates.fileName !== '{{title}}',
      );

      const over = await popup();
      const text = await copied(over, 'copy-markdown');
      await says(over, en.popup_copied);
      expect(text).toMatch(new RegExp(`^\\*\\*${HEADLINE}\\*\\* \\(http://copy.test/repost-en\\)\n\n[^]*The red bus`));
      expect(text).not.toContain('Original:');
      expect(await copied(over, 'copy-text')).toMatch(new RegExp(`^\\*\\*${HEADLINE}\\*\\* `));
      await choose(over, 'save-markdown');
      const file = await saved();
      expect(file.name).toMatch(/^copy\.test \d{4}\.md$/);
      const [, matter = '', body = ''] = file.text.split(/^---$/m);
      const now = new Date();
      const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
      expect(parse(matter)).toEqual({ headline: HEADLINE, tags: ['news', 'copy-test'], read: today });
      expect(body.trim()).toBe(text.trim());
    });

    test('Obsidian has properties and a tag, plain has neither; what was written before is there again', async () => {
      await rig().api(`browser.storage.local.set({ templates: 'own', ownTemplates: { text: 'mine {{' } })`);
      const view = await options();
      await view.click('input[name=templates][value=plain]');
      await until('the preview follows', async () => !(await preview(view)).includes('---'));
      await view.click('input[name=templates][value=own]');
      await until('it is there again', async () => (await textIn(view, 'text')) === 'mine {{');
      await view.click('input[name=templates][value=obsidian]');
      await until('the preview follows', async () => (await preview(view)).includes('clippings'));

      await choose(await popup(), 'save-markdown');
      const { name, text } = await saved();
      expect(name).toBe(`${HEADLINE}.md`);
      const [, matter = '', body = ''] = text.split(/^---$/m);
      expect(parse(matter)).toMatchObject({
        title: HEADLINE,
        copied_from: 'http://copy.test/repost-en',
        created: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        tags: ['clippings'],
      });
      expect(body).not.toContain(`# ${HEADLINE}`);

      await rig().api(`browser.storage.local.set({ templates: 'plain' })`);
      expect(await copied(await popup(), 'copy-text')).toMatch(
        new RegExp(`^${HEADLINE}\n\nThe red bus[\\s\\S]*\n\nhttps?://\\S+\n$`),
      );
    });
  },
  { site: (site) => site.host('copy.test', FIXTURES) },
);
