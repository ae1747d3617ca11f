/**
 * What only the popup asks for: date, reading time and Summary, the body to copy, a sentence to search for, where
 * things stand on the page. A file of its own, which the popup injects beside the content script when it opens, so that
 * no page load pays for it.
 */
import { readDetails } from '../engine/details.ts';
import { readingTime } from '../engine/reading-time.ts';
import { rememberFor } from '../engine/remember.ts';
import { summarise } from '../engine/summary/summarise.ts';
import { tellingSentence } from '../engine/telling.ts';
import { articleParts, articleText } from '../engine/text.ts';
import type { Analysis, Original, Summary, TextSpan } from '../engine/types.ts';
import { here } from './here.ts';
import { listen } from './listen.ts';
import { placeOfSentence, placeOfSignal } from './place.ts';
import { Showing } from './showing.ts';

interface Details {
  readonly original: Original | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly words: number;
  readonly minutes: number;
  readonly summary: Summary;
}

/** Made once for each Analysis. */
const details = rememberFor((analysis: Analysis): Details => {
  const { original, byline, published } = readDetails(analysis);
  return { original, byline, published, ...readingTime(articleText(analysis)), summary: summarise(analysis) };
});

const analysed = <T>(act: (analysis: Analysis) => T): T | null => {
  const analysis = here()?.cleaner.analysis;
  return analysis ? act(analysis) : null;
};
const show = (place: (analysis: Analysis) => TextSpan[]) => here()?.hiding.show(analysed(place) ?? []) ?? false;

const reading = { details, Showing };
export type Reading = typeof reading;

/** In the isolated world, where no page sees it. */
const world = globalThis as { cleanCopyReading?: Reading };

if (!world.cleanCopyReading) {
  world.cleanCopyReading = reading;
  listen<'show-sentence' | 'show-signal' | 'export' | 'telling-sentence'>({
    'show-sentence': ({ text }) => show((analysis) => placeOfSentence(analysis, text)),
    'show-signal': ({ index }) => show((analysis) => placeOfSignal(analysis, index)),
    export: () => analysed(articleParts) ?? [],
    'telling-sentence': () => analysed(tellingSentence) ?? '',
  });
}
