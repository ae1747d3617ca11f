/**
 * `npm run package`: dist → packages/clean-copy-VERSION-TARGET.zip, the same bytes on every machine. Prints the SHA-256.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archive } from './archive.ts';
import { distOf, ROOT, TARGETS } from './paths.ts';

const folder = join(ROOT, 'packages');
mkdirSync(folder, { recursive: true });
for (const target of TARGETS) {
  const { version } = JSON.parse(readFileSync(join(distOf(target), 'manifest.json'), 'utf8'));
  const name = `clean-copy-${version}-${target}.zip`;
  const zip = archive(distOf(target));
  writeFileSync(join(folder, name), zip);
  console.log(`${createHash('sha256').update(zip).digest('hex')}  packages/${name} (${zip.length} bytes)`);
}
