import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { archive } from '../../../scripts/archive.ts';

function folderWith(files: readonly (readonly [string, string])[], modified: Date): string {
  const folder = mkdtempSync(join(tmpdir(), 'clean-copy-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'icons'));
  for (const [name, text] of files) {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), modified, modified);
  }
  return folder;
}

test('the same files give the same bytes, whenever and in whatever order they were written', () => {
  const files = [
    ['b.js', 'two'],
    ['icons/a.png', 'three'],
    ['a.js', 'one'],
  ] as const;
  const one = archive(folderWith(files, new Date(2001, 1, 1)));
  const other = archive(folderWith([...files].reverse(), new Date(2020, 6, 6)));
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  expect(Object.keys(unzipSync(one))).toEqual(['a.js', 'b.js', 'icons/a.png']);
});
