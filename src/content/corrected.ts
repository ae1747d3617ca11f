/**
 * Has the page as the reader corrected it. A file of its own, which the browser starts before the content script where
 * the Site has corrections, and nowhere else. It asks the background for them; the page is read meanwhile.
 */
import { read } from '../engine/dom.ts';
import { send } from './api.ts';
import { Corrections } from './corrections.ts';
import { runningScript } from './running.ts';

/** In the isolated world, where no page sees it. */
const world = globalThis as { cleanCopyCorrections?: Corrections };

const isParsed = () => read(document, 'readyState') !== 'loading';
/** Whether what happens when a page has been parsed has happened. Among others, the page has been analyzed. */
let hasArrived = isParsed();
/** The page is about to be analyzed, with the rules that are there by then. Analyzing it twice took so long that it was felt. */
const isAboutToBeAnalyzed = () => isParsed() && !hasArrived;

async function ask(corrections: Corrections): Promise<void> {
  const state = await send({ type: 'get-state' });
  if (state && corrections.set(state.rules) && !isAboutToBeAnalyzed()) runningScript()?.cleaner?.correctionsChanged();
}

// What changes later reaches the content script, see settings.ts.
if (!world.cleanCopyCorrections) {
  world.cleanCopyCorrections = new Corrections(document);
  window.addEventListener('DOMContentLoaded', () => (hasArrived = true), { capture: true, once: true });
  void ask(world.cleanCopyCorrections);
}
