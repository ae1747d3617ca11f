import { test } from 'vitest';
import { describeEachBrowser } from '../rig.ts';
import { leavesNothingAfterToggles } from '../toggles.ts';

describeEachBrowser('undoing, again and again', (rig) => {
  test.each([
    ['repost-ar.html', 1000],
    ['original-en.html', 200],
  ])('%s: %i random toggles leave nothing behind', (name, count) => leavesNothingAfterToggles(rig(), name, count));
});
