/**
 * What only the popup asks for: the Report with date, reading time and Summary, the body to copy, a sentence to search
 * for, where things stand on the page. A file of its own, which the popup injects beside the content script when it
 * opens, so that no page load pays for it.
 */
import { tellingSentence } from '../engine/telling.ts';
import { articleParts } from '../engine/text.ts';
import type { Analysis, TextSpan } from '../engine/types.ts';
import { here } from './here.ts';
import { listen } from './listen.ts';
import { placeOfSentence, placeOfSignal } from './place.ts';
import { report } from './report.ts';
import { Showing } from './showing.ts';

const analysed = <T>(act: (analysis: Analysis) => T): T | null => {
  const analysis = here()?.cleaner.analysis;
  return analysis ? act(analysis) : null;
};
const show = (place: (analysis: Analysis) => TextSpan[]) => here()?.hiding.show(analysed(place) ?? []) ?? false;

const reading = { Showing };
export type Reading = typeof reading;

/** In the isolated world, where no page sees it. */
const world = globalThis as { cleanCopyReading?: Reading };

if (!world.cleanCopyReading) {
  world.cleanCopyReading = reading;
  listen<'report' | 'show-sentence' | 'show-signal' | 'export' | 'telling-sentence'>({
    report: () => {
      const now = here();
      return now ? report(now, location.href) : null;
    },
    'show-sentence': ({ text }) => show((analysis) => placeOfSentence(analysis, text)),
    'show-signal': ({ index }) => show((analysis) => placeOfSignal(analysis, index)),
    export: () => analysed(articleParts) ?? [],
    'telling-sentence': () => analysed(tellingSentence) ?? '',
  });
}
