/** What is typed into the stores, against what they accept and what the manifests ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestOf } from '../../../scripts/manifest.ts';
import { collect } from '../../../scripts/messages.ts';
import { ROOT, TARGETS } from '../../../scripts/paths.ts';

const STORE = join(ROOT, 'store');
const LISTING = readFileSync(join(STORE, 'listing.md'), 'utf8');

/** What stands below a heading. */
function section(title: string): string {
  const [, text] = LISTING.split(`\n## ${title}\n`);
  if (text === undefined) throw new Error(`store/listing.md has no “${title}”`);
  return text.split('\n## ')[0] ?? '';
}

/** What is to be typed in: the quotation, or the block. */
const typed = (title: string) =>
  (/^> (.+)$/m.exec(section(title)) ?? /```text\n([\s\S]*?)\n```/.exec(section(title)))?.[1] ?? '';

test('the short text is the manifest’s, and fits in every language', () => {
  const { languages } = collect();
  expect(typed('Short text')).toBe(languages.en?.extension_description);
  for (const [language, { extension_description }] of Object.entries(languages)) {
    expect(String(extension_description).length, language).toBeLessThanOrEqual(132);
  }
});

test.each([
  ['Summary', 250],
  ['Description', 15_000],
  ['Single purpose', 1000],
])('%s is there and has at most %i characters', (title, most) => {
  expect(typed(title)).not.toBe('');
  expect(typed(title).length).toBeLessThanOrEqual(most);
});

test('the number of languages is right', () => {
  expect(typed('Description')).toContain(`speaks ${Object.keys(collect().languages).length} languages`);
});

test('each permission has its reason, and no other', () => {
  const reasons = [...section('Why each permission').matchAll(/^\| `([^`]+)` \| \S/gm)].map((match) => match[1]);
  const asked = TARGETS.map(manifestOf).flatMap(({ permissions, host_permissions }) => [permissions, host_permissions]);
  expect(reasons.sort()).toEqual([...new Set(asked.flat(2))].sort());
});

test('the pictures are those that are listed, at most five, 1280 × 800', () => {
  const listed = [...section('Pictures').matchAll(/^\d\. `([^`]+)`: \S/gm)].map((match) => match[1]);
  expect(listed.length).toBeLessThanOrEqual(5);
  expect(readdirSync(join(STORE, 'pictures')).sort()).toEqual(listed);
  for (const name of listed) {
    const png = readFileSync(join(STORE, 'pictures', name ?? ''));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual([1280, 800]);
  }
});
