/** All settings as one JSON file, to be kept or taken elsewhere. `docs/settings.schema.json` describes it. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { migrate, type Stored } from './migrations.ts';
import { parseSettings } from './parse.ts';
import { DEFAULTS, FIELDS, type Settings, VERSION } from './schema.ts';

const FORMAT = 'clean-copy-settings';

/** The file's text. */
export function exportSettings({ version: _, ...settings }: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`;
}

/** What is wrong with a file, and where. */
export interface FileFault {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Keys, with slashes between them: `settings/sites/example.com`. Empty for the file as a whole. */
  readonly at: string;
  readonly what: FileFaultKind;
}

export type FileFaultKind =
  /** Not JSON. */
  | 'syntax'
  /** JSON, but not a file of these settings. */
  | 'foreign'
  /** From a later version than this one. */
  | 'newer'
  /** No setting has this name. */
  | 'unknown'
  /** A setting cannot be this. */
  | 'value';

/** Why a file is refused. */
export interface RefusedFile {
  /** The first ones, in the order of the file. */
  readonly faults: readonly FileFault[];
  /** How many there are besides. */
  readonly more: number;
}

/** The settings that a file has, or why it is refused. */
export type SettingsFile = { readonly settings: Partial<Settings> } | RefusedFile;

/** Faults of one file that are placed: a file may have as many as it has lines, and each is looked for. */
const MAX_FAULTS = 20;

/** A file that is larger than this was not written by us. In UTF-16 units, and so at most in bytes. */
export const MAX_FILE_CHARS = 20_000_000;

function faultAt(text: string, offset: number, at: string, what: FileFaultKind): FileFault {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n'), at, what };
}

const isObject = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a file of this or any earlier version. Unlike what is in storage, a file is taken whole or not at all: whoever
 * has it can mend it, and is told where.
 */
export function readSettings(text: string): SettingsFile {
  // Some editors put a byte order mark first.
  const json = text.replace(/^\uFEFF/, '');
  const refused = (...faults: FileFault[]): RefusedFile => ({ faults, more: 0 });
  if (json.length > MAX_FILE_CHARS) return refused(faultAt('', 0, '', 'foreign'));
  const read = treeOf(json);
  if (read === null) return refused(faultAt('', 0, '', 'foreign'));
  const { tree, error } = read;
  if (!tree || error) return refused(faultAt(json, error?.offset ?? 0, '', 'syntax'));
  const place = (path: string, what: FileFaultKind) => {
    const node = path === '' ? tree : findNodeAtLocation(tree, pathOf(path));
    return faultAt(json, startOf(node ?? tree), path, what);
  };

  const file: unknown = JSON.parse(json);
  if (!isObject(file) || file.format !== FORMAT || !isObject(file.settings)) return refused(place('', 'foreign'));
  const { version, settings } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refused(place(version === undefined ? '' : 'version', 'foreign'));
  if (version > VERSION) return refused(place('version', 'newer'));

  const current = migrate({ ...settings, version });
  const unknown = Object.keys(settings).filter((key) => version === VERSION && !(key in NAMED));
  const { settings: parsed, problems } = parseSettings(current);
  const faults = [
    ...unknown.slice(0, MAX_FAULTS).map((key) => place(`settings/${key}`, 'unknown')),
    ...problems.slice(0, MAX_FAULTS).map(({ at }) => place(`settings/${at}`, 'value')),
  ]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, MAX_FAULTS);
  if (faults.length > 0) return { faults, more: unknown.length + problems.length - faults.length };
  const keys = (Object.keys(NAMED) as (keyof Settings)[]).filter((key) => current[key] !== undefined);
  return { settings: Object.fromEntries(keys.map((key) => [key, parsed[key]])) };
}

/** `null` for what is nested so deeply that nobody can read it: nothing of ours is. */
function treeOf(json: string): { tree: Node | undefined; error: ParseError | undefined } | null {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(json, errors, {
      disallowComments: true,
      allowTrailingComma: false,
      allowEmptyContent: false,
    });
    return { tree, error: errors[0] };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What a file may set. */
const { version: _, ...NAMED } = FIELDS;

/** `settings/sites/example.com` and `settings/rules/12` as keys and indexes. A name of an entry may hold slashes. */
function pathOf(path: string): (string | number)[] {
  const [top = '', key, ...rest] = path.split('/');
  const keys = key === undefined ? [top] : [top, key];
  if (rest.length === 0) return keys;
  const inside = rest.join('/');
  return [...keys, Array.isArray(DEFAULTS[key as keyof Settings]) ? Number(inside) : inside];
}

/** The place that a fault names: that of the key, if there is one. */
function startOf({ offset, parent }: Node): number {
  return parent?.type === 'property' ? parent.offset : offset;
}

/** Whether an import keeps the Sites, kinds and corrections that are not in the file. */
export type ImportTreatment = 'keep' | 'replace';

/** The settings after an import. */
export function withImported(settings: Settings, file: Partial<Settings>, treatment: ImportTreatment): Settings {
  const kept = treatment === 'keep';
  return {
    ...settings,
    ...file,
    sites: { ...(kept || !file.sites ? settings.sites : {}), ...file.sites },
    kinds: { ...(kept || !file.kinds ? settings.kinds : {}), ...file.kinds },
    ownTemplates: { ...(kept || !file.ownTemplates ? settings.ownTemplates : {}), ...file.ownTemplates },
    rules: [...new Set([...(kept || !file.rules ? settings.rules : []), ...(file.rules ?? [])])],
    version: settings.version,
  };
}

/** One thing that an import changes. A value of `null` means that it is not set. */
export interface SettingChange {
  /** A key of the settings. */
  readonly key: keyof Settings;
  /** The entry or line of it; `null` where the setting is one value. */
  readonly name: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

function entriesOf(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) return new Map(value.map((line) => [line, true]));
  return isObject(value) ? new Map(Object.entries(value)) : null;
}

/** Everything in which two settings are different, in the order of the settings. */
export function changesBetween(before: Settings, after: Settings): SettingChange[] {
  return (Object.keys(NAMED) as (keyof Settings)[]).flatMap((key): SettingChange[] => {
    const [was, is] = [entriesOf(before[key]), entriesOf(after[key])];
    if (!was || !is)
      return before[key] === after[key] ? [] : [{ key, name: null, before: before[key], after: after[key] }];
    return [...new Set([...was.keys(), ...is.keys()])]
      .filter((name) => was.get(name) !== is.get(name))
      .map((name) => ({ key, name, before: was.get(name) ?? null, after: is.get(name) ?? null }));
  });
}
