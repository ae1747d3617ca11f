/**
 * No request, ever: everything that can be pressed in our pages is pressed, while all that both browsers ask of the network
 * is written down.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, onTestFinished } from 'vitest';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { applySettings } from './page-helpers.ts';
import { type BrowserOptions, FIXTURES, type Rig, until, type View } from './rig.ts';

/** What browsers ask of their makers, with us or without us. */
const BROWSERS_OWN =
  /^(?:CONNECT |(?:GET|POST) http:\/\/)[\w.-]+\.(?:google|googleapis|gstatic|firefox|mozilla)\.(?:com|net|org)[:/]/;
/** What the pages of this test ask for: themselves, what they hold, and their host's icon. */
const PAGES_OWN =
  /^GET http:\/\/(?:use|find|pick|last)\.test\/(?:|repost-en|repost|pick|theme\.css|picture-library\.svg|favicon\.ico)$/;

/** Presses that go to the web because the reader wants to, each with where it goes. Pressed at the end, by themselves. */
export const TO_THE_WEB = { 'open-original': 'thehighlandpost.example', 'find-original': 'search.test' } as const;

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

/** A reader who presses everything, with a folder for what is saved. For the time of one test. */
export async function makePresser(rig: Rig) {
  const folder = mkdtempSync(join(tmpdir(), 'clean-copy-saved-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await rig.saveTo(folder);
  const start = rig.site.requests.length;
  /** What our pages and scripts, or the pages of this test, have asked for. */
  const asked = () => rig.site.requests.slice(start).filter((request) => !BROWSERS_OWN.test(request));

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
      await rig.api(ASK_AGAIN);
    }
    await view.close().catch(() => undefined);
    return pressed;
  };
  const openView = async (path: string): Promise<View> => {
    const view = await rig.extensionPage(path);
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
  /** The address of the popup over a page, with the settings put back. */
  const popupOver = (page: Page) => async () => {
    await applySettings(rig, { ...DEFAULTS, remember: 'on', search: 'https://search.test/?q=%s' });
    return `popup.html?tab=${await rig.tabId(page)}`;
  };

  /** What was asked for that is none of the pages' own, from the given request on. */
  const askedOfTheWeb = (from = 0) =>
    asked()
      .slice(from)
      .filter((request) => !PAGES_OWN.test(request));
  /** What was asked for before has been heard of when the request of this has. */
  const expectNothingAsked = async () => {
    await rig.open('http://last.test/');
    await until('the last request', () => asked().some((request) => request.includes('last.test')));
    expect(askedOfTheWeb()).toEqual([]);
  };
  return { folder, asked, askedOfTheWeb, expectNothingAsked, pressAll, openView, bring, popupOver };
}

/** A browser of its own: all it asks for is counted. */
export const ALONE: BrowserOptions = { own: true, site: (site) => site.host('use.test', FIXTURES) };
