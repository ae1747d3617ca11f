/** The settings as the background knows them: read once in its life, then kept up to date. */
import type { Settings } from '../settings/schema.ts';
import { load, onChange } from '../settings/store.ts';

let known: Promise<Settings> | undefined;

/** @throws where storage cannot be read */
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

/** Calls `listener` when {@link current} has changed. */
export function onSettings(listener: () => void): void {
  const changed = (settings?: Settings) => {
    known = settings && Promise.resolve(settings);
    listener();
  };
  // What cannot be read now is read when it is next needed.
  onChange(({ settings }) => changed(settings), { failed: changed });
}
