import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { parseSettings } from '../../src/settings/parse.ts';
import { same } from '../../src/settings/same.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { geckoId } from '../manifest.ts';
import { distOf, ROOT, type Target } from '../paths.ts';
import { install, launch } from './launch.ts';
import { Site } from './site.ts';
import { speak } from './speak.ts';
import { until } from './until.ts';
import { type Bidi, FirefoxPopup, FirefoxView, openFirefoxView, PuppeteerView, type View, type Work } from './view.ts';

export const FIXTURES = join(ROOT, 'tests/fixtures/site');
/** The repost that is shown to those who try the extension. */
export const DEMO = 'http://akhbar.test/repost-ar.html';

/** The add-on as Firefox's own code has it. */
const ADDON = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager.getAddonByID('${geckoId()}')`;

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

export class Rig {
  readonly target: Target;
  readonly site: Site;
  readonly #folder: string;
  #options: RigOptions;
  #browser!: Browser;
  #origin = '';
  #api: View | undefined;

  private constructor(target: Target, site: Site, folder: string, options: RigOptions) {
    this.target = target;
    this.site = site;
    this.#folder = folder;
    this.#options = options;
  }

  /** Starts a browser with the extension and waits until its content script is registered. */
  static async start(target: Target, options: RigOptions = {}): Promise<Rig> {
    const folder = mkdtempSync(join(tmpdir(), 'clean-copy-'));
    const rig = new Rig(target, await Site.start(), folder, options);
    rig.#furnish();
    try {
      await rig.#launch();
      if (options.extension !== null) await rig.install(options.extension);
    } catch (error) {
      await rig.close();
      throw error;
    }
    return rig;
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
    if (this.target === 'firefox') {
      await this.firefoxChrome(`(() => {
        for (const other of Services.wm.getEnumerator('navigator:browser')) if (other !== window) other.close();
        const blank = gBrowser.addTrustedTab('about:blank');
        gBrowser.selectedTab = blank;
        Services.prefs.clearUserPref('layout.css.prefers-color-scheme.content-override');
        gBrowser.removeAllTabsBut(blank, { animate: false, skipWarnAboutClosingTabs: true, skipPermitUnload: true });
        return 0;
      })()`);
      return;
    }
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
    await this.#isThere();
    // Somebody is looking.
    if (this.#options.visible) await this.closeApi();
  }

  /** Installs somebody else's built extension beside whatever is there. */
  async installOther(folder: string): Promise<void> {
    await this.#browser.installExtension(folder);
  }

  /** Waits until the extension that has just come, or come back, has registered its content script. */
  async #isThere(): Promise<void> {
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

  get #bidi(): Bidi {
    return (this.#browser as unknown as { connection: Bidi }).connection;
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
    if (this.target === 'firefox') return openFirefoxView(this.#bidi, url);
    const page = await this.#browser.newPage();
    await page.goto(url);
    return new PuppeteerView(page);
  }

  /**
   * Evaluates where the extension's APIs are, as `browser.…`: in an options page that is kept open for this.
   * Clicks are granted (`permissions.request` works in Firefox).
   */
  async api<T, A extends unknown[] = []>(work: Work<T, A>, ...args: A): Promise<T> {
    this.#api ??= await this.#openApi();
    return this.#api.evaluate(work, ...args);
  }

  async #openApi(): Promise<View> {
    const path = 'options.html';
    return this.target === 'firefox'
      ? openFirefoxView(this.#bidi, `${this.#origin}/${path}`, true)
      : this.extensionPage(path);
  }

  /** The browser's id of a page's tab. */
  async tabId(page: Page): Promise<number> {
    const id = await this.api<number | null>(
      `browser.tabs.query({}).then((tabs) => tabs.filter((tab) => tab.url === ${JSON.stringify(page.url())})
        .sort((a, b) => b.lastAccessed - a.lastAccessed)[0]?.id ?? null)`,
    );
    if (id === null) throw new Error(`no tab with ${page.url()}`);
    return id;
  }

  /** Text on the toolbar button while `page` is shown. */
  async badge(page: Page): Promise<string> {
    return this.api<string>(`browser.action.getBadgeText({ tabId: ${await this.tabId(page)} })`);
  }

  /**
   * Brings `page` to the front and opens the toolbar popup over it.
   * @param pressed as a press on the button does, which lets the extension into the page; otherwise by the API
   */
  async popup(page: Page, pressed?: 'pressed'): Promise<View> {
    const url = `${this.#origin}/popup.html`;
    await this.api('0');
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
      const api = this.#api as FirefoxView;
      const popup = new FirefoxPopup(this.#bidi, api);
      const open = () =>
        pressed
          ? this.firefoxChrome(`(ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
            .ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID('${geckoId()}').extension)
            .triggerAction(window), 0)`)
          : api.evaluate('browser.action.openPopup().then(() => 0)');
      // A busy Firefox now and then closes the panel again before it was shown.
      await until('the popup is open', async () => {
        await open();
        return until('the popup is open', () => popup.isOpen(), Boolean, 5000).catch(() => false);
      });
      return popup;
    }
    const opened = this.#browser.waitForTarget((target) => target.url() === url, { timeout: 10_000 });
    if (pressed) {
      const extension = (await this.#browser.extensions()).get(new URL(this.#origin).host);
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
    if (this.target === 'firefox') {
      await this.firefoxChrome(`(() => {
        Services.prefs.setIntPref('browser.download.folderList', 2);
        Services.prefs.setStringPref('browser.download.dir', ${JSON.stringify(folder)});
        Services.prefs.setBoolPref('browser.download.always_ask_before_handling_new_types', false);
        // No popup opens beside its panel.
        Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false);
        // Its print dialogue would hold the page.
        Services.prefs.setBoolPref('print.enabled', false);
        return 0;
      })()`);
      return;
    }
    const session = await this.#browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  }

  /** A click opens the browser's dialogue for a file, in which one is chosen. */
  async choose(view: View, selector: string, file: string): Promise<void> {
    if (view instanceof PuppeteerView) {
      const [chooser] = await Promise.all([view.page.waitForFileChooser(), view.click(selector)]);
      await chooser.accept([file]);
      return;
    }
    // Nobody could press a button of the real dialogue: one that has been pressed already takes its place, once.
    await this.firefoxChrome(`(() => {
      const id = Components.ID('{1c0ffee0-5a5e-4f1e-9d1a-106000000001}');
      const contract = '@mozilla.org/filepicker;1';
      const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
      const real = registrar.contractIDToCID(contract);
      const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
      file.initWithPath(${JSON.stringify(file)});
      const dialogue = {
        QueryInterface: ChromeUtils.generateQI(['nsIFilePicker']),
        init() {},
        appendFilters() {},
        appendRawFilter() {},
        appendFilter() {},
        file,
        open(opened) {
          registrar.unregisterFactory(id, factory);
          registrar.registerFactory(real, '', contract, null);
          opened.done(Ci.nsIFilePicker.returnOK);
        },
      };
      const factory = { createInstance: (asked) => dialogue.QueryInterface(asked) };
      registrar.registerFactory(id, '', contract, factory);
      return 0;
    })()`);
    await view.click(selector);
  }

  /** Dark or light for a page and, in Firefox, for every other one too; done when the page has heard of it. */
  async colourScheme(page: Page | View, scheme: 'dark' | 'light'): Promise<void> {
    if (this.target === 'chromium') {
      const inner = page instanceof PuppeteerView ? page.page : (page as Page);
      await inner.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    } else {
      await this.firefoxChrome(
        `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme === 'dark' ? 0 : 1})`,
      );
    }
    const isHeard = `matchMedia('(prefers-color-scheme: ${scheme})').matches`;
    await until(`the page is ${scheme}`, () => (page as View).evaluate<boolean>(isHeard));
  }

  /** Evaluates an expression in Firefox's own window, with all of its powers. */
  async firefoxChrome<T>(expression: string): Promise<T> {
    return (await FirefoxView.chrome(this.#bidi)).evaluate<T>(expression);
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
    if (this.target === 'firefox') {
      await this.firefoxChrome(
        `WebExtensionPolicy.getByID('${geckoId()}').extension.terminateBackground().then(() => 0)`,
      );
      return;
    }
    const session = await this.#browser.target().createCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const ours = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(this.#origin));
    if (ours)
      await session.send('Target.closeTarget', { targetId: ours.targetId }).catch((error: Error) => {
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

  /** The reader disables the extension, or enables it again. */
  async setEnabled(on: boolean): Promise<void> {
    if (this.target === 'firefox')
      await this.firefoxChrome(`(async () => {
        const addon = await ${ADDON};
        await (${on} ? addon.enable() : addon.disable());
        return 0;
      })()`);
    else await this.#inExtensionsPage(`chrome.management.setEnabled('${new URL(this.#origin).host}', ${on})`);
    this.#api = undefined;
    if (on) await this.#isThere();
  }

  /** The reader lets the extension into private windows. */
  async allowPrivate(): Promise<void> {
    if (this.target === 'firefox')
      await this.firefoxChrome(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const permissions = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
        await ExtensionPermissions.add('${geckoId()}', permissions, WebExtensionPolicy.getByID('${geckoId()}').extension);
        await (await ${ADDON}).reload();
        return 0;
      })()`);
    else {
      const extensionId = new URL(this.#origin).host;
      const wanted = JSON.stringify({ extensionId, incognitoAccess: true });
      // Otherwise the browser would not start again what no store has.
      await this.#inExtensionsPage(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`);
      await this.#inExtensionsPage(`chrome.developerPrivate.updateExtensionConfiguration(${wanted})`);
    }
    await until('private windows are allowed', async () => {
      await this.#isThere();
      return this.api<boolean>('browser.extension.isAllowedIncognitoAccess()').catch(() => false);
    });
  }

  /** Opens the context menu at a place of a page and chooses the extension's entry. In Chromium the menu itself cannot be reached: there its event is fired. */
  async chooseFromMenu(page: Page, entry: string, { x, y }: { x: number; y: number }): Promise<void> {
    await page.mouse.click(x, y, { button: 'right' });
    if (this.target === 'chromium') return this.#fire(page, 'contextMenus.onClicked', { menuItemId: entry });
    const id = `${geckoId().replace(/[@{}.]/g, '_')}-menuitem-_${entry}`;
    const item = `document.getElementById('contentAreaContextMenu').querySelector('#${id}')`;
    await until('the menu is open', () =>
      this.firefoxChrome<boolean>(`(() => {
        const item = ${item};
        if (item?.closest('menupopup#contentAreaContextMenu').state !== 'open') return false;
        item.doCommand();
        document.getElementById('contentAreaContextMenu').hidePopup();
        return true;
      })()`),
    );
  }

  /** The reader presses the keys of a command. No driver's keys get as far as the browser's own: it is told of them. */
  async command(page: Page, name: string): Promise<void> {
    if (this.target === 'chromium') return this.#fire(page, 'commands.onCommand', name);
    const names = Object.keys(JSON.parse(readFileSync(join(this.extension, 'manifest.json'), 'utf8')).commands);
    const keys = `document.querySelectorAll('#ext-keyset-id-${geckoId().replace(/[@{}.]/g, '_')} key')`;
    await this.firefoxChrome(`(${keys}[${names.indexOf(name)}].doCommand(), 0)`);
  }

  /** Has the background hear one of the browser's events, about the tab of a page. */
  async #fire(page: Page, event: string, about: unknown): Promise<void> {
    const id = await this.tabId(page);
    // Wakes the background, which may sleep.
    await this.api(`browser.runtime.sendMessage({ type: 'recall', tabId: ${id} }).then(() => 0, () => 0)`);
    const isOurs = (url: string) => url.startsWith(`${this.#origin}/`);
    const target = await this.#browser.waitForTarget((one) => one.type() === 'service_worker' && isOurs(one.url()));
    await (await target.worker())?.evaluate(
      `chrome.tabs.get(${id}).then((tab) => browser.${event}.dispatch(${JSON.stringify(about)}, tab))`,
    );
  }

  /** Evaluates where Chromium lets its reader manage extensions. */
  async #inExtensionsPage(expression: string): Promise<void> {
    const page = await this.#browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(`Promise.resolve(${expression}).then(() => 0)`);
    await page.close();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.site.close();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
