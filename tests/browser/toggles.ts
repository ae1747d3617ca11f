import { expect } from 'vitest';
import { CLUTTER_KINDS } from '../../src/engine/types.ts';
import type { PageMessage, Standing } from '../../src/messages.ts';
import { reportOf, sendToPage, serialized } from './page-helpers.ts';
import type { Rig } from './rig.ts';

declare const browser: typeof import('webextension-polyfill');

/** The same numbers each time: Park and Miller's generator. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

function toggles(count: number, seed: number): PageMessage[] {
  const random = numbers(seed);
  const below = (limit: number) => Math.floor(random.next().value * limit);
  const some = () => CLUTTER_KINDS.filter(() => below(3) === 0);
  const makers: (() => PageMessage)[] = [
    () => ({ type: 'clean' }),
    () => ({ type: 'clean' }),
    () => ({ type: 'pause' }),
    () => ({ type: 'peek', on: below(2) === 0 }),
    () => ({
      type: 'state',
      mode: below(2) === 0 ? 'always' : 'auto',
      kindsOff: some(),
      kindsOn: some(),
      adTokensAnywhere: below(2) === 0,
      rules: [],
    }),
    () => ({ type: 'show-signal', index: below(4) }),
  ];
  return Array.from({ length: count }, () => (makers[below(makers.length)] as () => PageMessage)());
}

/** Opens a page, has it cleaned and restored at random, ends the script, and looks at what is left of it. */
export async function leavesNothingAfterToggles(rig: Rig, name: string, count: number): Promise<void> {
  const page = await rig.open(`http://akhbar.test/${name}?toggles`);
  await reportOf(rig, page);
  const tab = await rig.tabId(page);
  const hidden = await rig.api(
    async (id: number, all: PageMessage[]) => {
      let pieces = 0;
      for (const message of all) {
        const answer = (await browser.tabs.sendMessage(id, message)) as Partial<Standing> | undefined;
        if (answer?.cleaning === 'cleaned') pieces += answer.hidden ?? 0;
      }
      return pieces;
    },
    tab,
    toggles(count, name.length),
  );
  expect(hidden).toBeGreaterThan(count / 2);
  await sendToPage(rig, page, { type: 'end' });
  const { now, served, sheets } = await serialized(page);
  expect(now).toBe(served);
  expect(sheets).toBe(0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
}
