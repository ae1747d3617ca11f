/** Settings out of anything: what does not parse is reported and replaced alone. */
import * as v from 'valibot';
import { migrate, type Stored } from './migrations.ts';
import { DEFAULTS, ENTRIES, FIELDS, type Settings } from './schema.ts';

/** One value that did not parse, and so is not used. */
export interface Problem {
  /** The top-level key, with the entry behind a slash where only that is bad: `sites/example.com`. */
  readonly at: string;
  readonly message: string;
}

export interface Loaded {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** `undefined` when it does not parse. */
function take(schema: v.GenericSchema<unknown, unknown>, value: unknown, at: string, problems: Problem[]): unknown {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  problems.push({ at, message: result.issues[0].message });
  return undefined;
}

/** Reads settings of any version out of what storage, or a file, holds. Missing keys get their default in silence. */
export function parseSettings(stored: Stored): Loaded {
  const problems: Problem[] = [];
  const current = migrate(stored);
  const parsed: Record<string, unknown> = { ...DEFAULTS };
  for (const key of Object.keys(FIELDS) as (keyof Settings)[]) {
    if (current[key] === undefined) continue;
    const value = take(FIELDS[key], current[key], key, problems);
    if (value === undefined) continue;
    const accepts = ENTRIES[key];
    parsed[key] = accepts
      ? Object.fromEntries(
          Object.entries(current[key] as object).filter(([name, inner]) => {
            const good = accepts(name, inner);
            if (!good) problems.push({ at: `${key}/${name}`, message: 'not a valid entry' });
            return good;
          }),
        )
      : value;
  }
  // Every value has passed its key's schema, or is the default.
  return { settings: parsed as unknown as Settings, problems };
}
