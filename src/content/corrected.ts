/**
 * Has the page as the reader corrected it. A file of its own, which the browser starts before the content script where
 * the Site has corrections, and nowhere else. It asks the background for them; the page is read meanwhile.
 */
import type { RulesMessage } from '../messages.ts';
import { send } from './api.ts';
import { Corrections } from './corrections.ts';
import { here } from './here.ts';
import { listen } from './listen.ts';

/** In the isolated world, where no page sees it. */
const world = globalThis as { cleanCopyCorrections?: Corrections };

function use(rules: unknown): true {
  if (Array.isArray(rules)) {
    world.cleanCopyCorrections?.set(rules);
    here()?.cleaner.corrected();
  }
  return true;
}

const ask = async () => use(await send({ type: 'rules' } satisfies RulesMessage));

if (!world.cleanCopyCorrections) {
  world.cleanCopyCorrections = new Corrections(document);
  listen<'rules'>({ rules: ({ rules }) => use(rules) });
  // A page from the back/forward cache may have missed a change.
  window.addEventListener('pageshow', ({ persisted }) => persisted && void ask(), { capture: true });
}
void ask();
