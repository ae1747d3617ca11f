// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { makeCleaner } from '../../src/content/clean.ts';
import type { Hiding } from '../../src/content/hide.ts';
import type { View } from '../../src/content/view.ts';
import type { ChangedMessage } from '../../src/messages.ts';

/** A page on which nothing is hidden. */
const hiding = {
  ...{ pieces: [], waiting: [], lost: false },
  withTexts: (act: () => void) => act(),
  set: () => {},
  forgetDetached: () => {},
  isHidden: () => false,
  restore: () => {},
} as unknown as Hiding;
const view = { hold: (_: unknown, act: () => void) => act() } as View;

test('a correction that changes nothing to be seen is told, also where the page is looked at once more meanwhile', async () => {
  document.body.innerHTML = '<p>The boats came back to the harbour in the evening, one after another.</p>';
  const told: ChangedMessage[] = [];
  let time = 0;
  const cleaner = makeCleaner(
    {
      ...{ document, hiding, view },
      quietly: (act) => act(),
      applied: () => {},
      changed: (message) => told.push(message),
      // So slow a machine that each slice is one step.
      now: () => (time += 50),
    },
    { mode: 'auto', kindsOff: [], kindsOn: [], adTokensAnywhere: true },
  );
  cleaner.look();
  await vi.waitFor(() => expect(cleaner.analysis).toBeTruthy());
  expect(told).toEqual([]);
  cleaner.corrected();
  cleaner.look();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]).toMatchObject({ cleaning: 'offered', hidden: 0 });
  cleaner.stop();
});
