import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Target } from '../paths.ts';
import { type RigOptions, RunningBrowser, type Shown } from './running-browser.ts';
import { Site } from './site.ts';
import { until } from './until.ts';
import { FirefoxPopup, type FirefoxView, PuppeteerView, type View } from './view.ts';

export { FIXTURES, type RigOptions } from './running-browser.ts';

/** The repost that is shown to those who try the extension. */
export const DEMO = 'http://akhbar.test/repost-ar.html';

/** A browser with the extension in it, and what a reader does there. */
export class Rig extends RunningBrowser {
  /** Starts a browser with the extension and waits until its content script is registered. */
  static async start(target: Target, options: RigOptions = {}): Promise<Rig> {
    const rig = new Rig(target, await Site.start(), options);
    await rig.begin();
    return rig;
  }

  /** Text on the toolbar button while `page` is shown. */
  async badge(page: Pick<Shown, 'url'>): Promise<string> {
    return this.api<string>(`browser.action.getBadgeText({ tabId: ${await this.tabId(page)} })`);
  }

  /**
   * Brings `page` to the front and opens the toolbar popup over it.
   * @param pressed as a press on the button does, which lets the extension into the page; otherwise by the API
   */
  async popup(page: Page, pressed?: 'pressed'): Promise<View> {
    const url = `${this.origin}/popup.html`;
    const api = await this.apiView();
    await page.bringToFront();
    await until('the page is in front', () => page.evaluate(() => document.visibilityState === 'visible'));
    // Extensions hear of it a moment later. Where access is withheld, they do not see the address.
    await until(
      'the tab is the active one',
      () =>
        this.api<string | null>(
          'browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab?.url ?? null)',
        ),
      (url) => url === null || url === page.url(),
    );
    if (this.target === 'firefox') {
      const popup = new FirefoxPopup(this.bidi, api as FirefoxView);
      const open = () =>
        pressed ? this.firefox.pressButton() : api.evaluate('browser.action.openPopup().then(() => 0)');
      // A busy Firefox now and then closes the panel again before it was shown.
      await until('the popup is open', async () => {
        await open();
        return until('the popup is open', () => popup.isOpen(), Boolean, 5000).catch(() => false);
      });
      return popup;
    }
    const opened = this.browser.waitForTarget((target) => target.url() === url, { timeout: 10_000 });
    if (pressed) {
      const extension = (await this.browser.extensions()).get(new URL(this.origin).host);
      await extension?.triggerAction(page);
    } else await this.api('browser.action.openPopup().then(() => 0)');
    const view = new PuppeteerView(await (await opened).asPage());
    await until(
      'the popup is loaded',
      () => view.evaluate<string>('document.readyState'),
      (state) => state === 'complete',
    );
    return view;
  }

  /** What is saved from now on goes into a folder without a question; printing does nothing. */
  async saveTo(folder: string): Promise<void> {
    if (this.target === 'firefox') return this.firefox.saveTo(folder);
    const session = await this.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  }

  /** A click opens the browser's dialogue for a file, in which one is chosen. */
  async choose(view: View, selector: string, file: string): Promise<void> {
    if (view instanceof PuppeteerView) {
      const [chooser] = await Promise.all([view.page.waitForFileChooser(), view.click(selector)]);
      await chooser.accept([file]);
      return;
    }
    await this.firefox.chooseNext(file);
    await view.click(selector);
  }

  /** Dark or light for a page and, in Firefox, for every other one too; done when the page has heard of it. */
  async colourScheme(page: Page | View, scheme: 'dark' | 'light'): Promise<void> {
    if (this.target === 'chromium') {
      const inner = page instanceof PuppeteerView ? page.page : (page as Page);
      await inner.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    } else await this.firefox.colourScheme(scheme);
    const isHeard = `matchMedia('(prefers-color-scheme: ${scheme})').matches`;
    await until(`the page is ${scheme}`, () => (page as View).evaluate<boolean>(isHeard));
  }

  /** The reader disables the extension, or enables it again. */
  async setEnabled(on: boolean): Promise<void> {
    if (this.target === 'firefox') await this.firefox.setEnabled(on);
    else await this.#inExtensionsPage(`chrome.management.setEnabled('${new URL(this.origin).host}', ${on})`);
    this.forgetApi();
    if (on) await this.isThere();
  }

  /** The reader lets the extension into private windows. */
  async allowPrivate(): Promise<void> {
    if (this.target === 'firefox') await this.firefox.allowPrivate();
    else {
      const extensionId = new URL(this.origin).host;
      const wanted = JSON.stringify({ extensionId, incognitoAccess: true });
      // Otherwise the browser would not start again what no store has.
      await this.#inExtensionsPage(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`);
      await this.#inExtensionsPage(`chrome.developerPrivate.updateExtensionConfiguration(${wanted})`);
    }
    await until('private windows are allowed', async () => {
      await this.isThere();
      return this.api<boolean>('browser.extension.isAllowedIncognitoAccess()').catch(() => false);
    });
  }

  /** Opens the context menu at a place of a page and chooses the extension's entry. In Chromium the menu itself cannot be reached: there its event is fired. @param openMs for how long the menu is open */
  async chooseFromMenu(page: Page, entry: string, { x, y }: { x: number; y: number }, openMs = 0): Promise<void> {
    await page.mouse.click(x, y, { button: 'right' });
    await new Promise((done) => setTimeout(done, openMs));
    if (this.target === 'chromium') return this.#fire(page, 'contextMenus.onClicked', { menuItemId: entry });
    await until('the menu is open', () => this.firefox.chooseFromMenu(entry));
  }

  /** The reader presses the keys of a command. No driver's keys get as far as the browser's own: it is told of them. */
  async command(page: Page, name: string): Promise<void> {
    if (this.target === 'chromium') return this.#fire(page, 'commands.onCommand', name);
    const names = Object.keys(JSON.parse(readFileSync(join(this.extension, 'manifest.json'), 'utf8')).commands);
    await this.firefox.pressKeys(names.indexOf(name));
  }

  /** Has the background hear one of the browser's events, about the tab of a page. */
  async #fire(page: Page, event: string, about: unknown): Promise<void> {
    const id = await this.tabId(page);
    // Wakes the background, which may sleep.
    await this.api(`browser.runtime.sendMessage({ type: 'recall', tabId: ${id} }).then(() => 0, () => 0)`);
    // A worker that was spoken to stays listed when its extension is installed anew, and never answers: the last one lives.
    const target = await until('the background is there', () =>
      this.browser
        .targets()
        .findLast((one) => one.type() === 'service_worker' && one.url().startsWith(`${this.origin}/`)),
    );
    await (await target?.worker())?.evaluate(
      `chrome.tabs.get(${id}).then((tab) => browser.${event}.dispatch(${JSON.stringify(about)}, tab))`,
    );
  }

  /** Evaluates where Chromium lets its reader manage extensions. */
  async #inExtensionsPage(expression: string): Promise<void> {
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(`Promise.resolve(${expression}).then(() => 0)`);
    await page.close();
  }
}
