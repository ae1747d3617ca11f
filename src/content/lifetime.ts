import type { TabState } from '../messages.ts';
import { api, isExtensionThere, send } from './api.ts';
import { guarded } from './guarded.ts';

/** Events at which it is worth a look whether the extension is still there. */
const RETURN_EVENTS = ['visibilitychange', 'focus', 'pageshow'] as const;

/**
 * Ends a content script whose extension was updated, disabled or removed. The browser tells it through a port, when
 * there is one open and the background has not been put to sleep; so it looks for itself as well when the reader comes
 * back to the tab. (Firefox ends content scripts without a word.)
 */
export function endWithExtension(end: () => void, signal: AbortSignal): void {
  const look = guarded(() => {
    if (!isExtensionThere()) end();
  });
  for (const type of RETURN_EVENTS) window.addEventListener(type, look, { capture: true, signal });
}

/** A port tells of the extension's end as long as the background is awake. Opened once something is hidden. */
export function openPort(end: () => void): void {
  const port = api()?.runtime.connect({ name: 'page' });
  port?.onDisconnect.addListener(
    guarded(() => {
      // Reading it keeps the browser from writing it to the console.
      void api()?.runtime.lastError;
      if (!isExtensionThere()) end();
    }),
  );
}

/** A page from the back/forward cache may have missed a change of the settings. */
export function askAgainWhenShown(receive: (state: TabState) => void, signal: AbortSignal): void {
  const shown = async ({ persisted }: PageTransitionEvent) => {
    if (!persisted || !isExtensionThere()) return;
    const state = await send({ type: 'get-state' });
    if (state && !signal.aborted) receive(state);
  };
  window.addEventListener('pageshow', (event) => void shown(event).catch(() => {}), { capture: true, signal });
}
