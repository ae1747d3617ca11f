/**
 * `npm run package` writes to packages/ what the stores ask for, the same bytes on every machine, and prints the SHA-256
 * of each: clean-copy-VERSION-TARGET.zip, and clean-copy-VERSION-source.zip with the files of the commit, for Mozilla's
 * reviewers. Everything is built twice, the second time into an empty dist/, and has to come out the same.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archive } from './archive.ts';
import { build } from './build.ts';
import { distOf, ROOT, TARGETS } from './paths.ts';

/** What the reviewers need to build the extension: tests and pictures are left out. */
const SOURCES = ['src/**', 'scripts/**', 'icons/**', 'docs/*.md', '*.json', '*.md', 'LICENSE', '.npmrc'].map(
  (path) => `:(glob)${path}`,
);

async function built(): Promise<ReadonlyMap<string, Uint8Array>> {
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  await build({ print: () => undefined });
  return new Map(TARGETS.map((target) => [target, archive(distOf(target))]));
}

/** The files that git knows, as they lie in the checkout: what is not committed would be built but not sent. */
function source(): Uint8Array {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  const changed = git('status', '--porcelain', '--', ...SOURCES);
  if (changed) throw new Error(`not committed:\n${changed}`);
  const names = git('ls-files', '-z', '--', ...SOURCES);
  return archive(ROOT, names.split('\0').filter(Boolean));
}

const first = await built();
const second = await built();
for (const [target, zip] of first)
  if (!Buffer.from(zip).equals(second.get(target) ?? new Uint8Array()))
    throw new Error(`two builds for ${target} differ`);

const folder = join(ROOT, 'packages');
mkdirSync(folder, { recursive: true });
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
for (const [kind, zip] of [...first, ['source', source()] as const]) {
  const name = `clean-copy-${version}-${kind}.zip`;
  writeFileSync(join(folder, name), zip);
  console.log(`${createHash('sha256').update(zip).digest('hex')}  packages/${name} (${zip.length} bytes)`);
}
