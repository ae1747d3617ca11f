import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
import {
  changesBetween,
  exportSettings,
  MAX_FILE_CHARS,
  readSettings,
  withImported,
} from '../../src/settings/transfer.ts';

const described = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync('docs/settings.schema.json', 'utf8')),
);

const mode = fc.constantFrom(...MODES);
const sites = fc.dictionary(
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
);
const some: fc.Arbitrary<Settings> = fc.record({
  version: fc.constant(VERSION),
  defaultMode: fc.constantFrom(...DEFAULT_MODES),
  sites,
  kinds: fc.dictionary(fc.constantFrom('share', 'widget', 'ad-token'), fc.boolean()),
  badge: fc.boolean(),
  notice: fc.boolean(),
  look: fc.constantFrom(...LOOKS),
  textSize: fc.constantFrom(...TEXT_SIZES),
  pictures: fc.boolean(),
  search: fc.constantFrom(null, 'https://search.test/?q=%s', 'https://search.test/%s', 'https://search.test?%s'),
  adTokensAnywhere: fc.boolean(),
  templates: fc.constantFrom(...TEMPLATE_SETS),
  ownTemplates: fc.dictionary(
    fc.constantFrom(...TEMPLATE_PLACES),
    fc.constantFrom('', '{{title}}', 'bad {{', 'title: {{title}}\n\tx', '标题 😀'),
  ),
  rules: fc.uniqueArray(fc.constantFrom('a rule', ' another', '__proto__', '规则'), { maxLength: 4 }),
  count: fc.boolean(),
  sync: fc.boolean(),
  syncRules: fc.boolean(),
  remember: fc.constantFrom(...REMEMBER_CHOICES),
  rememberMost: fc.integer({ min: 1, max: 100_000 }),
});

const file = (settings: object, more: object = {}) =>
  JSON.stringify({ format: 'clean-copy-settings', version: VERSION, settings, ...more }, null, 2);

const faultsOf = (text: string) => {
  const read = readSettings(text);
  if (!('faults' in read)) throw new Error('it was not refused');
  return read.faults.map(({ line, column, at, what }) => `${line}:${column} ${at} ${what}`);
};

