import { expect, test } from 'vitest';
import { RateLimiter } from '../../src/content/rate-limiter.ts';

test('what comes too often within a minute is told, each thing for itself', () => {
  let now = 0;
  const limiter = new RateLimiter(() => now);
  const [one, other] = [{}, {}];
  const more = (what: unknown) => limiter.exceeds(what, 2);
  expect([more(one), more(other), more(one)]).toEqual([false, false, false]);
  now = 50_000;
  expect([more(one), more(other)]).toEqual([true, false]);
  // What came first is over a minute old, the last are not.
  now = 100_000;
  expect([more(one), more(one)]).toEqual([false, true]);
  limiter.reset();
  expect(more(one)).toBe(false);
});
