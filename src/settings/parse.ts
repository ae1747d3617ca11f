/** Parses settings. A value that is not valid is reported and replaced by its default; the others stay. */
import * as v from 'valibot';
import { migrate, type Stored } from './migrations.ts';
import { DEFAULTS, ENTRIES, type EntryCheck, FIELDS, LINES, type LineCheck, type Settings } from './schema.ts';

/** A value that is not valid, and so is not used. */
export interface SettingsProblem {
  /** The top-level key, with the entry behind a slash where only that is bad: `sites/example.com`, `rules/12`. */
  readonly at: string;
  readonly message: string;
}

export interface Loaded {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
}

/** `undefined` when it does not parse. */
function take(
  schema: v.GenericSchema<unknown, unknown>,
  value: unknown,
  at: string,
  problems: SettingsProblem[],
): unknown {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  problems.push({ at, message: result.issues[0].message });
  return undefined;
}

/** The good entries of a record. */
function entriesOf(value: object, accepts: EntryCheck, at: string, problems: SettingsProblem[]): object {
  const good = Object.entries(value).filter(([name, inner]) => {
    if (accepts(name, inner)) return true;
    problems.push({ at: `${at}/${name}`, message: 'not a valid entry' });
    return false;
  });
  return Object.fromEntries(good);
}

/** The good lines of a list. */
function linesOf(value: unknown[], { accepts, most }: LineCheck, at: string, problems: SettingsProblem[]): string[] {
  const good = new Set<string>();
  const wrongWith = (line: unknown): string | null => {
    if (typeof line !== 'string' || !accepts(line)) return 'not a valid line';
    if (good.has(line)) return 'the same line again';
    return good.size >= most ? `more than ${most} lines` : null;
  };
  value.forEach((line, index) => {
    const message = wrongWith(line);
    if (message) problems.push({ at: `${at}/${index}`, message });
    else good.add(line as string);
  });
  return [...good];
}

/** Reads settings of any version out of what storage, or a file, holds. Missing keys get their default in silence. */
export function parseSettings(stored: Stored): Loaded {
  const problems: SettingsProblem[] = [];
  const current = migrate(stored);
  const parsed: Record<string, unknown> = { ...DEFAULTS };
  for (const key of Object.keys(FIELDS) as (keyof Settings)[]) {
    if (current[key] === undefined) continue;
    const value = take(FIELDS[key], current[key], key, problems);
    if (value === undefined) continue;
    const [accepts, lines] = [ENTRIES[key], LINES[key]];
    // A copy by the schema would lose an entry called `__proto__`, which is a valid Site.
    if (accepts) parsed[key] = entriesOf(current[key] as object, accepts, key, problems);
    else parsed[key] = lines ? linesOf(value as unknown[], lines, key, problems) : value;
  }
  // Every value has passed its key's schema, or is the default.
  return { settings: parsed as unknown as Settings, problems };
}
