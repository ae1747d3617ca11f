import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fixturesIn } from './fixtures.ts';

function folderOf(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'clean-copy-fixtures-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of files) writeFileSync(join(folder, file), '{"url":"https://a.test/"}');
  return folder;
}

it('a page has its expectations beside it', () => {
  expect(fixturesIn(folderOf('b.html', 'b.json', 'a.json', 'a.html')).map(({ name }) => name)).toEqual(['a', 'b']);
});

it.each([
  ['b.html', 'b.html has no b.json beside it'],
  ['b.json', 'b.json has no b.html beside it'],
])('%s alone fails, and says so', (file, sentence) => {
  expect(() => fixturesIn(folderOf('a.html', 'a.json', file))).toThrow(sentence);
});
