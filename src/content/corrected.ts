/**
 * Has the page as the reader corrected it. A file of its own, which the browser starts before the content script where
 * the Site has corrections, and nowhere else. It asks the background for them; the page is read meanwhile.
 */
import { read } from '../engine/dom.ts';
import type { RulesMessage } from '../messages.ts';
import { send } from './api.ts';
import { Corrections } from './corrections.ts';
import { here } from './here.ts';
import { listen } from './listen.ts';

/** In the isolated world, where no page sees it. */
const world = globalThis as { cleanCopyCorrections?: Corrections };

const isParsed = () => read(document, 'readyState') !== 'loading';
/** What happens when a page has been parsed has happened: among others, it has been looked at. */
let hasArrived = isParsed();
/** About to be looked at, with the rules that are there by then. That it was looked at twice was felt. */
const isArriving = () => isParsed() && !hasArrived;

function use(rules: unknown, isAsked: boolean): true {
  if (Array.isArray(rules)) {
    world.cleanCopyCorrections?.set(rules);
    if (!(isAsked && isArriving())) here()?.cleaner.corrected();
  }
  return true;
}

const ask = async () => use(await send({ type: 'rules' } satisfies RulesMessage), true);

if (!world.cleanCopyCorrections) {
  world.cleanCopyCorrections = new Corrections(document);
  window.addEventListener('DOMContentLoaded', () => (hasArrived = true), { capture: true, once: true });
  listen<'rules'>({ rules: ({ rules }) => use(rules, false) });
  // A page from the back/forward cache may have missed a change.
  window.addEventListener('pageshow', ({ persisted }) => persisted && void ask(), { capture: true });
}
void ask();
