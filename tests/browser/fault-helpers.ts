/** What must hold after every fault: pages can be used, no setting is lost, the next thing that a reader does works. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Site } from '../../scripts/drive/site.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { applySettings, fixture, serialized, visibleText } from './page-helpers.ts';
import { FIXTURES, type Rig, until, type View } from './rig.ts';
import { showSection } from './sections.ts';

export const LITTER = '[ad_1]';
/** Where the pages lie that {@link expectEverythingWorks} opens, and what a test opens besides. */
export const withPages = (...hosts: string[]) => ({
  site: (site: Site) => {
    for (const host of ['a', 'b', 'next', 'kept', ...hosts]) site.host(`${host}.test`, FIXTURES);
  },
});

/** Set before each fault, and there after it. */
export const KEPT = { sites: { 'kept.test': 'off' }, textSize: 'large', rules: ['kept.test copy'] } as const;

export const prepareSettings = (rig: Rig, more: Partial<Settings> = {}): Promise<void> =>
  applySettings(rig, { ...DEFAULTS, ...KEPT, ...more });

/** Waits until the page has arrived and is cleaned. It is put in front: behind another, a page waits to be shown. */
export async function isCleaned(page: Page): Promise<void> {
  await page.bringToFront();
  await until(
    `${page.url()} is cleaned`,
    () => visibleText(page),
    (text) => text.length > 1000 && !text.includes(LITTER),
  );
}
export const isAsServed = (page: Page) =>
  until(
    `${page.url()} is as it was served`,
    () => serialized(page),
    ({ now, served }) => now === served,
  );
export const storedSettings = (rig: Rig) =>
  rig.api<Partial<Settings>>(`browser.storage.local.get(${JSON.stringify(Object.keys(DEFAULTS))})`);
export const textOf = (view: View) => view.evaluate<string>('document.body.innerText');

/** Waits until a page of the extension says something. */
export const waitForText = (view: View, words: string) =>
  until(
    `it says “${words}”`,
    () => textOf(view),
    (text) => text.includes(words),
  );

/** The popup's page in a tab of its own, drawn, about a page that carries the library on wheels. */
export async function popupOf(rig: Rig, page: Page): Promise<View> {
  const view = await rig.extensionPage(`popup.html?tab=${await rig.tabId(page)}`);
  await waitForText(view, 'library on wheels');
  return view;
}

/** Settings are as they were, pages are cleaned, and the next thing that a reader does works. */
export async function expectEverythingWorks(rig: Rig): Promise<void> {
  expect(await storedSettings(rig)).toMatchObject({ ...KEPT, sites: expect.objectContaining(KEPT.sites) });
  const page = await rig.open('http://next.test/repost-en');
  const kept = await rig.open('http://kept.test/repost-en');
  await isCleaned(page);
  await until('the badge', () => rig.badge(page));
  expect(await visibleText(kept)).toContain(LITTER);
  const { sites = {} } = await storedSettings(rig);
  await applySettings(rig, { sites: { ...sites, 'next.test': 'off' } });
  await isAsServed(page);
  await applySettings(rig, { sites });
  await isCleaned(page);
  await Promise.all([page.close(), kept.close()]);
}

/** Has the options read a settings file, and offer to import what is in it. */
export async function importSettings(options: View, settings: Partial<Settings>): Promise<void> {
  await showSection(options, 'backup');
  const file = JSON.stringify({ format: 'clean-copy-settings', version: 1, settings });
  await options.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'mine.json'));
    const input = document.querySelector('input[name=file]') as HTMLInputElement;
    input.files = files.files;
    return input.dispatchEvent(new Event('change', { bubbles: true }));
  }, file);
  await until('it is offered', () =>
    options.evaluate<boolean>(`document.querySelector('button[name=import-now]') !== null`),
  );
}

/** A page of which the second half comes when it is let in. */
function halved(rig: Rig, url: string): { half: Promise<void>; letIn: () => void } {
  const html = fixture('repost-en.html');
  const middle = html.indexOf('[ad_2]');
  let letIn = () => {};
  const gate = new Promise<void>((open) => (letIn = open));
  const half = new Promise<void>((arrived) => {
    rig.site.page(url, async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(html.slice(0, middle), () => arrived());
      await gate;
      response.end(html.slice(middle));
    });
  });
  return { half, letIn };
}

/** Opens pages and views, and closes them again, the last one first. */
export function makeOpener(rig: () => Rig) {
  const opened: (Page | View)[] = [];
  const keep = <T extends Page | View>(page: T): T => {
    opened.push(page);
    return page;
  };
  return {
    keep,
    open: async (url: string) => keep(await rig().open(url)),
    openPopup: async (page: Page) => keep(await popupOf(rig(), page)),
    /** A page that has begun to arrive, and is here as far as its middle. */
    async openHalf(url: string) {
      const { half, letIn } = halved(rig(), url);
      const page = keep(await rig().browser.newPage());
      const arriving = page.goto(url).catch(() => null);
      await half;
      await until(
        'the first half is seen',
        () => visibleText(page).catch(() => ''),
        (words) => words.includes('library on wheels'),
      );
      return { page, arriving, letIn };
    },
    async closeAll() {
      for (const closing of opened.splice(0).reverse()) await closing.close().catch(() => {});
    },
  };
}
