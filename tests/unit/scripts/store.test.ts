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
function section(title: string, file = LISTING): string {
  const [, text] = file.split(`\n## ${title}\n`);
  if (text === undefined) throw new Error(`no “${title}”`);
  return text.split('\n## ')[0] ?? '';
}

/** What is to be typed in: the quotation, or the block. */
const typed = (title: string, file = LISTING) =>
  (/^> (.+)$/m.exec(section(title, file)) ?? /```text\n([\s\S]*?)\n```/.exec(section(title, file)))?.[1] ?? '';

/** Where its paragraphs and points stand: the same in every language. */
const shapeOf = (text: string) => text.split('\n').map((line) => (line === '' ? '' : line.startsWith('•') ? '•' : '…'));

test('the short text is the manifest’s, and fits in every language', () => {
  const { languages } = collect();
  expect(typed('Short text')).toBe(languages.en?.extension_description);
  for (const [language, { extension_description = '' }] of Object.entries(languages)) {
    expect(extension_description.length, language).toBeLessThanOrEqual(132);
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

test('every other language of the interface has its texts, and no other', () => {
  const others = Object.keys(collect().languages).filter((language) => language !== 'en');
  expect(readdirSync(join(STORE, 'texts')).sort()).toEqual(others.map((language) => `${language}.md`).sort());
});

test.each(readdirSync(join(STORE, 'texts')))(
  'texts/%s fit, are whole, and call the buttons what they are called',
  (name) => {
    const { languages } = collect();
    const file = readFileSync(join(STORE, 'texts', name), 'utf8');
    const [summary, description] = [typed('Summary', file), typed('Description', file)];
    expect(summary).not.toBe('');
    expect(summary.length).toBeLessThanOrEqual(250);
    expect(description.length).toBeLessThanOrEqual(15_000);
    expect(shapeOf(description)).toEqual(shapeOf(typed('Description')));
    expect(description).toContain(String(Object.keys(languages).length));
    for (const key of ['popup_why', 'menu_restore', 'popup_find_original'])
      expect(description).toContain(languages[name.replace('.md', '')]?.[key] ?? languages.en?.[key]);
  },
);

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

test('French marks are not left alone at a line’s end or beginning', () => {
  const texts = [
    ...Object.values(collect().languages.fr ?? {}).map(String),
    readFileSync(join(STORE, 'texts/fr.md'), 'utf8'),
  ];
  expect(texts.filter((text) => /« |\S [»?!:;]/.test(text))).toEqual([]);
});