describe('a settings file', () => {
  it('holds all settings, as its schema says, and gives them back', () => {
    fc.assert(
      fc.property(some, (settings) => {
        const text = exportSettings(settings);
        expect(described(JSON.parse(text)) ? [] : described.errors).toEqual([]);
        const { version: _, ...expected } = settings;
        expect(readSettings(text)).toEqual({ settings: expected });
        expect(withImported(DEFAULTS, expected, 'replace')).toEqual(settings);
      }),
    );
  });

  it('of every version is read', () => {
    const names = readdirSync('tests/fixtures/settings').sort();
    expect(names).toEqual(Array.from({ length: VERSION }, (_, index) => `version-${index + 1}.json`));
    for (const name of names) {
      const read = readSettings(readFileSync(`tests/fixtures/settings/${name}`, 'utf8'));
      expect(read).toMatchObject({
        settings: {
          defaultMode: 'always',
          sites: { 'quickfeed.example': 'off', 'daily.quickfeed.example': 'auto', 'xn--mgbh0fb.example': 'always' },
          kinds: { share: false, widget: true },
          badge: false,
          look: 'dark',
          search: 'https://search.example/?q=%s',
          adTokensAnywhere: false,
        },
      });
    }
  });

  it('may say little: the rest stays', () => {
    const read = readSettings(file({ look: 'dark' }));
    expect(read).toEqual({ settings: { look: 'dark' } });
    expect(withImported({ ...DEFAULTS, badge: false }, { look: 'dark' }, 'replace')).toEqual({
      ...DEFAULTS,
      badge: false,
      look: 'dark',
    });
    expect(readSettings(`\uFEFF${file({})}`)).toEqual({ settings: {} });
  });

  it('refuses what is longer than a file of ours can be, unread', () => {
    const longest = file({ look: 'dark' }).padEnd(MAX_FILE_CHARS);
    expect(readSettings(longest)).toEqual({ settings: { look: 'dark' } });
    expect(faultsOf(`${longest} `)).toEqual(['1:1  foreign']);
  });

  it('refuses what is nested so deeply that nobody can read it', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(faultsOf(deep)).toEqual(['1:1  foreign']);
    expect(faultsOf(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toEqual(['1:1  foreign']);
  });

  it('places the first twenty faults of many, and counts the rest', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`site-${i}.test`, 'sometimes']));
    const read = readSettings(
      JSON.stringify({ format: 'clean-copy-settings', version: VERSION, settings: { sites: many } }),
    );
    if (!('faults' in read)) throw new Error('it was not refused');
    expect([read.faults.length, read.more]).toEqual([20, 4980]);
  });

  it('that is no JSON is refused with the place', () => {
    expect(faultsOf('')).toEqual(['1:1  syntax']);
    expect(faultsOf('{\n  "format": "clean-copy-settings",\n  oops\n}')).toEqual(['3:3  syntax']);
    expect(faultsOf(`${file({})}x`)[0]).toMatch(/^5:2 {2}syntax$/);
    expect(faultsOf('{ "a": 1, }')).toEqual(['1:11  syntax']);
    expect(faultsOf('{ /* hello */ }')).toEqual(['1:3  syntax']);
    expect(faultsOf('\u0000\u0001PNG')[0]).toMatch(/syntax$/);
  });

  it('that is somebody else’s is refused', () => {
    for (const text of ['[]', '7', 'null', '{}', '{ "format": "other", "version": 1, "settings": {} }'])
      expect(faultsOf(text)).toEqual(['1:1  foreign']);
    expect(faultsOf(file([]))).toEqual(['1:1  foreign']);
    expect(faultsOf(file({}, { version: '1' }))).toEqual(['3:3 version foreign']);
    expect(faultsOf('{ "format": "clean-copy-settings", "settings": {} }')).toEqual(['1:1  foreign']);
  });

  it('of a later version is refused, and says so', () => {
    expect(faultsOf(file({ shape: 'round' }, { version: VERSION + 1 }))).toEqual(['3:3 version newer']);
  });

  it('with a setting that cannot be is refused as a whole, with each place', () => {
    const text = file({
      look: 'pink',
      shape: 'round',
      sites: { 'a.test': 'off', 'B.test': 'off', 'c/d/': 'sometimes' },
      rules: ['one', 'two\nlines', 'one'],
    });
    expect(faultsOf(text)).toEqual([
      '5:5 settings/look value',
      '6:5 settings/shape unknown',
      '9:7 settings/sites/B.test value',
      '10:7 settings/sites/c/d/ value',
      '14:7 settings/rules/1 value',
      '15:7 settings/rules/2 value',
    ]);
  });

  it.each([
    [{ look: 'pink' }],
    [{ shape: 'round' }],
    [{ textSize: 2 }],
    [{ sites: { 'B.test': 'off' } }],
    [{ sites: { 'a.test': 'sometimes' } }],
    [{ defaultMode: 'original' }],
    [{ sites: { 'a/b/': 'off' } }],
    [{ sites: { 'a/b*': 'off' } }],
    [{ sites: { 'a/b?c': 'off' } }],
    [{ sites: { 'a/ü': 'off' } }],
    [{ kinds: { share: 'no' } }],
    [{ kinds: { 'Not A Kind': true } }],
    [{ search: 'http://search.test/%s' }],
    [{ search: 'https://%s.test/' }],
    [{ rules: ['one', 'one'] }],
    [{ rules: [''] }],
    [{ rules: ['  '] }],
    [{ rules: ['two\nlines'] }],
    [{ rules: ['x'.repeat(1001)] }],
    [{ rules: Array.from({ length: 5001 }, (_, index) => `${index}`) }],
    [{ templates: 'mine' }],
    [{ ownTemplates: { body: '{{content}}' } }],
    [{ ownTemplates: { text: 7 } }],
    [{ ownTemplates: { text: 'x'.repeat(2001) } }],
    [{ ownTemplates: { text: 'a\u0000b' } }],
    [{ ownTemplates: { frontMatter: 'a: b\r\nc: d' } }],
    [{ badge: 'yes' }],
    [{ remember: true }],
    [{ rememberMost: 0 }],
  ])('%# is refused, and its schema says so too', (settings) => {
    const text = file(settings);
    expect(faultsOf(text)).not.toEqual([]);
    expect(described(JSON.parse(text))).toBe(false);
  });

  it('bears any rubbish', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readSettings(text)).toHaveProperty('faults');
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (settings) => {
        const read = readSettings(JSON.stringify({ format: 'clean-copy-settings', version: 1, settings }));
        for (const { line, column } of 'faults' in read ? read.faults : []) expect(Math.min(line, column)).toBe(1);
      }),
    );
  });
});

describe('an import', () => {
  const here: Settings = {
    ...DEFAULTS,
    sites: { 'a.test': 'off', 'b.test': 'off', 'c.test': 'auto' },
    kinds: { share: false },
    rules: ['one'],
    ownTemplates: { text: '{{content}}', fileName: '{{title}}' },
    badge: false,
  };
  const there: Partial<Settings> = {
    sites: { 'b.test': 'always', 'c.test': 'auto', 'd.test': 'off' },
    rules: ['two', 'one'],
    ownTemplates: { text: '{{title}}' },
    badge: true,
  };

  it('adds to what is here, and shows it beforehand', () => {
    const after = withImported(here, there, 'keep');
    expect(after).toEqual({
      ...here,
      sites: { 'a.test': 'off', 'b.test': 'always', 'c.test': 'auto', 'd.test': 'off' },
      rules: ['one', 'two'],
      ownTemplates: { text: '{{title}}', fileName: '{{title}}' },
      badge: true,
    });
    expect(changesBetween(here, after)).toEqual([
      { key: 'sites', name: 'b.test', before: 'off', after: 'always' },
      { key: 'sites', name: 'd.test', before: null, after: 'off' },
      { key: 'badge', name: null, before: false, after: true },
      { key: 'ownTemplates', name: 'text', before: '{{content}}', after: '{{title}}' },
      { key: 'rules', name: 'two', before: null, after: true },
    ]);
  });

  it('or takes its place', () => {
    const after = withImported(here, there, 'replace');
    expect(after).toMatchObject({ sites: there.sites, kinds: { share: false }, rules: ['two', 'one'] });
    expect(after.ownTemplates).toEqual({ text: '{{title}}' });
    expect(changesBetween(here, after)).toContainEqual({ key: 'sites', name: 'a.test', before: 'off', after: null });
  });
});
