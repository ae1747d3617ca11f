// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://copies.example/2026/boats-return/"}
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bringEngine } from '../../src/content/bring.ts';
import { Cleaner } from '../../src/content/clean.ts';
import { Hiding } from '../../src/content/hide.ts';
import type { View } from '../../src/content/view.ts';
import { analysing } from '../../src/engine/analyse.ts';

const world = globalThis as { cleanCopyEngine?: object; browser?: object };
const engine = { analysing: vi.fn(analysing) };
const come = () => {
  world.cleanCopyEngine = engine;
};

beforeEach(() => {
  document.body.innerHTML = `<h1>Boats return after the storm</h1>
    <p>The boats came back to the harbour in the evening, one after another, with their nets folded on the deck.</p>
    <p>The harbour master had waited since noon, and counted them in as she had counted them out two days before.</p>
    <p>Nobody was hurt, she said, and the catch was small; what mattered was that every boat had kept its radio on.</p>
    <p>All but one had taken shelter behind the island, where the storm could be heard and hardly felt at all.</p>`;
});
afterEach(() => {
  delete world.cleanCopyEngine;
  delete world.browser;
  engine.analysing.mockClear();
  vi.useRealTimers();
});

/** A cleaner, and what lets the engine arrive that it waits for. */
function onPage() {
  const arrivals: (() => void)[] = [];
  const cleaner = new Cleaner(
    {
      ...{ document, hiding: new Hiding(document, 'test') },
      view: { hold: (_: unknown, act: () => void) => act() } as View,
      quietly: (act) => act(),
      applied: () => {},
      changed: () => {},
      bring: () => new Promise<void>((resolve) => arrivals.push(resolve)),
      // One slice, however slow the machine.
      now: () => 0,
    },
    { mode: 'auto', kindsOff: [], kindsOn: [], adTokensAnywhere: true },
  );
  const arrive = async () => {
    for (const one of arrivals.splice(0)) one();
    await new Promise((done) => setTimeout(done));
  };
  return { cleaner, arrivals, arrive };
}

test('a page that is to be looked at waits for the engine, and is looked at once when it comes', async () => {
  const { cleaner, arrive } = onPage();
  const done = [vi.fn(), vi.fn()];
  for (const one of done) cleaner.look(one);
  expect(cleaner.analysis).toBeNull();
  expect(cleaner.standing.loading).toBe(true);
  come();
  await arrive();
  expect(cleaner.analysis?.article?.body).toHaveLength(4);
  expect(cleaner.standing.loading).toBe(false);
  expect(engine.analysing).toHaveBeenCalledOnce();
  for (const one of done) expect(one).toHaveBeenCalledOnce();
});

test('it comes already when a text holds a token', () => {
  const { cleaner, arrivals } = onPage();
  document.body.append('[ad_1]');
  cleaner.textArrived(document.body.lastChild as Text);
  expect(arrivals).toHaveLength(1);
  cleaner.textArrived(document.body.lastChild as Text);
  expect(arrivals).toHaveLength(1);
});

test('a page that was left meanwhile is not looked at', async () => {
  const { cleaner, arrive } = onPage();
  cleaner.look();
  cleaner.stop();
  come();
  await arrive();
  expect(engine.analysing).not.toHaveBeenCalled();
});

test('where it cannot be had the page stays as it is, and the next look asks again', async () => {
  const { cleaner, arrivals, arrive } = onPage();
  const done = vi.fn();
  cleaner.look(done);
  await arrive();
  expect(done).toHaveBeenCalledOnce();
  expect(cleaner.analysis).toBeNull();
  cleaner.look();
  expect(arrivals).toHaveLength(1);
  come();
  await arrive();
  expect(cleaner.analysis?.article?.body).toHaveLength(4);
});

test.each([
  ['does not answer', () => new Promise(() => {})],
  ['is gone', () => Promise.reject(new Error('Receiving end does not exist'))],
])('a background that %s is asked again, and not for ever', async (_, answer) => {
  vi.useFakeTimers();
  const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>(answer);
  world.browser = { runtime: { id: 'ours', sendMessage } };
  const brought = bringEngine();
  await vi.advanceTimersByTimeAsync(60_000);
  await brought;
  expect(sendMessage.mock.calls).toEqual([[{ type: 'engine' }], [{ type: 'engine' }], [{ type: 'engine' }]]);
});

test('one that answers the second time is asked twice', async () => {
  vi.useFakeTimers();
  const sendMessage = vi.fn(async () => void (sendMessage.mock.calls.length > 1 && come()));
  world.browser = { runtime: { id: 'ours', sendMessage } };
  const brought = bringEngine();
  await vi.advanceTimersByTimeAsync(60_000);
  await brought;
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test('an extension that is gone is not asked', async () => {
  const sendMessage = vi.fn();
  world.browser = { runtime: { sendMessage } };
  await bringEngine();
  expect(sendMessage).not.toHaveBeenCalled();
});
