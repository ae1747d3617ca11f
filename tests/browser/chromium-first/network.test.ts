/**
 * No request, ever: everything that can be pressed in our pages is pressed, and everything else is used, while all that
 * both browsers ask of the network is written down.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { applySettings, fixture, isVisible, reportOf, sendToPage, visibleText } from '../page-helpers.ts';
import { describeChromiumFirst, FIXTURES, until, type View } from '../rig.ts';
import { SECTION_IDS } from '../sections.ts';
import { choose, waitForControl } from '../visible.ts';

declare const browser: typeof import('webextension-polyfill');

/** What browsers ask of their makers, with us or without us. */
const BROWSERS_OWN =
  /^(?:CONNECT |(?:GET|POST) http:\/\/)[\w.-]+\.(?:google|googleapis|gstatic|firefox|mozilla)\.(?:com|net|org)[:/]/;
/** What the pages of this test ask for: themselves, what they hold, and their host's icon. */
const PAGES_OWN =
  /^GET http:\/\/(?:use|find|pick|last)\.test\/(?:|repost-en|repost|pick|theme\.css|picture-library\.svg|favicon\.ico)$/;

/** Presses that go to the web because the reader wants to, each with where it goes. Pressed at the end, by themselves. */
const TO_THE_WEB = { 'open-original': 'thehighlandpost.example', 'find-original': 'search.test' } as const;

const picking = `<!doctype html><html lang="en"><title>Seagrass</title><main><h1>Seagrass returns to the bay</h1>
  <div class="promo"><p>Win a boat</p></div>${'<p>The divers planted the seagrass by hand, and told at some length what came to live in it.</p>'.repeat(6)}</main></html>`;

/** Two round trips, after those that a press has begun. */
const ASK_AGAIN = `browser.storage.local.get('look')
  .then(() => browser.runtime.sendMessage({ type: 'recall', tabId: 0 })).then(() => 0, () => 0)`;

/** What can be pressed by now and was not yet: its name, and how it is found. */
function nextOf(pressed: readonly string[]): string | null {
  const css = 'button, summary, input[type=checkbox], input[type=radio], select';
  for (const element of document.querySelectorAll<HTMLInputElement>(css)) {
    const words = element.getAttribute('aria-label') ?? element.closest('label')?.innerText ?? element.innerText;
    const name = `${element.localName} ${element.name ?? ''} ${element.value ?? ''} ${words}`
      .replace(/\s+/g, ' ')
      .trim();
    if (pressed.includes(name) || element.disabled) continue;
    // A click in a menu closes it.
    if (!element.checkVisibility()) element.closest('.menu')?.querySelector('button')?.click();
    if (!element.checkVisibility()) {
      if (element.closest('.menu')) return '';
      continue;
    }
    for (const old of document.querySelectorAll('[data-next]')) old.removeAttribute('data-next');
    element.setAttribute('data-next', '');
    return name;
  }
  return null;
}

