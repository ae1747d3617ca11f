import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { afterAll, expect, test } from 'vitest';
import { openPage } from '../../../scripts/analyse/pages.ts';
import { selectorOf } from '../../../scripts/analyse/record.ts';
import { ROOT } from '../../../scripts/paths.ts';

const SITE = join(ROOT, 'tests/fixtures/site');
const folder = mkdtempSync(join(tmpdir(), 'clean-copy-analyse-'));
afterAll(() => rmSync(folder, { recursive: true }));

function analyse(args: readonly string[], input = '') {
  const command = [join(ROOT, 'scripts/quick.mjs'), join(ROOT, 'scripts/analyse.ts'), ...args];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { input, cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return {
    status,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

test('one object a line, in the order given, of the documented shape', () => {
  const url = 'http://akhbar.test/repost-en.html';
  const { status, lines } = analyse([join(SITE, 'repost-en.html'), join(SITE, 'category.html'), '--url', url]);
  expect(status).toBe(0);
  expect(lines).toHaveLength(2);
  const [repost, category] = lines;
  expect(Object.keys(repost)).toEqual([
    'file',
    'url',
    'verdict',
    'original',
    'article',
    'clutter',
    'summary',
    'milliseconds',
  ]);
  expect(repost).toMatchObject({ file: join(SITE, 'repost-en.html'), url, verdict: { kind: 'repost' } });
  expect(Object.keys(repost.original)).toEqual(['url', 'publisher']);
  expect(Object.keys(repost.article)).toEqual([
    'headline',
    'byline',
    'published',
    'language',
    'dir',
    'standfirst',
    'text',
    'markdown',
    'words',
    'readingMinutes',
  ]);
  expect(Object.keys(repost.clutter[0])).toEqual(['kind', 'reason', 'text', 'selector']);
  expect(Object.keys(repost.milliseconds).sort()).toEqual([
    'article',
    'blocks',
    'clutter',
    'summary',
    'total',
    'verdict',
  ]);
  expect(category.verdict.kind).toBe('not-article');
  expect(category.article).toBeNull();
});

test('a file that cannot be read gives an error, the others are still printed', () => {
  const { status, lines } = analyse(['missing.html', join(SITE, 'repost-ar.html')]);
  expect(status).toBe(1);
  expect(lines[0]).toMatchObject({ file: 'missing.html', error: expect.stringContaining('ENOENT') });
  expect(lines[1].article.dir).toBe('rtl');
});

test('standard input, and lists whose files lie beside them', () => {
  const list = ['{ "file": "beside.html", "url": "https://a.test/1" }', '', '{ "file": "none.html" }'].join('\n');
  writeFileSync(join(folder, 'beside.html'), '<p>Hello');
  writeFileSync(join(folder, 'list.jsonl'), list);
  const { status, lines } = analyse(['-', '--list', join(folder, 'list.jsonl')], '<p>Hello');
  expect(status).toBe(1);
  expect(lines.map(({ file }) => file)).toEqual(['-', 'beside.html', 'none.html']);
  expect(lines[1].url).toBe('https://a.test/1');
  expect(lines[2].error).toContain('ENOENT');
});

test('packed files, the encoding that a page declares, and the address that it gives', () => {
  const head = '<meta charset=windows-1251><link rel="canonical" href="https://a.test/?a=1&amp;b=2"><p>';
  const file = join(folder, 'packed.html.gz');
  writeFileSync(file, gzipSync(Buffer.concat([Buffer.from(head), Buffer.from([0xcc, 0xe8, 0xf0])])));
  const { window } = openPage({ file });
  expect(window.document.body.textContent).toBe('Мир');
  expect(window.location.href).toBe('https://a.test/?a=1&b=2');
  expect(openPage({ file, url: 'https://b.test/' }).window.location.href).toBe('https://b.test/');
});

test('a page that gives no address is taken to be from the host that most of its links lead to', () => {
  const file = join(folder, 'no-address.html');
  const link = (address: string) => `<a href="${address}">read</a>`;
  writeFileSync(file, ['https://a.test/', 'https://b.test/1', 'https://a.test/2'].map(link).join(''));
  expect(openPage({ file }).window.location.host).toBe('a.test');
});

test('a selector finds its element', () => {
  const { document } = new JSDOM('<body><p></p><div><b></b><i></i><i></i></div>').window;
  const element = document.querySelectorAll('i')[1] as Element;
  expect(selectorOf(element)).toBe('html > body > div:nth-child(2) > i:nth-child(3)');
  expect(document.querySelector(selectorOf(element))).toBe(element);
});
