import { guarded } from './guarded.ts';

/**
 * What waits until the reader sees the tab: a page that is opened behind the one in front, or prerendered, may never be
 * looked at, and costs nothing until then.
 *
 * @returns runs `act` once the tab is shown: at once where it is, or has been
 */
export function waitUntilShown(document: Document, signal: AbortSignal): (act: () => void) => void {
  const waiting: (() => void)[] = [];
  let isShown = document.visibilityState === 'visible';
  const look = guarded(() => {
    if (document.visibilityState !== 'visible') return;
    isShown = true;
    document.removeEventListener('visibilitychange', look, { capture: true });
    for (const act of waiting.splice(0)) act();
  });
  if (!isShown) document.addEventListener('visibilitychange', look, { capture: true, signal });
  return (act) => {
    if (isShown) act();
    else waiting.push(act);
  };
}
