/** The settings as the background knows them: read once in its life, then kept up to date. */
import type { Settings } from '../settings/schema.ts';
import { load, onChange } from '../settings/store.ts';

let known: Promise<Settings> | undefined;

export function current(): Promise<Settings> {
  known ??= load().then(
    ({ settings }) => settings,
    (error) => {
      // Storage may answer the next time.
      known = undefined;
      throw error;
    },
  );
  return known;
}

let enforced: Settings | undefined;

/**
 * The settings in force: those that are being applied, or were applied last. What a page is told comes from here. A page
 * that was told of a change before its turn would be passed over if all was as before by then.
 * @throws where nothing was applied yet and storage cannot be read
 */
export async function inForce(): Promise<Settings> {
  return enforced ?? current();
}

/** Called when these begin to be applied, before any page is told of them. */
export function putInForce(settings: Settings): void {
  enforced = settings;
}

/** Calls `listener` when {@link current} has changed. */
export function onSettings(listener: () => void): void {
  const knows = (settings?: Settings) => {
    known = settings && Promise.resolve(settings);
    listener();
  };
  // What cannot be read now is read when it is next needed.
  onChange(({ settings }) => knows(settings), { failed: knows });
}