describeChromiumFirst(
  'the network',
  (rig) => {
    test('nothing of ours asks it for anything, whatever is used', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'clean-copy-saved-'));
      await rig().saveTo(folder);
      const start = rig().site.requests.length;
      const asked = () =>
        rig()
          .site.requests.slice(start)
          .filter((request) => !BROWSERS_OWN.test(request));

      /** Presses everything on a page of ours, also what comes up by pressing. A page that has closed is opened again. */
      const pressAll = async (path: () => Promise<string>): Promise<string[]> => {
        const pressed: string[] = [];
        let view = await openView(await path());
        for (;;) {
          const next = await view.evaluate(nextOf, pressed as readonly string[]).catch(() => 'gone');
          if (next === null) break;
          // A menu opens.
          if (next === '') continue;
          if (next === 'gone') {
            view = await openView(await path());
            continue;
          }
          pressed.push(next);
          if (Object.keys(TO_THE_WEB).some((name) => next.includes(name))) continue;
          // A tab that another one covers cannot be clicked in, or draws nothing.
          await view.show().catch(() => undefined);
          await view.click('[data-next]').catch(() => undefined);
          // Whatever it does has begun when storage and the background have answered once more. It may have closed the page.
          await view.evaluate(ASK_AGAIN).catch(() => undefined);
          await rig().api(ASK_AGAIN);
        }
        await view.close().catch(() => undefined);
        return pressed;
      };
      const openView = async (path: string): Promise<View> => {
        const view = await rig().extensionPage(path);
        await until('it is drawn', () => view.evaluate<boolean>(`document.querySelector('main, h1') !== null`));
        // The browser would ask for a file.
        await view.evaluate(`(HTMLInputElement.prototype.click = () => undefined, 0)`);
        return view;
      };
      const bring = async (path: string, selector: string, name: string, contents: string) => {
        const view = await openView(path);
        await view.evaluate(
          (css: string, file: string, words: string) => {
            const files = new DataTransfer();
            files.items.add(new File([words], file));
            const input = document.querySelector(css) as HTMLInputElement;
            input.files = files.files;
            return input.dispatchEvent(new Event('change', { bubbles: true }));
          },
          selector,
          name,
          contents,
        );
        return view;
      };
      const popupOver = (page: Page) => async () => {
        await applySettings(rig(), { ...DEFAULTS, remember: 'on', search: 'https://search.test/?q=%s' });
        return `popup.html?tab=${await rig().tabId(page)}`;
      };

      // The popup.
      await applySettings(rig(), { ...DEFAULTS, remember: 'on' });
      const page = await rig().open('http://use.test/repost-en');
      await page.bringToFront();
      await until('it is cleaned', async () => !(await visibleText(page)).includes('Leave a Reply'));
      const inPopup = await pressAll(popupOver(page));
      for (const name of ['copy-text', 'copy-markdown', 'copy-quote', 'save-markdown', 'save-html', 'print', 'why'])
        expect(inPopup.join('\n')).toContain(`button ${name} `);
      await until('two files are saved', () => readdirSync(folder).length >= 2);
      await until('it is printed', () =>
        rig().api<boolean>(`browser.tabs.query({}).then((tabs) => tabs.some(({ url }) => url?.includes('?print=')))`),
      );

      // The picker, as a reader uses it who hides something.
      const picked = await rig().open('http://pick.test/pick');
      await reportOf(rig(), picked);
      await rig().api(
        (tabId: number) =>
          browser.scripting
            .executeScript({ target: { tabId }, files: ['cleaner.js', 'correcting.js'] })
            .then(() => null),
        await rig().tabId(picked),
      );
      await picked.bringToFront();
      await sendToPage(rig(), picked, { type: 'pick', what: 'hide' });
      await until('the picker is open', () => picked.frames().length > 1);
      const boat = await picked.evaluate(() => {
        const { x, y } = document.querySelector('.promo p')?.getBoundingClientRect() ?? new DOMRect();
        return { x: x + 5, y: y + 5 };
      });
      await until('something is hidden', async () => {
        await picked.mouse.click(boat.x, boat.y);
        await picked.keyboard.press('Enter');
        return !(await isVisible(picked, '.promo p'));
      });

      // Options and history, with files that are brought and taken away.
      const inOptions: string[] = [];
      for (const id of SECTION_IDS) inOptions.push(...(await pressAll(async () => `options.html#${id}`)));
      for (const words of ['export', 'sync', 'copy-diagnostics', 'remember'])
        expect(inOptions.join('\n')).toContain(words);
      await until('the settings are saved', () => readdirSync(folder).some((name) => name.includes('settings')));
      const settings = {
        format: 'clean-copy-settings',
        version: 1,
        settings: { sites: { 'n.test': 'off' }, sync: true },
      };
      const options = await bring('options.html#backup', 'input[name=file]', 'mine.json', JSON.stringify(settings));
      await until('it is offered', () =>
        options.evaluate<boolean>(`!!document.querySelector('button[name=import-now]')`),
      );
      await options.click('button[name=import-now]');
      await until('the devices are in step', () =>
        rig().api<boolean>(`browser.storage.sync.get().then((all) => Object.keys(all).length > 0)`),
      );
      await options.close();

      await applySettings(rig(), { ...DEFAULTS, remember: 'on' });
      await page.reload();
      await page.bringToFront();
      const history = () => openView('history.html');
      let view = await history();
      await until('the article is remembered', async () => {
        await view.close();
        view = await history();
        return (await view.evaluate<string>('document.body.innerText')).includes('library on wheels');
      });
      await view.click('button[name=save]');
      const saved = await until('the memory is saved', () =>
        readdirSync(folder).find((name) => name.includes('memory') && name.endsWith('.json')),
      );
      await view.close();
      await pressAll(async () => 'history.html');
      const memory = readFileSync(join(folder, saved ?? ''), 'utf8');
      await (await bring('history.html', 'input[name=file]', 'mine.json', memory)).close();
      await pressAll(async () => 'welcome.html');
      await pressAll(async () => 'demo.html');

      // What was asked for before has been heard of when this one has.
      await rig().open('http://last.test/');
      await until('the last request', () => asked().some((request) => request.includes('last.test')));
      expect(asked().filter((request) => !PAGES_OWN.test(request))).toEqual([]);

      // What a reader presses to get to the web, goes there and nowhere else.
      const nameless = fixture('repost-en.html').replaceAll(/href="https:\/\/thehighlandpost[^"]*"/g, 'href="#"');
      rig().site.page('http://find.test/repost', nameless);
      const unnamed = await rig().open('http://find.test/repost');
      for (const [name, over] of [
        ['open-original', page],
        ['find-original', unnamed],
      ] as const) {
        await reportOf(rig(), over);
        const before = asked().length;
        const popup = await openView(await popupOver(over)());
        await waitForControl(popup, name);
        expect(
          asked()
            .slice(before)
            .filter((request) => !PAGES_OWN.test(request)),
        ).toEqual([]);
        await choose(popup, name);
        const went = () => [
          ...new Set(
            asked()
              .slice(before)
              .filter((request) => !PAGES_OWN.test(request)),
          ),
        ];
        await until(`${name} goes to ${TO_THE_WEB[name]}`, () => went().length);
        expect(went()).toEqual([`CONNECT ${TO_THE_WEB[name]}:443`]);
        await popup.close();
      }
      rmSync(folder, { recursive: true, force: true });
    }, 300_000);
  },
  {
    own: true,
    site: (site) => {
      site.host('use.test', FIXTURES).page('http://pick.test/pick', picking);
    },
  },
);
