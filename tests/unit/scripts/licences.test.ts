import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { licences } from '../../../scripts/licences.ts';

/** May be put into what is under the MIT licence and given to others. */
const ALLOWED = /^(?:MIT|ISC|MPL-2\.0|BSD-[23]-Clause|Apache-2\.0|0BSD)$/;

it('docs/licences.md lists whose code is in the bundles, and all of it may be there', async () => {
  const told = await licences();
  expect(readFileSync('docs/licences.md', 'utf8')).toBe(told);
  const rows = [...told.matchAll(/^\| (\S+) \| \d\S* \| (\S+) \|/gm)];
  expect(rows.map(([, name]) => name)).toEqual(expect.arrayContaining(['preact', 'valibot', 'webextension-polyfill']));
  for (const [, name, licence] of rows) expect(licence, name).toMatch(ALLOWED);
});
