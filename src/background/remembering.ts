/** Remembers the articles that the reader has before them, with their consent, and never in private windows. */
import browser, { type Tabs } from 'webextension-polyfill';
import { Memory } from '../memory/memory.ts';
import { meetingSchema, parsed } from '../memory/parse.ts';
import type { Recollection } from '../messages.ts';
import { modeFor } from '../settings/area.ts';
import type { Settings } from '../settings/schema.ts';
import { current } from './current.ts';
import { CLEANER } from './tab-state.ts';

const memory = new Memory();

/** Nothing of ours is injected where the Site is off. */
const mayRemember = ({ incognito, url }: Tabs.Tab, settings: Settings): boolean =>
  settings.remember === 'on' && !incognito && url !== undefined && modeFor(url, settings) !== 'off';

/** What the page in a tab is remembered by. `null` where there is no article, or the browser lets nobody in. */
async function meetingIn(tabId: number) {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, files: [CLEANER, 'sketch.js'] });
    const [frame] = await browser.scripting.executeScript({
      target,
      func: () => (globalThis as { cleanCopyMeeting?: () => Promise<unknown> }).cleanCopyMeeting?.() ?? null,
    });
    return parsed(meetingSchema, frame?.result);
  } catch {
    return null;
  }
}

async function remember({ id }: Tabs.Tab, { rememberMost }: Settings) {
  const meeting = id === undefined ? null : await meetingIn(id);
  // A reader who changed their mind meanwhile has the last word.
  if (!meeting || (await current()).remember !== 'on') return null;
  await memory.remember(meeting.met, meeting.sketch, rememberMost, Date.now());
  return meeting;
}

/** An article counts as read when its tab is in front and has loaded. */
export async function rememberTab(tab: Tabs.Tab): Promise<void> {
  const settings = await current();
  if (!tab.active || tab.status !== 'complete' || !mayRemember(tab, settings)) return;
  // What goes wrong is told in the popup, which asks as well.
  await remember(tab, settings).catch(() => undefined);
}

/** After a change of the settings: when the reader has just agreed, the article before them is the first. */
export async function rememberShown(): Promise<void> {
  if ((await current()).remember !== 'on') return;
  for (const tab of await browser.tabs.query({ active: true })) await rememberTab(tab);
}

/** Whether the article in a tab was met before. `null` where nothing is remembered. */
export async function recall(tabId: number, settings: Settings): Promise<Recollection | null> {
  const tab = await browser.tabs.get(tabId);
  if (!mayRemember(tab, settings)) return null;
  try {
    const meeting = await remember(tab, settings);
    const matches = meeting ? await memory.like(meeting.sketch, meeting.met.url) : [];
    return { matches, trouble: await memory.trouble() };
  } catch {
    return { matches: [], trouble: 'unavailable' };
  }
}
