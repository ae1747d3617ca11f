/** What must hold after every fault: pages can be used, no setting is lost, the next thing that a reader does works. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Site } from '../../scripts/drive/site.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { seen, serialised, set } from './clean-helpers.ts';
import { FIXTURES, type Rig, until, type View } from './rig.ts';

export const LITTER = '[ad_1]';
/** Where the pages lie that {@link allIsWell} opens, and what a test opens besides. */
export const withPages = (...hosts: string[]) => ({
  site: (site: Site) => {
    for (const host of ['a', 'b', 'next', 'kept', ...hosts]) site.host(`${host}.test`, FIXTURES);
  },
});

/** Set before each fault, and there after it. */
export const KEPT = { sites: { 'kept.test': 'off' }, textSize: 'large', rules: ['kept.test copy'] } as const;

export const prepare = (rig: Rig, more: Partial<Settings> = {}): Promise<void> =>
  set(rig, { ...DEFAULTS, ...KEPT, ...more });

export const isCleaned = (page: Page) =>
  until(
    `${page.url()} is cleaned`,
    () => seen(page),
    (text) => text.length > 1000 && !text.includes(LITTER),
  );
export const isAsServed = (page: Page) =>
  until(
    `${page.url()} is as it was served`,
    () => serialised(page),
    ({ now, served }) => now === served,
  );
export const stored = (rig: Rig) =>
  rig.api<Partial<Settings>>(`browser.storage.local.get(${JSON.stringify(Object.keys(DEFAULTS))})`);
export const textOf = (view: View) => view.evaluate<string>('document.body.innerText');

/** Waits until a page of the extension says something. */
export const says = (view: View, words: string) =>
  until(
    `it says “${words}”`,
    () => textOf(view),
    (text) => text.includes(words),
  );

/** The popup's page in a tab of its own, drawn, about a page that carries the library on wheels. */
export async function popupOf(rig: Rig, page: Page): Promise<View> {
  const view = await rig.extensionPage(`popup.html?tab=${await rig.tabId(page)}`);
  await says(view, 'library on wheels');
  return view;
}

/** Settings are as they were, pages are cleaned, and the next thing that a reader does works. */
export async function allIsWell(rig: Rig): Promise<void> {
  expect(await stored(rig)).toMatchObject({ ...KEPT, sites: expect.objectContaining(KEPT.sites) });
  const page = await rig.open('http://next.test/repost-en');
  const kept = await rig.open('http://kept.test/repost-en');
  await isCleaned(page);
  await until('the badge', () => rig.badge(page));
  expect(await seen(kept)).toContain(LITTER);
  const { sites = {} } = await stored(rig);
  await set(rig, { sites: { ...sites, 'next.test': 'off' } });
  await isAsServed(page);
  await set(rig, { sites });
  await isCleaned(page);
  await Promise.all([page.close(), kept.close()]);
}
