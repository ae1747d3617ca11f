import type { PageMessage, ShownMessage } from '../messages.ts';
import { alive, api, send } from './api.ts';
import { guarded } from './guarded.ts';

export type ModeMessage = Extract<PageMessage, { type: 'mode' }>;

/** Events at which it is worth a look whether the extension is still there. */
const SIGNS = ['visibilitychange', 'focus', 'pageshow'] as const;

/**
 * Ends a content script whose extension was updated, disabled or removed. The browser tells it through a port, when
 * there is one open and the background has not been put to sleep; so it looks for itself as well when the reader comes
 * back to the tab. (Firefox ends content scripts without a word.)
 */
export function endWithExtension(end: () => void, signal: AbortSignal): void {
  const look = guarded(() => {
    if (!alive()) end();
  });
  for (const sign of SIGNS) window.addEventListener(sign, look, { capture: true, signal });
}

/** A port tells of the extension's end as long as the background is awake. Opened once something is hidden. */
export function openPort(end: () => void): void {
  const port = api()?.runtime.connect({ name: 'page' });
  port?.onDisconnect.addListener(
    guarded(() => {
      // Reading it keeps the browser from writing it to the console.
      void api()?.runtime.lastError;
      if (!alive()) end();
    }),
  );
}

/** A page from the back/forward cache may have missed a change of the settings. */
export function askAgainWhenShown(change: (message: ModeMessage) => void, signal: AbortSignal): void {
  const shown = async (event: PageTransitionEvent) => {
    if (!event.persisted || !alive()) return;
    const message = (await send({ type: 'shown' } satisfies ShownMessage)) as ModeMessage | undefined;
    if (message?.type === 'mode' && !signal.aborted) change(message);
  };
  window.addEventListener('pageshow', (event) => void shown(event).catch(() => {}), { capture: true, signal });
}
