/**
 * Who may import whom, and what nobody may use: part of `npm run check`. The rooms are the folders of `src/`; why the
 * walls stand where they do is in docs/architecture.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './paths.ts';

/**
 * What a room may take from others: everything, types alone, or types and one file or folder, such as the words in
 * `types.ts` (the list of Clutter kinds). Packages are listed by name.
 */
type Doors = Readonly<Record<string, 'all' | 'types' | `${string}.ts` | `${string}/`>>;

const PAGE: Doors = {
  settings: 'all',
  messages: 'all',
  locales: 'all',
  sketch: 'all',
  memory: 'all',
  engine: 'types.ts',
  rules: 'all',
  templates: 'all',
  'unique-id': 'all',
  'address-field': 'all',
  shortcuts: 'all',
  'host-name': 'all',
  preact: 'all',
  valibot: 'all',
  'webextension-polyfill': 'all',
};
const ROOMS: Readonly<Record<string, Doors>> = {
  engine: {},
  settings: { valibot: 'all', 'webextension-polyfill': 'all', 'jsonc-parser': 'all' },
  messages: { engine: 'types', memory: 'types', rules: 'types', settings: 'types' },
  rules: { engine: 'all', settings: 'site.ts' },
  templates: { rules: 'cursor.ts', settings: 'types' },
  locales: { 'webextension-polyfill': 'all' },
  sketch: {},
  'unique-id': { preact: 'all' },
  'address-field': { preact: 'all' },
  shortcuts: { preact: 'all', locales: 'all', 'webextension-polyfill': 'all' },
  'host-name': { preact: 'all', punycode: 'all' },
  memory: { sketch: 'all', settings: 'all', messages: 'types', engine: 'types', idb: 'all', valibot: 'all' },
  // No package: it would travel to every page.
  content: {
    engine: 'all',
    messages: 'all',
    rules: 'all',
    sketch: 'all',
    settings: 'types',
    locales: 'types',
    'webextension-polyfill': 'types',
  },
  // What is copied and saved, for the popup, the context menu and the options' preview.
  formats: {
    engine: 'types',
    messages: 'types',
    locales: 'all',
    templates: 'all',
    filenamify: 'all',
  },
  background: { ...PAGE, formats: 'all' },
  popup: { ...PAGE, formats: 'all' },
  options: { ...PAGE, formats: 'all' },
  history: PAGE,
  welcome: PAGE,
  // Shows what the engine and the hiding do, on a page of its own.
  demo: { ...PAGE, engine: 'all', content: 'hide.ts' },
};

/** Folders of one room that know nothing of each other: neither needs to change when the other does. */
const STRANGERS: readonly (readonly [string, string])[] = [
  ['src/engine/repost/', 'src/engine/clutter/'],
  ['src/engine/clutter/', 'src/engine/repost/'],
];

/** Ways to run text as code or markup, and ways out to the network. */
const FORBIDDEN =
  /\b(?:innerHTML|outerHTML)\s*\+?=(?!=)|\b(?:insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|dangerouslySetInnerHTML|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b|\b(?:eval|fetch|Function)\s*\(|\bdocument\.write/;

const IMPORT =
  /(?:^|[;\n])\s*(?:import\b([^'";=(]*?)(?:\bfrom\s*)?|export\b\s*((?:type\s*)?(?:\{[^}]*\}|\*[^'";=]*?))\s*from\s*)['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/g;

const STRING_OR_COMMENT =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

const withoutComments = (source: string) =>
  source.replace(STRING_OR_COMMENT, (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found));

const isBehind = (door: string, room: string, path: string): boolean =>
  door.endsWith('/') ? path.startsWith(room + door) : path === room + door;

/** `import type …` or `import { type A, type B }`. */
function isTypesOnly(clause: string): boolean {
  if (/^\s*type\b(?!\s+from\b)/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1]?.split(',') ?? [''];
  return names.some((name) => name.trim() !== '') && names.every((name) => /^\s*(?:type\s.*)?$/.test(name));
}

/** `content` of `src/content/hide.ts`, `messages` of `src/messages.ts`; the package's name of a package. */
export function roomOf(path: string): string {
  const [first, second] = path.split('/');
  return (first === 'src' ? second : first)?.replace(/\.tsx?$/, '') ?? '';
}

/** One import, or export from elsewhere, that a source file has. */
export interface Import {
  readonly line: number;
  /** Where it leads: a room, or a package. */
  readonly room: string;
  /** The file that is imported, relative to the checkout, or the package. */
  readonly path: string;
  readonly typesOnly: boolean;
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;

function allImportsOf(path: string, text: string): Import[] {
  const source = withoutComments(text);
  return [...source.matchAll(IMPORT)].map((match): Import => {
    const [all, imported, exported, from, dynamic] = match;
    const name = from ?? dynamic ?? '';
    const inside = name.startsWith('.')
      ? normalize(join(path, '..', name)).replaceAll('\\', '/')
      : name.replace(/^(@[^/]+\/[^/]+|[^/]+).*/, '$1');
    return {
      line: lineAt(source, (match.index ?? 0) + all.length - all.trimStart().length),
      room: roomOf(inside),
      path: inside,
      typesOnly: isTypesOnly(imported ?? exported ?? ''),
    };
  });
}

/**
 * What a source file imports from other rooms and from packages.
 * @param path relative to the checkout, with forward slashes
 */
export const importsOf = (path: string, text: string): Import[] =>
  allImportsOf(path, text).filter(({ room }) => room !== roomOf(path));

/**
 * What is wrong with a source file.
 * @param path relative to the checkout, with forward slashes
 * @returns a line for each offence, `PATH:LINE: what`
 */
export function offences(path: string, text: string): string[] {
  const room = roomOf(path);
  const doors = ROOMS[room];
  if (!doors) return [`${path}:1: there is no room ${room}`];
  const found: string[] = [];
  for (const { line, room: other, path: inside, typesOnly } of importsOf(path, text)) {
    const door = doors[other];
    if (!door) found.push(`${path}:${line}: ${room} may not import ${other}`);
    else if (door !== 'all' && !isBehind(door, `src/${other}/`, inside) && !typesOnly)
      found.push(`${path}:${line}: ${room} may import only types of ${other}`);
  }
  for (const { line, path: inside } of allImportsOf(path, text))
    for (const [own, other] of STRANGERS)
      if (path.startsWith(own) && inside.startsWith(other))
        found.push(`${path}:${line}: ${own} may not import ${other}`);
  withoutComments(text)
    .split('\n')
    .forEach((line, index) => {
      const word = FORBIDDEN.exec(line)?.[0];
      if (word) found.push(`${path}:${index + 1}: ${word} may not be used`);
    });
  return found;
}

/** Every source file: its path, relative to the checkout with forward slashes, and its text. */
export const sources = (): [path: string, text: string][] =>
  readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [relative(ROOT, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]);

function main(): void {
  const found = sources().flatMap(([path, text]) => offences(path, text));
  for (const line of found) console.error(line);
  if (found.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
