/**
 * `npx tsx scripts/licences.ts`: writes docs/licences.md, which lists whose code is in the bundles, as the build itself
 * sees it, with their licences in full. It travels in the packages.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundles } from './build.ts';
import { ROOT } from './paths.ts';

const FILE = join(ROOT, 'docs/licences.md');

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** In full. */
  readonly text: string;
  /** Scripts that hold some of it. */
  readonly bundles: readonly string[];
}

/** `node_modules/@a/b/dist/c.js` → `@a/b`. */
const packageOf = (path: string) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1];

function read(name: string, inBundles: Iterable<string>): Package {
  const folder = join(ROOT, 'node_modules', name);
  const { version, license }: { version: string; license?: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!license || !file) throw new Error(`${name} does not say what its licence is`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, version, licence: license, text, bundles: [...inBundles].sort() };
}

/** The packages that code in the bundles comes from, by name. */
async function packages(): Promise<Package[]> {
  const { outputs } = (await bundles(false)).metafile;
  const users = new Map<string, Set<string>>();
  for (const [output, { inputs }] of Object.entries(outputs))
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const name = packageOf(input);
      if (name && bytesInOutput > 0) users.set(name, (users.get(name) ?? new Set()).add(output.replace(/^dist\//, '')));
    }
  return [...users].map(([name, inBundles]) => read(name, inBundles)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What docs/licences.md has to say. */
export async function licences(): Promise<string> {
  const all = await packages();
  return `# Licences

Clean Copy is under the MIT licence. Its bundles hold code of these packages besides; everything else that
\`package.json\` names is for building and testing only. Written by \`npx tsx scripts/licences.ts\`.

| package | version | licence | in |
|---|---|---|---|
${all.map(({ name, version, licence, bundles }) => `| ${name} | ${version} | ${licence} | ${bundles.join(', ')} |`).join('\n')}

The source of webextension-polyfill, as it is in the bundles, is at <https://github.com/mozilla/webextension-polyfill>.

${all.map(({ name, text }) => `## ${name}\n\n\`\`\`\`\n${text}\n\`\`\`\``).join('\n\n')}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(FILE, await licences());
