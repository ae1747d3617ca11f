import { expect, it } from 'vitest';
import { diagnosticsText } from '../../src/options/diagnostics-text.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';

const about = { version: '1.2.3', browser: 'Browser 4', platform: 'os arch', registered: 2, timings: { reading: 1.6 } };

it('tells every setting, and counts what names a host', () => {
  const settings = {
    ...DEFAULTS,
    sites: { 'a.test': 'off', 'b.test': 'always', 'c.test': 'off' } as const,
    kinds: { widget: true, 'ad-token': false },
    rules: ['a.test##hide'],
    search: 'https://d.test/?q=%s',
  };
  const text = diagnosticsText({ ...about, settings, errors: [{ time: 0, where: 'popup', message: 'Oh' }] });
  expect(text).not.toContain('.test');
  for (const key of Object.keys(DEFAULTS)) expect(text).toContain(`\n  ${key}: `);
  for (const line of [
    'Clean Copy 1.2.3',
    'Browser 4',
    'os arch',
    '  sites: off 2, always 1',
    '  kinds: widget true, ad-token false',
    '  rules: 1',
    "  search: the reader's own",
    'Registered content scripts: 2',
    '  reading: 2 ms',
    'Errors: 1',
    '  1970-01-01T00:00:00.000Z popup: Oh',
  ])
    expect(text.split('\n')).toContain(line);
});

it('says where there is nothing', () => {
  const lines = diagnosticsText({ ...about, settings: DEFAULTS, errors: [] }).split('\n');
  for (const line of ['  sites: none', '  kinds: none', "  search: the browser's", 'Errors: none'])
    expect(lines).toContain(line);
});
