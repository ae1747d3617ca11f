import { beforeEach, expect, it, vi } from 'vitest';
import { addCounts, clearCounts, loadCounts, onCounts, parseCounts } from '../../src/settings/counts.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));
vi.stubGlobal('navigator', { locks: fake.locks });

beforeEach(() => fake.reset());

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
