import { afterEach, expect, test, vi } from 'vitest';
import { IdleWork } from '../../src/content/idle.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Each step takes 3 ms by the clock of these tests. */
function* steps(count: number): Generator<undefined, string> {
  for (let i = 0; i < count; i++) {
    time += 3;
    yield;
  }
  return 'done';
}
let time = 0;

function idleTimes(remaining = 50) {
  vi.spyOn(performance, 'now').mockImplementation(() => time);
  const asked: (() => void)[] = [];
  const work = new IdleWork((act) => void asked.push(() => act({ timeRemaining: () => remaining })));
  return { work, asked };
}

test('work stops after 8 ms and goes on in the next idle time', () => {
  const { work, asked } = idleTimes();
  const done = vi.fn();
  work.start(steps(5), done);
  asked.shift()?.();
  expect(done).not.toHaveBeenCalled();
  asked.shift()?.();
  expect(done).toHaveBeenCalledWith('done', 15);
  expect(asked).toHaveLength(0);
});

test('work takes no more of an idle time than there is', () => {
  const { work, asked } = idleTimes(2);
  const done = vi.fn();
  work.start(steps(3), done);
  for (let slice = 1; slice <= 3; slice++) asked.shift()?.();
  expect(done).not.toHaveBeenCalled();
  asked.shift()?.();
  expect(done).toHaveBeenCalledOnce();
});

test('nothing more is heard of work that was cancelled, or that other work took the place of', () => {
  const { work, asked } = idleTimes();
  const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()];
  work.start(steps(1), first);
  work.start(steps(1), second);
  for (const slice of asked.splice(0)) slice();
  work.start(steps(1), third);
  work.cancel();
  for (const slice of asked.splice(0)) slice();
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  expect(third).not.toHaveBeenCalled();
});
