/**
 * `npm run diagram`: draws from the imports in `src/` which room imports which, into docs/architecture.md.
 * `-- --check`, part of `npm run check`, only says whether the drawing there is current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './paths.ts';
import { importsOf, roomOf, sources } from './rooms.ts';

const FILE = 'docs/architecture.md';
const DRAWING = /```mermaid\n[\s\S]*?```/;

/** Room → the rooms that it imports → whether only types. */
type Imports = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

function importsBetween(files: readonly (readonly [path: string, text: string])[]): Imports {
  const rooms = new Map<string, Map<string, boolean>>();
  for (const [path] of files) if (!rooms.has(roomOf(path))) rooms.set(roomOf(path), new Map());
  for (const [path, text] of files) {
    const imported = rooms.get(roomOf(path));
    for (const { room, typesOnly } of importsOf(path, text))
      if (rooms.has(room)) imported?.set(room, typesOnly && (imported.get(room) ?? true));
  }
  return rooms;
}

/** A Mermaid flowchart: an arrow where a room runs another's code, a dotted one where it knows its types alone. */
export function diagram(files: readonly (readonly [path: string, text: string])[]): string {
  const lines = [...importsBetween(files)].flatMap(([room, imported]) => {
    const arrows = (arrow: string, types: boolean) => {
      const others = [...imported].flatMap(([other, typesOnly]) => (typesOnly === types ? other : [])).sort();
      return others.length > 0 ? [`  ${room} ${arrow} ${others.join(' & ')}`] : [];
    };
    return imported.size > 0 ? [...arrows('-->', false), ...arrows('-.->', true)] : [`  ${room}`];
  });
  return ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');
}

function main(): void {
  const path = join(ROOT, FILE);
  const text = readFileSync(path, 'utf8');
  const drawn = text.replace(DRAWING, () => diagram(sources()));
  if (!DRAWING.test(text)) throw new Error(`${FILE} has no drawing to replace`);
  if (text === drawn) return;
  if (process.argv.includes('--check')) {
    console.error(`${FILE}: the drawing of the rooms is old: npm run diagram`);
    process.exitCode = 1;
  } else writeFileSync(path, drawn);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
