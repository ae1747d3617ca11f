import { type Browser, type LaunchOptions, launch as puppeteer } from 'puppeteer-core';
import { findBrowser, howToInstall } from '../browsers.ts';
import { geckoId } from '../manifest.ts';
import type { Target } from '../paths.ts';
import type { Site } from './site.ts';

/** Pinned, so that the addresses of the extension's pages are known beforehand. */
const FIREFOX_UUID = '8d0f7c52-3a7e-4f0c-9b0a-5c1e3d2f6a91';

export interface Launching {
  readonly headless: boolean;
  /** Answers for the addresses that it has, or, with `alone`, for all. */
  readonly site: Site;
  /** Nothing but the site can be reached. */
  readonly alone: boolean;
  /** Folder of a profile that is to be kept; otherwise a new one that is thrown away. */
  readonly profile?: string;
  readonly args?: readonly string[];
}

const asRoot = () => process.getuid?.() === 0;

function chromiumOptions({ site, alone, headless, args = [] }: Launching): LaunchOptions {
  return {
    browser: 'chrome',
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      `--proxy-pac-url=${site.proxyConfiguration(alone ? 'all' : 'test')}`,
      '--lang=en-US',
      '--no-default-browser-check',
      ...(headless ? ['--window-size=1280,900'] : []),
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      ...(asRoot() ? ['--no-sandbox'] : []),
      ...args,
    ],
  };
}

function firefoxOptions({ site, alone, headless, args = [] }: Launching): LaunchOptions {
  return {
    browser: 'firefox',
    args: ['--remote-allow-system-access', ...(headless ? ['--width=1280', '--height=900'] : []), ...args],
    extraPrefsFirefox: {
      'network.proxy.type': 2,
      'network.proxy.autoconfig_url': site.proxyConfiguration(alone ? 'all' : 'test'),
      'dom.security.https_first': false,
      'dom.security.https_first_schemeless': false,
      'intl.locale.requested': 'en-US',
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId()]: FIREFOX_UUID }),
      'extensions.openPopupWithoutUserGesture.enabled': true,
      // A temporary add-on leaves with the browser; its storage is to be there again after a restart.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  };
}

/**
 * Starts a browser.
 * @throws when the browser is not on this machine, with one line that says how to get it
 */
export async function launch(target: Target, launching: Launching): Promise<Browser> {
  const executablePath = findBrowser(target);
  if (!executablePath) throw new Error(howToInstall([target]));
  const { headless, profile } = launching;
  return puppeteer({
    executablePath,
    headless,
    defaultViewport: null,
    ...(profile ? { userDataDir: profile } : {}),
    ...(target === 'chromium' ? chromiumOptions(launching) : firefoxOptions(launching)),
  });
}

/**
 * Installs the extension that was built into `folder`, or replaces an older state of it.
 * @returns origin of its pages, without a slash at the end
 */
export async function install(target: Target, browser: Browser, folder: string): Promise<string> {
  const id = await browser.installExtension(folder);
  return target === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${FIREFOX_UUID}`;
}
