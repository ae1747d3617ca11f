import { expect, test } from 'vitest';
import { literalsIn } from '../../../scripts/regexes.ts';

test('finds the expressions of a source file, and nothing that only looks like one', () => {
  const text = [
    'const a = /x+[/]\\/y/gi; // /no/',
    "const b = 4 / 2 / 1; const c = '/no/';",
    'return /z/.test(d) || !/w{2}/u.test(`a`);',
    '/* /no/ */ const e = [/v/, /u/];',
  ].join('\n');
  expect(literalsIn('a.ts', text)).toEqual([
    { place: 'a.ts:1', source: 'x+[/]\\/y', flags: 'gi' },
    { place: 'a.ts:3', source: 'z', flags: '' },
    { place: 'a.ts:3', source: 'w{2}', flags: 'u' },
    { place: 'a.ts:4', source: 'v', flags: '' },
    { place: 'a.ts:4', source: 'u', flags: '' },
  ]);
});
