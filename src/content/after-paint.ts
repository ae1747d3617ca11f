import { guarded } from './guarded.ts';
import { once } from './once.ts';

/** A page whose style sheets are still coming paints nothing. So long it is waited for. Milliseconds. */
const MAX_PAINT_WAIT_MS = 60;

/** Runs `act` after the next frame has been painted, so that no reader waits for it. */
export function afterPaint(act: () => void): void {
  const run = guarded(once(act));
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, MAX_PAINT_WAIT_MS);
}
