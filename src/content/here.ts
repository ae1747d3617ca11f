import type { Cleaner } from './clean.ts';
import type { Hiding } from './hide.ts';

/** The content script as what is injected beside it finds it, in the isolated world, where no page sees it. */
export interface Here {
  readonly cleaner: Cleaner;
  readonly hiding: Hiding;
  /** Where the reader last opened the context menu. CSS pixels of the window. */
  pointed: { readonly x: number; readonly y: number } | null;
  end(): void;
}

const world = globalThis as { cleanCopy?: Here };

/** `undefined` where no content script runs, or no longer. */
export const here = (): Here | undefined => world.cleanCopy;

export function setHere(now: Here | undefined): void {
  if (now) world.cleanCopy = now;
  else delete world.cleanCopy;
}
