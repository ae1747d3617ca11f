/** The watcher's file: it starts with every page whose Site is not off. */
import { send } from './api.ts';
import { Arrival } from './arrival.ts';
import { takeFlags } from './flags.ts';
import { Follower } from './follow.ts';
import { guarded } from './guarded.ts';
import { Hiding } from './hide.ts';
import { askAgainWhenShown, endWithExtension } from './lifetime.ts';
import { listen } from './listen.ts';
import { randomLetters } from './names.ts';
import { once } from './once.ts';
import { type RunningScript, runningScript, setRunningScript } from './running.ts';
import { SettingsReceiver } from './settings.ts';
import { waitUntilShown } from './shown.ts';
import { Watcher } from './watcher.ts';

/**
 * So long a busy page may be without an ear for messages. Firefox takes 20 ms to make the extension's own object when it is
 * first used: not while a page loads. Milliseconds.
 */
const MAX_DEAF_MS = 1000;

/** Pages of text in a tab of their own. */
const isPage = () => self === top && ['text/html', 'application/xhtml+xml'].includes(document.contentType);

function start(): void {
  const flags = takeFlags();
  if (!isPage()) return;
  const other = runningScript();
  if (other) {
    // Whoever starts the script again has something to say to it.
    other.hear();
    return;
  }
  const stopping = new AbortController();
  /** Nobody has told what the reader selected before. */
  const isLate = document.readyState !== 'loading';
  const { signal } = stopping;

  const hiding = new Hiding(document, randomLetters());
  const follower = new Follower(document, hiding);
  const arrival = new Arrival(document, hiding);
  const bring = async () => (await send({ type: 'bring-cleaner' })) === true;
  const watcher = new Watcher({ document, hiding, arrival, bring }, flags);
  const end = guarded(() => {
    setRunningScript(undefined);
    stopping.abort();
    watcher.stop();
    script.cleaner?.stop();
    follower.withoutObserving(() => hiding.restore());
  });
  const script: RunningScript = {
    watcher,
    hiding,
    follower,
    arrival,
    settings: new SettingsReceiver(() => script.cleaner ?? watcher, end),
    signal,
    hear: once(() => {
      const stop = listen<'standing' | 'state' | 'end'>({
        standing: () => (script.cleaner ?? watcher).standing,
        state: ({ type: _, ...state }) => script.settings.receive(state),
        end,
      });
      signal.addEventListener('abort', stop);
    }),
    begin: once(() => {
      follower.start(script.cleaner ?? watcher, signal);
      if (!script.cleaner && document.readyState !== 'loading') watcher.pageParsed();
    }),
    whenShown: waitUntilShown(document, signal),
    beganInMode: document.readyState === 'loading' ? flags.mode : null,
    cleaner: null,
    pointed: null,
    hasScrolled: false,
    hasSelected: isLate,
  };
  setRunningScript(script);
  /** What nobody needs before the page is there. */
  const attend = guarded(
    once(() => {
      if (signal.aborted) return;
      script.hear();
      window.addEventListener('contextmenu', (event) => (script.pointed = event), { capture: true, signal });
      endWithExtension(end, signal);
      askAgainWhenShown((state) => script.settings.receive(state), signal);
    }),
  );
  const first = { capture: true, passive: true, once: true, signal };
  document.addEventListener('scroll', () => (script.hasScrolled = true), first);
  document.addEventListener('selectionchange', () => (script.hasSelected = true), first);
  // Somebody who starts it later has something to say, and a load that nobody sees may be slower.
  if (isLate || document.visibilityState === 'hidden') attend();
  else {
    requestIdleCallback(attend, { timeout: MAX_DEAF_MS });
    window.addEventListener('load', attend, { capture: true, once: true, signal });
  }

  script.whenShown(script.begin);
}

guarded(start)();
