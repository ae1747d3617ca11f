import { answer } from './answer.ts';
import { send } from './api.ts';
import { makeCleaner } from './clean.ts';
import { takeFlags } from './flags.ts';
import { guarded } from './guarded.ts';
import { type Here, here, setHere } from './here.ts';
import { makeHiding } from './hide.ts';
import { makeInsist } from './insist.ts';
import { askAgainWhenShown, endWithExtension, openPort } from './life.ts';
import { randomLetters } from './names.ts';
import { View } from './view.ts';
import { makeWatch } from './watch.ts';

/** Pages of text in a tab of their own. */
const isPage = () => self === top && /^(?:text\/html|application\/xhtml\+xml)$/.test(document.contentType);

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

function start(): void {
  const choice = takeFlags();
  if (!isPage() || here()) return;
  const stopping = new AbortController();
  const { signal } = stopping;

  const hiding = makeHiding(document, randomLetters());
  const watch = makeWatch(document, hiding);
  const view = new View(document, signal);
  const insist = makeInsist(hiding);
  const end = guarded(() => {
    setHere(undefined);
    stopping.abort();
    insist.stop();
    cleaner.stop();
  });
  const portOnce = once(() => openPort(end));
  const applied = () => {
    insist.look();
    if (hiding.pieces.length > 0) portOnce();
  };
  const cleaner = makeCleaner({ document, hiding, view, quietly: watch.quietly, applied, changed: send }, choice);
  const now: Here = { cleaner, hiding, pointed: null, end };
  setHere(now);
  window.addEventListener('contextmenu', (event) => (now.pointed = event), { capture: true, signal });

  watch.start(cleaner, signal);
  answer(cleaner, end, signal);
  endWithExtension(end, signal);
  askAgainWhenShown((message) => (message.mode === 'off' ? end() : cleaner.choose(message)), signal);
  if (document.readyState !== 'loading') cleaner.arrived();
}

guarded(start)();
