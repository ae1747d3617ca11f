/** Brings stored settings of older versions up to date. */
import { VERSION } from './schema.ts';

/** What storage holds, before it is parsed. */
export type Stored = Readonly<Record<string, unknown>>;

/** Takes stored settings to the next version. It runs before anything is parsed, so it must accept any data. */
export type Migration = (stored: Stored) => Stored;

/** Version → the step from it to the next. Version 1 is the first: there is no older one. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** Anything that is not a version counts as version 1. */
function versionOf({ version }: Stored): number {
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1;
}

/**
 * Stored settings in today's form. A version without a number is the first; of a version from the future what still
 * parses is used.
 */
export function migrate(stored: Stored, steps = MIGRATIONS, target = VERSION): Stored {
  let current = stored;
  for (let version = versionOf(stored); version < target; version++) {
    current = { ...(steps[version]?.(current) ?? current), version: version + 1 };
  }
  return current;
}
