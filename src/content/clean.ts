/** The cleaner's file: the engine and what hides by it. It is brought where the watcher, or the reader, wants it. */
import { send } from './api.ts';
import { Cleaner } from './cleaner.ts';
import { EmptyLines } from './empty-lines.ts';
import { guarded } from './guarded.ts';
import { openPort } from './lifetime.ts';
import { listen } from './listen.ts';
import { noticeDecision, noticeOriginal, noticeReturn } from './notice.ts';
import { once } from './once.ts';
import { type RunningScript, runningScript } from './running.ts';
import { ShownAgain } from './shown-again.ts';
import { goerToOriginal } from './to-original.ts';
import { Viewport } from './viewport.ts';

/** Takes the watcher's place. */
function takeOver(script: RunningScript): void {
  const { watcher, hiding, follower, arrival, settings, signal } = script;
  const shownAgain = new ShownAgain(
    hiding,
    () => cleaner.sheetRemoved(),
    (elements) => cleaner.keptShown(elements),
  );
  const openPortOnce = once(() => openPort(settings.end));
  const cleaner = new Cleaner(
    {
      document,
      hiding,
      arrival,
      hasSelected: () => script.hasSelected,
      viewport: new Viewport(document, () => script.hasScrolled),
      withoutObserving: (act) => follower.withoutObserving(act),
      applied: () => {
        shownAgain.update();
        if (hiding.pieces.length > 0) openPortOnce();
        goToOriginal();
      },
      changed: send,
    },
    watcher.settings,
  );
  watcher.stop();
  script.cleaner = cleaner;
  const goToOriginal = goerToOriginal(script, cleaner);
  hiding.emptyLines = new EmptyLines();

  /** Does what the reader asks for, and says so on the page where that is wanted. */
  const after = (act: () => void, notice = false, undo = cleaner.keep()) => {
    act();
    if (notice) void noticeDecision(() => cleaner.standing, undo);
    return cleaner.standing;
  };
  const stopListening = listen<'peek' | 'pause' | 'clean' | 'corrected' | 'came-from'>({
    peek: ({ on }) => after(() => cleaner.peek(on)),
    pause: ({ notice }) => after(() => cleaner.pause(), notice),
    clean: ({ once: isOnce, notice }) => {
      if (isOnce) settings.cleanOnce();
      // Where the Site is off, nothing was there before.
      return after(() => cleaner.clean(), notice, isOnce ? settings.end : undefined);
    },
    'came-from': ({ site }) => void noticeOriginal(site, () => void send({ type: 'back-to-copy' })),
    corrected: ({ correction }) => void noticeReturn(() => void send({ type: 'take-back', correction })),
  });
  signal.addEventListener('abort', () => {
    stopListening();
    shownAgain.stop();
  });
  script.hear();
  script.begin();
  follower.handOver(cleaner);
  if (document.readyState !== 'loading') cleaner.pageParsed();
  if (document.readyState !== 'complete')
    window.addEventListener(
      'load',
      guarded(() => cleaner.pageLoaded()),
      { capture: true, once: true, signal },
    );
}

function start(): void {
  const script = runningScript();
  if (!script) return;
  const act = () => {
    if (!script.cleaner && !script.signal.aborted) takeOver(script);
  };
  // A page that is still arriving comes with its registration. Later, somebody wants it.
  if (document.readyState === 'loading') script.whenShown(act);
  else act();
}

guarded(start)();
