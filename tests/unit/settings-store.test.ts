import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/settings/migrations.ts';
import { parseSettings } from '../../src/settings/parse.ts';
import { same } from '../../src/settings/same.ts';
import {
  DEFAULT_MODES,
  DEFAULTS,
  LOOKS,
  MODES,
  REMEMBER_CHOICES,
  type Settings,
  TEMPLATE_PLACES,
  TEMPLATE_SETS,
  TEXT_SIZES,
  VERSION,
} from '../../src/settings/schema.ts';
import { load, onChange, update, updateWith } from '../../src/settings/store.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));
vi.stubGlobal('navigator', { locks: fake.locks });

beforeEach(() => fake.reset());

describe('parsing', () => {
  it('gives the defaults for nothing', () => {
    expect(parseSettings({})).toEqual({ settings: DEFAULTS, problems: [] });
  });

  it('replaces a bad value alone, and says so', () => {
    const { settings, problems } = parseSettings({ defaultMode: 'always', badge: 'yes', look: 3, foreign: 1 });
    expect(settings).toEqual({ ...DEFAULTS, defaultMode: 'always' });
    expect(problems.map(({ at }) => at)).toEqual(['badge', 'look']);
  });

  it('drops bad entries alone', () => {
    const { settings, problems } = parseSettings({
      sites: { 'a.test': 'off', 'B.test': 'off', 'www.c.test': 'off', 'd.test': 'sometimes', 'e/f/': 'off' },
      kinds: { widget: true, share: 'no', 'Not A Kind': true },
    });
    expect(settings.sites).toEqual({ 'a.test': 'off' });
    expect(settings.kinds).toEqual({ widget: true });
    expect(problems.map(({ at }) => at)).toEqual([
      'sites/B.test',
      'sites/www.c.test',
      'sites/d.test',
      'sites/e/f/',
      'kinds/share',
      'kinds/Not A Kind',
    ]);
  });

  it('drops bad lines alone, and those beyond the most there may be', () => {
    const rules = ['one', '', '  ', 'two\nlines', 'two\u2028lines', 7, 'one', 'x'.repeat(1001), 'y'.repeat(1000)];
    const parsed = parseSettings({ rules });
    expect(parsed.settings.rules).toEqual(['one', 'y'.repeat(1000)]);
    expect(parsed.problems.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7].map((index) => `rules/${index}`));
    const tooMany = parseSettings({ rules: Array.from({ length: 5001 }, (_, index) => `rule ${index}`) });
    expect(tooMany.settings.rules).toHaveLength(5000);
    expect(tooMany.problems).toEqual([{ at: 'rules/5000', message: 'more than 5000 lines' }]);
    expect(parseSettings({ rules: 'one' })).toMatchObject({ settings: { rules: [] }, problems: [{ at: 'rules' }] });
  });

  it.each([
    ['https://search.test/?q=%s', true],
    ['https://search.test/%s', true],
    ['http://search.test/?q=%s', false],
    ['https://search.test/', false],
    ['https://%s.test/', false],
    ['https://search.test:%s/', false],
    ['https://user@search.test/?q=%s', false],
    ['javascript:alert("%s")', false],
    ['', false],
  ])('search engine %j: %s', (search, good) => {
    const { settings, problems } = parseSettings({ search });
    expect(settings.search).toBe(good ? search : null);
    expect(problems).toHaveLength(good ? 0 : 1);
  });

  it('bears any rubbish and always gives settings', () => {
    const rubbish = fc.record(
      Object.fromEntries(Object.keys(DEFAULTS).map((key) => [key, fc.anything({ withNullPrototype: true })])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(rubbish, (stored) => {
        const { settings } = parseSettings(stored);
        expect(parseSettings({ ...settings })).toEqual({ settings, problems: [] });
      }),
    );
  });

  it('gives back what it is given, when that is good', () => {
    const mode = fc.constantFrom(...MODES);
    const good: fc.Arbitrary<Settings> = fc.record({
      version: fc.constant(1),
      defaultMode: fc.constantFrom(...DEFAULT_MODES),
      sites: fc.dictionary(
        fc.constantFrom(
          'a.test',
          'b.a.test',
          'localhost',
          '10.0.0.1',
          '[::1]',
          '__proto__',
          'a.test/b',
          'a.test/b/%C3%A4.x(1)',
        ),
        mode,
      ),
      kinds: fc.dictionary(fc.constantFrom('share', 'widget', 'ad-token'), fc.boolean()),
      badge: fc.boolean(),
      notice: fc.boolean(),
      look: fc.constantFrom(...LOOKS),
      pictures: fc.boolean(),
      search: fc.constantFrom(null, 'https://search.test/?q=%s'),
      adTokensAnywhere: fc.boolean(),
      templates: fc.constantFrom(...TEMPLATE_SETS),
      ownTemplates: fc.dictionary(fc.constantFrom(...TEMPLATE_PLACES), fc.constantFrom('', 'bad {{', 'a\n\tb')),
      textSize: fc.constantFrom(...TEXT_SIZES),
      rules: fc.uniqueArray(fc.constantFrom('a rule', ' another', '__proto__', '规则'), { maxLength: 4 }),
      count: fc.boolean(),
      sync: fc.boolean(),
      syncRules: fc.boolean(),
      remember: fc.constantFrom(...REMEMBER_CHOICES),
      rememberMost: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(good, (settings) => {
        expect(parseSettings({ ...settings })).toEqual({ settings, problems: [] });
      }),
    );
  });
});

describe('migrations', () => {
  /** Settings as a version stored them: each has a file, kept for good. */
  const stored = (version: number) => {
    const file = JSON.parse(readFileSync(`tests/fixtures/settings/version-${version}.json`, 'utf8'));
    return { version: file.version, ...file.settings };
  };

  const steps = {
    1: ({ old, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, middle: old }),
    2: ({ middle, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, fresh: middle }),
  };

  it('take every step from the stored version on', () => {
    expect(migrate({ old: 5, kept: 1 }, steps, 3)).toEqual({ version: 3, fresh: 5, kept: 1 });
    expect(migrate({ version: 2, middle: 5 }, steps, 3)).toEqual({ version: 3, fresh: 5 });
  });

  it('are there for every older version, and none of them loses what a reader had set', () => {
    expect(Object.keys(MIGRATIONS)).toEqual(Array.from({ length: VERSION - 1 }, (_, index) => String(index + 1)));
    // Version 1 as it was at first: what came later has its default.
    expect(parseSettings(stored(1))).toEqual({
      settings: {
        ...DEFAULTS,
        defaultMode: 'always',
        sites: { 'quickfeed.example': 'off', 'daily.quickfeed.example': 'auto', 'xn--mgbh0fb.example': 'always' },
        kinds: { share: false, widget: true },
        badge: false,
        look: 'dark',
        search: 'https://search.example/?q=%s',
        adTokensAnywhere: false,
      },
      problems: [],
    });
  });

  it('leave today’s and the future’s form alone', () => {
    expect(migrate({ version: 3, middle: 5 }, steps, 3)).toEqual({ version: 3, middle: 5 });
    expect(migrate({ version: 9, old: 5 }, steps, 3)).toEqual({ version: 9, old: 5 });
  });
});

describe('sameness', () => {
  it.each([
    [{ a: 1, b: { c: null } }, { b: { c: null }, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [{ a: undefined }, { b: undefined }, false],
    [{ constructor: 1 }, {}, false],
    [null, {}, false],
    ['a', 'a', true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(same(a, b)).toBe(expected);
  });
});

describe('the door', () => {
  /** What is written, as other windows hear of it. */
  const writes: Record<string, unknown>[] = [];
  beforeEach(() => {
    writes.length = 0;
    fake.api.storage.onChanged.addListener((changes) =>
      writes.push(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue]))),
    );
  });

  it('writes only what changes', async () => {
    fake.stored.local = { badge: false };
    await update((settings) => ({ ...settings, look: 'dark' }));
    await update((settings) => settings);
    expect(writes).toEqual([{ version: 1, look: 'dark' }]);
    expect((await load()).settings).toEqual({ ...DEFAULTS, badge: false, look: 'dark' });
  });

  it('loses neither of two changes at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => update((s) => ({ ...s, sites: { ...s.sites, [`s${i}.test`]: 'off' } }))),
    );
    expect(Object.keys((await load()).settings.sites)).toHaveLength(20);
  });

  it('goes on after a change that throws', async () => {
    await expect(
      update(() => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect((await update((s) => ({ ...s, badge: false }))).badge).toBe(false);
  });

  it('changes what is kept beside the settings with them, in one write', async () => {
    fake.stored.local = { ...DEFAULTS, beside: 1, other: 2 };
    await updateWith(['beside'], (settings, { beside, other }) => {
      expect([beside, other]).toEqual([1, undefined]);
      return [{ ...settings, badge: false }, { beside: 3 }];
    });
    expect(writes).toEqual([{ badge: false, beside: 3 }]);
    await updateWith(['beside'], (settings) => [settings, {}]);
    expect(writes).toHaveLength(1);
  });

  it('mends a bad value at the next change, and keeps the future’s version', async () => {
    fake.stored.local = { version: 7, badge: 'yes' };
    expect((await load()).problems).toHaveLength(1);
    await update((settings) => settings);
    expect(await load()).toEqual({ settings: { ...DEFAULTS, version: 7 }, problems: [] });
  });

  it('tells of changes to settings until it is told to stop', async () => {
    const seen: Settings[] = [];
    const stop = new AbortController();
    onChange(({ settings }) => seen.push(settings), { signal: stop.signal });
    await update((s) => ({ ...s, badge: false }));
    await vi.waitFor(() => expect(seen.map(({ badge }) => badge)).toEqual([false]));
    await fake.api.storage.local.set({ other: 1 });
    await fake.api.storage.session.set({ badge: true });
    await update((s) => ({ ...s, badge: true }));
    await vi.waitFor(() => expect(seen.map(({ badge }) => badge)).toEqual([false, true]));
    stop.abort();
    let heard = 0;
    onChange(() => heard++);
    await update((s) => ({ ...s, badge: false }));
    await vi.waitFor(() => expect(heard).toBe(1));
    expect(seen).toHaveLength(2);
  });
});
