import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** Zip stores local time without a zone: these fields are the same everywhere. */
const EPOCH = new Date(1980, 0, 1);
const UNIX = 3;
const PLAIN_FILE = 0o100644 << 16;

/** The files of a folder as one archive that depends on nothing but their names and contents. */
export function archive(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort((a, b) => (a < b ? -1 : 1));
  const files: Zippable = {};
  for (const name of names) {
    files[name] = [readFileSync(join(folder, name)), { mtime: EPOCH, level: 9, os: UNIX, attrs: PLAIN_FILE }];
  }
  return zipSync(files);
}
