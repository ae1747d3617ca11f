/** Where a browser lacks `menus`, `commands`, `search` or `sync`, as on Android: everything else works. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { describeEachBrowser, FIXTURES, picture, type Rig, until, type View } from '../rig.ts';
import { type SECTION_IDS, showSection } from '../sections.ts';
import { choose, showsText, untilGone, waitForControl, waitForPopup } from '../visible.ts';

const LITTER = 'Leave a Reply';
const SCRIPTS = ['background', 'popup', 'options', 'history', 'welcome'].map((name) => `${name}.js`);

type Manifest = { permissions: string[]; commands?: object };

function changeManifest(folder: string, change: (manifest: Manifest) => void): void {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

const withoutPermission = (name: string) => (folder: string) =>
  changeManifest(folder, (manifest) => {
    manifest.permissions = manifest.permissions.filter((permission) => permission !== name);
  });

const withoutCommands = (folder: string) => changeManifest(folder, (manifest) => delete manifest.commands);

/** No permission and no key stands for it: it is taken away before our code runs. */
function withoutSync(folder: string): void {
  for (const name of SCRIPTS) {
    const path = join(folder, name);
    const away = `for (const api of [globalThis.browser, globalThis.chrome])
      if (api) Object.defineProperty(api.storage, 'sync', { value: undefined });`;
    writeFileSync(path, `${away}\n${readFileSync(path, 'utf8')}`);
  }
}

const isCleaned = (page: Page) => untilGone(page, LITTER);
const heading = (words: string) =>
  `[...document.querySelectorAll('h2, h3')].some((heading) => heading.textContent === '${words}')`;

async function popup(rig: Rig, page: Page): Promise<View> {
  const view = await rig.popup(page);
  await waitForPopup(view);
  return view;
}

async function options(rig: Rig, section: (typeof SECTION_IDS)[number] = 'general'): Promise<View> {
  const view = await rig.extensionPage(`options.html#${section}`);
  await until('it is drawn', () => view.evaluate<boolean>(`document.querySelector('.diagnostics') !== null`));
  return view;
}

interface Missing {
  readonly name: string;
  /** Takes it away from a built extension. */
  readonly prepare: (folder: string) => void;
  /** Whether it is there. */
  readonly isThere: string;
  /** What a reader finds instead. */
  readonly instead: (rig: Rig) => Promise<void>;
}

const MISSING: readonly Missing[] = [
  {
    name: 'menus',
    prepare: withoutPermission('contextMenus'),
    isThere: '!!(browser.contextMenus ?? browser.menus)',
    // The popup has all that the menu has.
    async instead(rig) {
      const page = await rig.open('http://one.test/repost-en');
      await isCleaned(page);
      const view = await popup(rig, page);
      await choose(view, 'more');
      for (const name of ['restore', 'hide']) await waitForControl(view, name);
      await view.close();
    },
  },
  {
    name: 'commands',
    prepare: withoutCommands,
    isThere: '!!browser.commands',
    async instead(rig) {
      const view = await options(rig);
      expect(await view.evaluate(heading('Keyboard shortcuts'))).toBe(false);
      await view.close();
    },
  },
  {
    name: 'search',
    prepare: withoutPermission('search'),
    isThere: '!!browser.search',
    // A search opens in a tab all the same.
    async instead(rig) {
      const page = await rig.open('http://one.test/unlinked');
      const view = await rig.extensionPage(`popup.html?tab=${await rig.tabId(page)}`);
      await choose(view, 'find-original');
      await until('a search tab is there', () =>
        rig.api<boolean>(
          `browser.tabs.query({}).then((tabs) => tabs.some((tab) => /\\?q=%22/.test(tab.pendingUrl || tab.url)))`,
        ),
      );
      // It would go on looking for its server, in front of the pages that are opened next.
      await rig.api(`browser.tabs.query({})
        .then((tabs) => tabs.filter((tab) => /\\?q=%22/.test(tab.pendingUrl || tab.url)).map(({ id }) => id))
        .then((ids) => browser.tabs.remove(ids)).then(() => 0)`);
      await view.close();
    },
  },
  {
    name: 'sync',
    prepare: withoutSync,
    isThere: '!!browser.storage.sync',
    async instead(rig) {
      const view = await options(rig, 'backup');
      expect(await view.evaluate('document.body.innerText')).toContain('This browser can’t sync extensions.');
      expect(await view.evaluate(`document.querySelector('input[name=sync]') === null`)).toBe(true);
      await view.close();
    },
  },
];

describe.each(MISSING)('without $name', ({ name, prepare, isThere, instead }) => {
  describeEachBrowser(
    `without ${name}`,
    (rig, target) => {
      test('it is not there, and something stands for it', async () => {
        expect(await rig().api(isThere)).toBe(false);
        await instead(rig());
      });

      test('pages are cleaned, the button counts, the popup switches, the options keep', async () => {
        const page = await rig().open('http://two.test/repost-en');
        await isCleaned(page);
        await until('the badge', () => rig().badge(page));
        const view = await popup(rig(), page);
        await waitForControl(view, 'open-original');
        await view.click('[role=switch]');
        await until('the page is restored', () => showsText(page, LITTER));
        await view.close();
        const settings = await options(rig(), 'sites');
        expect(await settings.evaluate(`document.querySelector('.sites li bdi').textContent`)).toBe('two.test');
        await settings.click('.sites li button');
        await isCleaned(page);
        await settings.show();
        await showSection(settings, 'hidden');
        await settings.click('input[name="kind-comment-form"]');
        await until('the form is back', () => showsText(page, LITTER));
        await picture(`missing/${target}-${name}`, settings);
        await settings.close();
        const welcome = await rig().extensionPage('welcome.html');
        await until('the first page is drawn', () =>
          welcome.evaluate<boolean>(`document.querySelector('.allowed') !== null`),
        );
        await welcome.close();
      });

      test('nothing went wrong meanwhile', async () => {
        expect(await rig().api(`browser.storage.local.get('errors').then(({ errors = [] }) => errors)`)).toEqual([]);
      });
    },
    {
      prepare,
      site: (site) => {
        for (const host of ['one.test', 'two.test']) site.host(host, FIXTURES);
        const repost = readFileSync(join(FIXTURES, 'repost-en.html'), 'utf8');
        site.page('http://one.test/unlinked', repost.replace(/<a href="https:[^>]*>Source link <\/a>/, ''));
      },
    },
  );
});
