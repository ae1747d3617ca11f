import { geckoId } from '../manifest.ts';
import { type Bidi, FirefoxView } from './view.ts';

/** The extension, and the add-on that it is, as Firefox's own code has them. */
const EXTENSION = `WebExtensionPolicy.getByID('${geckoId()}').extension`;
const ADDON = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager.getAddonByID('${geckoId()}')`;
/** What Firefox makes of the extension's id in the ids of its own elements. */
const ID_IN_IDS = geckoId().replace(/[@{}.]/g, '_');

/** Firefox's own window, with all of its powers. Drivers do not reach what is done here in another way. */
export class FirefoxWindow {
  readonly #bidi: Bidi;

  constructor(bidi: Bidi) {
    this.#bidi = bidi;
  }

  /** Evaluates an expression there. */
  async evaluate<T>(expression: string): Promise<T> {
    return (await FirefoxView.chrome(this.#bidi)).evaluate<T>(expression);
  }

  /** Runs statements there, and waits for the promises among them. */
  async #run(statements: string): Promise<void> {
    await this.evaluate(`(async () => { ${statements}
      return 0;
    })()`);
  }

  /** Closes all windows but one, and all tabs but a blank one. */
  closeTabs(): Promise<void> {
    return this.#run(`
      for (const other of Services.wm.getEnumerator('navigator:browser')) if (other !== window) other.close();
      const blank = gBrowser.addTrustedTab('about:blank');
      gBrowser.selectedTab = blank;
      Services.prefs.clearUserPref('layout.css.prefers-color-scheme.content-override');
      gBrowser.removeAllTabsBut(blank, { animate: false, skipWarnAboutClosingTabs: true, skipPermitUnload: true });`);
  }

  /** Presses the extension's button. */
  pressButton(): Promise<void> {
    return this.#run(`ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
      .ExtensionParent.apiManager.global.browserActionFor(${EXTENSION}).triggerAction(window);`);
  }

  /** What is saved goes into a folder without a question; printing does nothing. */
  saveTo(folder: string): Promise<void> {
    return this.#run(`
      Services.prefs.setIntPref('browser.download.folderList', 2);
      Services.prefs.setStringPref('browser.download.dir', ${JSON.stringify(folder)});
      Services.prefs.setBoolPref('browser.download.always_ask_before_handling_new_types', false);
      // No popup opens beside its panel.
      Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false);
      // Its print dialogue would hold the page.
      Services.prefs.setBoolPref('print.enabled', false);`);
  }

  /**
   * The next dialogue for a file chooses this one. Nobody could press a button of the real dialogue: one that has been
   * pressed already takes its place, once.
   */
  chooseNext(file: string): Promise<void> {
    return this.#run(`
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
      registrar.registerFactory(id, '', contract, factory);`);
  }

  /** Dark or light for every page. */
  colourScheme(scheme: 'dark' | 'light'): Promise<void> {
    const value = scheme === 'dark' ? 0 : 1;
    return this.#run(`Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value});`);
  }

  /** Stops the background at once. */
  endBackground(): Promise<void> {
    return this.#run(`await ${EXTENSION}.terminateBackground();`);
  }

  setEnabled(on: boolean): Promise<void> {
    return this.#run(`
      const addon = await ${ADDON};
      await (${on} ? addon.enable() : addon.disable());`);
  }

  /** Lets the extension into private windows. */
  allowPrivate(): Promise<void> {
    return this.#run(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const permissions = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add('${geckoId()}', permissions, ${EXTENSION});
      await (await ${ADDON}).reload();`);
  }

  /** Chooses the extension's entry from the page's menu. @returns whether the menu was open */
  chooseFromMenu(entry: string): Promise<boolean> {
    return this.evaluate(`(() => {
      const menu = document.getElementById('contentAreaContextMenu');
      const item = menu.querySelector('#${ID_IN_IDS}-menuitem-_${entry}');
      if (!item || menu.state !== 'open') return false;
      item.doCommand();
      menu.hidePopup();
      return true;
    })()`);
  }

  /** Does what the keys of a command do. @param index of the command in the manifest */
  pressKeys(index: number): Promise<void> {
    return this.#run(`document.querySelectorAll('#ext-keyset-id-${ID_IN_IDS} key')[${index}].doCommand();`);
  }
}
