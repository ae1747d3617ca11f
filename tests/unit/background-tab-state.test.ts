import { beforeEach, expect, test, vi } from 'vitest';
import { stateFor, stateOf } from '../../src/background/tab-state.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));

beforeEach(() => fake.reset());

const SETTINGS = {
  ...DEFAULTS,
  sites: { 'a.test': 'off', 'sub.a.test': 'always' },
  kinds: { share: false, 'ad-token': true, widget: true, 'post-nav': false, unknown: false },
  adTokensAnywhere: false,
  rules: ['b.test copy', 'sub.b.test hide p.promo', 'no rule at all', 'c.test not-copy'],
} as const;

test.each([
  ['https://a.test/', 'off'],
  ['https://www.a.test/x', 'off'],
  ['https://sub.a.test/', 'always'],
  ['https://b.test/', 'auto'],
  ['about:blank', 'off'],
  ['file:///a.html', 'off'],
])('the state of %s has the Mode %s', (url, mode) => {
  expect(stateFor(url, SETTINGS).mode).toBe(mode);
});

test('it names the kinds that differ from their default, and nothing unknown', () => {
  expect(stateFor('https://b.test/', SETTINGS)).toMatchObject({
    kindsOff: ['share'],
    kindsOn: ['widget'],
    adTokensAnywhere: false,
  });
});

test('it has the rules of the Site and of those that cover it', () => {
  const verbs = (url: string) => stateFor(url, SETTINGS).rules.map(({ verb }) => verb);
  expect(verbs('https://sub.b.test/')).toEqual(['copy', 'hide']);
  expect(verbs('https://www.b.test/')).toEqual(['copy']);
  expect(verbs('https://d.test/')).toEqual([]);
});

test('it is the same data for the same settings, and goes over as a message unchanged', () => {
  const state = stateFor('https://sub.b.test/', SETTINGS);
  expect(structuredClone(state)).toEqual(state);
  expect(JSON.stringify(stateFor('https://sub.b.test/', structuredClone(SETTINGS)))).toBe(JSON.stringify(state));
});

test('what was corrected in private windows is told there alone, and last', async () => {
  fake.stored.local = { rules: ['b.test copy'] };
  fake.stored.session = { privateRules: ['b.test not-copy', 7] };
  const verbs = async (incognito: boolean) =>
    (await stateOf({ url: 'https://b.test/', incognito })).rules.map(({ verb }) => verb);
  expect(await verbs(true)).toEqual(['copy', 'not-copy']);
  expect(await verbs(false)).toEqual(['copy']);
});
