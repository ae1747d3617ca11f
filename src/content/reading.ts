/**
 * What only the popup asks for: the Report with date, reading time and Summary, the body to copy, a sentence to search
 * for, where things stand on the page. A file of its own, which the popup injects beside the content script when it
 * opens, so that no page load pays for it.
 */
import { searchSentence } from '../engine/search-sentence.ts';
import { articleParts } from '../engine/text.ts';
import type { Analysis, TextSpan } from '../engine/types.ts';
import { listen } from './listen.ts';
import { placeOfSentence, placeOfSignal } from './place.ts';
import { report } from './report.ts';
import { cleaningScript, runningScript } from './running.ts';
import { Showing } from './showing.ts';
import type { ReadingTools } from './types.ts';

const withAnalysis = <T>(act: (analysis: Analysis) => T): T | null => {
  const analysis = runningScript()?.cleaner?.analysis;
  return analysis ? act(analysis) : null;
};
const show = (place: (analysis: Analysis) => TextSpan[]) =>
  runningScript()?.hiding.show(withAnalysis(place) ?? []) ?? false;

/** In the isolated world, where no page sees it. */
const world = globalThis as { cleanCopyReading?: ReadingTools };

if (!world.cleanCopyReading) {
  world.cleanCopyReading = { Showing };
  listen<'report' | 'show-sentence' | 'show-signal' | 'export' | 'telling-sentence'>({
    report: () => {
      const script = cleaningScript();
      if (script) return report(script, location.href);
      // Whoever injects this file alone has the cleaner a moment later.
      runningScript()?.watcher.bring();
      return null;
    },
    'show-sentence': ({ text }) => show((analysis) => placeOfSentence(analysis, text)),
    'show-signal': ({ index }) => show((analysis) => placeOfSignal(analysis, index)),
    export: () => withAnalysis(articleParts) ?? [],
    'telling-sentence': () => withAnalysis(searchSentence) ?? '',
  });
}
