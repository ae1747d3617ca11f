import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** Zip stores local time without a zone: these fields are the same everywhere. */
const EPOCH = new Date(1980, 0, 1);
const UNIX = 3;
const PLAIN_FILE = 0o100644 << 16;

/** Names of all files below a folder, with forward slashes. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/**
 * Files of a folder as one archive that depends on nothing but their names and contents.
 * @param names relative to the folder, with forward slashes, in any order; all of its files unless given
 */
export function archive(folder: string, names: readonly string[] = filesOf(folder)): Uint8Array {
  const files: Zippable = {};
  for (const name of [...names].sort((a, b) => (a < b ? -1 : 1))) {
    files[name] = [readFileSync(join(folder, name)), { mtime: EPOCH, level: 9, os: UNIX, attrs: PLAIN_FILE }];
  }
  return zipSync(files);
}
