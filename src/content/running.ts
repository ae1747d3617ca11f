import type { Mode } from '../settings/schema.ts';
import type { Arrival } from './arrival.ts';
import type { Cleaner } from './cleaner.ts';
import type { Follower } from './follow.ts';
import type { Hiding } from './hide.ts';
import type { SettingsReceiver } from './settings.ts';
import type { Watcher } from './watcher.ts';

/**
 * The content script as what is injected beside the watcher finds it, in the isolated world, where no page sees it. What
 * is here was made by the watcher; the cleaner takes it over.
 */
export interface RunningScript {
  readonly watcher: Watcher;
  readonly hiding: Hiding;
  readonly follower: Follower;
  readonly arrival: Arrival;
  readonly settings: SettingsReceiver;
  /** Aborted when the script ends. */
  readonly signal: AbortSignal;
  /** Begins to hear messages, where it does not yet. */
  readonly hear: () => void;
  /** Begins to follow the page, where nobody has yet. */
  readonly begin: () => void;
  /** Runs `act` once the reader sees the tab: at once where they see it now, or have seen it. */
  readonly whenShown: (act: () => void) => void;
  /** The Mode that the page began in. `null` where the script came later than the page. */
  readonly beganInMode: Mode | null;
  /** `null` as long as nobody wanted it. */
  cleaner: Cleaner | null;
  /** Where the reader last opened the context menu. CSS pixels of the window. */
  pointed: { readonly x: number; readonly y: number } | null;
  /** The reader has scrolled something. */
  hasScrolled: boolean;
  /** The reader has selected something, or may have before the script came. */
  hasSelected: boolean;
}

/** The same once the cleaner is there. */
export interface CleaningScript extends RunningScript {
  readonly cleaner: Cleaner;
}

const world = globalThis as { cleanCopy?: RunningScript };

/** `undefined` where no content script runs, or no longer. */
export const runningScript = (): RunningScript | undefined => world.cleanCopy;

/** `undefined` where there is no cleaner. */
export function cleaningScript(): CleaningScript | undefined {
  const script = runningScript();
  return script?.cleaner ? (script as CleaningScript) : undefined;
}

export function setRunningScript(script: RunningScript | undefined): void {
  if (script) world.cleanCopy = script;
  else delete world.cleanCopy;
}
