import { beforeEach, expect, it, vi } from 'vitest';
import { addCounts, clearCounts, loadCounts, onCounts, parseCounts } from '../../src/settings/counts.ts';

const fake = vi.hoisted(() => {
  const state: { stored: Record<string, unknown> } = { stored: {} };
  const listeners: ((changes: object, area: string) => void)[] = [];
  const local = {
    get: async () => structuredClone(state.stored),
    set: async (values: Record<string, unknown>) => {
      await new Promise((done) => setTimeout(done, 1));
      Object.assign(state.stored, values);
      for (const listener of listeners) listener({ counts: { newValue: values.counts } }, 'local');
    },
    remove: async (key: string) => {
      delete state.stored[key];
      for (const listener of listeners) listener({ counts: {} }, 'local');
    },
  };
  const onChanged = { addListener: (listener: (typeof listeners)[number]) => listeners.push(listener) };
  return { state, storage: { local, onChanged } };
});
vi.mock('webextension-polyfill', () => ({ default: { storage: fake.storage } }));
let last: Promise<unknown> = Promise.resolve();
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => (last = last.then(work)) } });

beforeEach(() => {
  fake.state.stored = {};
});

it('counts by kind, loses none of two at once, and is cleared', async () => {
  const seen: unknown[] = [];
  onCounts((counts) => seen.push(counts));
  await Promise.all([addCounts(['share', 'ad-token', 'share']), addCounts(['share']), addCounts(['widget'])]);
  expect(await loadCounts()).toEqual({ share: 3, 'ad-token': 1, widget: 1 });
  await clearCounts();
  expect(await loadCounts()).toEqual({});
  expect([seen[0], seen.at(-1)]).toEqual([{ share: 2, 'ad-token': 1 }, {}]);
});

it('leaves out what is no count, and keeps the rest', () => {
  expect(parseCounts({ share: 2, widget: -1, 'a.test': 5, related: '3', comments: 1.5, 'ad-slot': 1 })).toEqual({
    share: 2,
    'ad-slot': 1,
  });
  for (const rubbish of [null, undefined, 7, 'x', [1]]) expect(parseCounts(rubbish)).toEqual({});
});
