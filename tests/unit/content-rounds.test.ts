import { expect, test } from 'vitest';
import { makeRounds } from '../../src/content/rounds.ts';

test('what comes too often within a minute is told, each thing for itself', () => {
  let now = 0;
  const rounds = makeRounds(() => now);
  const [one, other] = [{}, {}];
  const more = (what: unknown) => rounds.tooMany(what, 2);
  expect([more(one), more(other), more(one)]).toEqual([false, false, false]);
  now = 50_000;
  expect([more(one), more(other)]).toEqual([true, false]);
  // The first rounds are over a minute old, the last are not.
  now = 100_000;
  expect([more(one), more(one)]).toEqual([false, true]);
  rounds.reset();
  expect(more(one)).toBe(false);
});
