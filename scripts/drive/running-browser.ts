import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { parseSettings } from '../../src/settings/parse.ts';
import { same } from '../../src/settings/same.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { distOf, ROOT, type Target } from '../paths.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { install, launch } from './launch.ts';
import type { Site } from './site.ts';
import { speak } from './speak.ts';
import { until } from './until.ts';
import { type Bidi, openFirefoxView, PuppeteerView, type View, type Work } from './view.ts';

export const FIXTURES = join(ROOT, 'tests/fixtures/site');

export interface RigOptions {
  /** Command line arguments for Chromium. */
  readonly chromiumArgs?: readonly string[];
  /** Prepares the site before the browser starts. */
  readonly site?: (site: Site) => void;
  /** A folder with a built extension instead of `dist/`; `null` for a browser without one, at first. */
  readonly extension?: string | null;
  /** The language that the extension speaks instead of the browser's; with `alter`, other words than its own. */
  readonly language?: string;
  readonly alter?: Parameters<typeof speak>[2];
  /** Changes the rig's own copy of the built extension before it is installed. */
  readonly prepare?: (folder: string) => void;
  /** With a window. */
  readonly visible?: boolean;
}

/** What a tab shows, as far as it can be asked. */
export interface Shown {
  url(): string;
  evaluate(expression: string): Promise<unknown>;
}

/** A browser with the extension in it, and the pages that it finds: their life, and how to reach them. */
export class RunningBrowser {
  readonly target: Target;
  readonly site: Site;
  readonly #folder = mkdtempSync(join(tmpdir(), 'clean-copy-'));
  #options: RigOptions;
  #browser!: Browser;
  #origin = '';
  #api: View | undefined;

  constructor(target: Target, site: Site, options: RigOptions) {
    this.target = target;
    this.site = site;
    this.#options = options;
  }

  /** Starts the browser with the extension and waits until its content script is registered. */
  async begin(): Promise<void> {
    const { extension } = this.#options;
    this.#furnish();
    try {
      await this.#launch();
      if (extension !== null) await this.install(extension);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Gives the site its pages. */
  #furnish(): void {
    this.site.clear();
    this.site.host('akhbar.test', FIXTURES);
    this.#options.site?.(this.site);
  }

  /**
   * Makes a browser that runs as good as new: one blank tab, nothing stored, another site, the extension installed again.
   * Most preferences, permissions and arguments of the browser itself stay as they are.
   * @param options as for {@link start}; `chromiumArgs` and `visible` have no effect any more
   */
  async reset(options: RigOptions = {}): Promise<void> {
    this.#options = options;
    await this.#closeTabs();
    // What the background is about to write, it no longer does: the settings would come back from there.
    await this.api('browser.storage.local.set({ sync: false }).then(() => 0)');
    // Chromium's driver may never see a service worker again that was ended like this.
    if (this.target === 'firefox') await this.killBackground();
    await this.api(`(async () => {
      // The other way round, settings would come back from there.
      await browser.storage.sync?.clear();
      await browser.storage.local.clear();
      const gone = ({ name }) => new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = () => resolve(0);
        deleting.onerror = () => reject(deleting.error);
      });
      await Promise.all((await indexedDB.databases()).map(gone));
      return 0;
    })()`);
    this.#furnish();
    rmSync(this.extension, { recursive: true });
    await this.install(options.extension ?? undefined);
    // The background that has gone may have written once more.
    const { settings } = parseSettings(await this.api<Record<string, unknown>>('browser.storage.local.get()'));
    if (!same(settings, DEFAULTS))
      throw new Error(`settings came back after storage was cleared: ${JSON.stringify(settings)}`);
  }

  /** Closes all windows but one, and all tabs but a blank one. */
  async #closeTabs(): Promise<void> {
    this.#api = undefined;
    if (this.target === 'firefox') return this.firefox.closeTabs();
    const blank = await this.#browser.newPage();
    const others = (await this.#browser.pages()).filter((page) => page !== blank);
    await Promise.all(others.map((page) => page.close()));
  }

  async #launch(): Promise<void> {
    const { chromiumArgs = [], visible = false } = this.#options;
    this.#api = undefined;
    this.#browser = await launch(this.target, {
      headless: !visible,
      site: this.site,
      alone: !visible,
      profile: this.#profile,
      args: this.target === 'chromium' ? chromiumArgs : [],
    });
  }

  /** Installs a built extension, or the one that the rig has already, and waits until its content script is registered. */
  async install(folder?: string): Promise<void> {
    const { language, alter, prepare } = this.#options;
    this.#api = undefined;
    if (folder || !existsSync(this.extension)) {
      cpSync(folder ?? distOf(this.target), this.extension, { recursive: true });
      if (language) speak(this.extension, language, alter);
      prepare?.(this.extension);
    }
    this.#origin = await install(this.target, this.#browser, this.extension);
    await this.isThere();
    // Somebody is looking.
    if (this.#options.visible) await this.closeApi();
  }

  /**
   * Installs somebody else's built extension beside whatever is there.
   * @throws where the browser cannot load it, in one line
   */
  async installOther(folder: string): Promise<void> {
    await this.#browser.installExtension(folder).catch((error: Error) => {
      throw new Error(`${this.target} cannot load ${folder}: ${error.message.split('\n')[0]}`);
    });
  }

  /** Waits until the extension that has just come, or come back, has registered its content script. */
  async isThere(): Promise<void> {
    const registered = 'browser.scripting.getRegisteredContentScripts().then((all) => all.length)';
    await until('content scripts are registered', async () => {
      try {
        return await this.api<number>(registered);
      } catch {
        // The page that was asked went with the extension as it was before.
        this.#api = undefined;
        return 0;
      }
    });
  }

  /** The page that {@link api} works in went with the extension. */
  forgetApi(): void {
    this.#api = undefined;
  }

  /** Closes the page that {@link api} works in, until it is needed again. */
  async closeApi(): Promise<void> {
    const api = this.#api;
    this.#api = undefined;
    await api?.close();
  }

  get #profile(): string {
    return join(this.#folder, 'profile');
  }

  /** The rig's own copy of the built extension. */
  get extension(): string {
    return join(this.#folder, 'extension');
  }

  get browser(): Browser {
    return this.#browser;
  }

  /** Of the extension's pages: `chrome-extension://…`, no slash at the end. */
  get origin(): string {
    return this.#origin;
  }

  /** Firefox alone: the driver's connection. */
  get bidi(): Bidi {
    return (this.#browser as unknown as { connection: Bidi }).connection;
  }

  /** Firefox alone: its own window. */
  get firefox(): FirefoxWindow {
    return new FirefoxWindow(this.bidi);
  }

  /** Opens a tab and, unless told otherwise, waits for the load event. */
  async open(url: string, waitUntil: 'load' | 'domcontentloaded' = 'load'): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.goto(url, { waitUntil });
    return page;
  }

  /** A page of the extension in a tab of its own, such as `options.html`. */
  async extensionPage(path: string): Promise<View> {
    const url = `${this.#origin}/${path}`;
    if (this.target === 'firefox') return openFirefoxView(this.bidi, url);
    const page = await this.#browser.newPage();
    await page.goto(url);
    return new PuppeteerView(page);
  }

  /**
   * Evaluates where the extension's APIs are, as `browser.…`: in an options page that is kept open for this.
   * Clicks are granted (`permissions.request` works in Firefox).
   */
  async api<T, A extends unknown[] = []>(work: Work<T, A>, ...args: A): Promise<T> {
    return (await this.apiView()).evaluate(work, ...args);
  }

  /** The page that {@link api} works in. */
  async apiView(): Promise<View> {
    const path = 'options.html';
    this.#api ??= await (this.target === 'firefox'
      ? openFirefoxView(this.bidi, `${this.#origin}/${path}`, true)
      : this.extensionPage(path));
    return this.#api;
  }

  /**
   * What the tab of a page shows now. When a prerendered page takes its place and the machine is busy, the driver gives the
   * page up; the tab is then asked over a session of its own.
   */
  async shownIn(page: Page): Promise<Shown> {
    if (!page.mainFrame().detached) return page;
    const target = page.target();
    const evaluate = async (expression: string) => {
      const session = await target.createCDPSession();
      const how = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', how);
      await session.detach();
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    };
    return { url: () => target.url(), evaluate };
  }

  /** The browser's id of a page's tab. */
  async tabId(page: Pick<Shown, 'url'>): Promise<number> {
    const id = await this.api<number | null>(
      `browser.tabs.query({}).then((tabs) => tabs.filter((tab) => tab.url === ${JSON.stringify(page.url())})
        .sort((a, b) => b.lastAccessed - a.lastAccessed)[0]?.id ?? null)`,
    );
    if (id === null) throw new Error(`no tab with ${page.url()}`);
    return id;
  }

  /**
   * Ends the browser and starts it again with the same profile: what was stored is still there.
   * @param meanwhile may change the profile's folder
   */
  async restart(meanwhile?: (profile: string) => void): Promise<void> {
    await this.#browser.close();
    await this.#startAgain(meanwhile);
  }

  /** The same as {@link restart}, but the browser has no time to end: its process is killed. */
  async crash(meanwhile?: (profile: string) => void): Promise<void> {
    const gone = new Promise((done) => this.#browser.process()?.once('exit', done));
    this.#browser.process()?.kill('SIGKILL');
    await gone;
    await this.#startAgain(meanwhile);
  }

  async #startAgain(meanwhile?: (profile: string) => void): Promise<void> {
    await until(
      'the driver has put the preferences of the profile back',
      () => readdirSync(this.#profile),
      (files) => !files.some((file) => file.endsWith('.puppeteer')),
    );
    meanwhile?.(this.#profile);
    await this.#launch();
    await this.install();
  }

  /** Stops the background at once, as the browser does when memory is short. */
  async killBackground(): Promise<void> {
    if (this.target === 'firefox') return this.firefox.endBackground();
    const session = await this.#browser.target().createCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    // One that ended when the extension was installed anew may be listed still.
    for (const { targetId } of targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith(this.#origin),
    ))
      await session.send('Target.closeTarget', { targetId }).catch((error: Error) => {
        // It may end by itself between the two messages.
        if (!error.message.includes('No target')) throw error;
      });
    await session.detach();
  }

  /** The browser has a newer version of the extension and puts it in the place of the one that runs. */
  async update(): Promise<void> {
    const path = join(this.extension, 'manifest.json');
    const manifest: { version: string } = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
    await this.install();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.site.close();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
