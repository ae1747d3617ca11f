import { readDetails } from '../engine/details.ts';
import { memoizeWeak } from '../engine/memoize.ts';
import { readingTime } from '../engine/reading-time.ts';
import { withoutTracking } from '../engine/repost/tracking.ts';
import { summarize } from '../engine/summary/summarize.ts';
import { articleText } from '../engine/text.ts';
import type { Analysis, Article, Original } from '../engine/types.ts';
import type { CopySource, Report } from '../messages.ts';
import { corrections } from './beside.ts';
import { ofChosenKinds } from './pieces-to-hide.ts';
import type { CleaningScript } from './running.ts';
import { selectedRanges } from './selected-ranges.ts';
import type { HiddenPiece } from './types.ts';

/** What only the popup asks for. Made once for each Analysis. */
const detailsOf = memoizeWeak((analysis: Analysis) => ({
  ...readDetails(analysis),
  ...readingTime(articleText(analysis)),
  summary: summarize(analysis),
}));

/** What the popup shows. */
export function report(script: CleaningScript, url: string): Report {
  const { cleaner, hiding } = script;
  cleaner.ensureAnalysis();
  const { analysis, settings } = cleaner;
  const { signals, ...decided } = analysis?.verdict ?? NO_VERDICT;
  const article = analysis?.article ?? null;
  const details = article && analysis && detailsOf(analysis);
  const original = details?.original ?? analysis?.original;
  return {
    ...cleaner.standing,
    url: pageAddress(url),
    hasSelection: selectedRanges().length > 0,
    tooLarge: cleaner.isTooLarge,
    mode: settings.mode,
    peeking: hiding.isPeeking,
    verdict: {
      ...decided,
      signals: signals.map(({ id, quote, weight, direction }) => ({ id, quote, weight, direction })),
    },
    original: original ? withoutLink(original) : null,
    article: article &&
      analysis && {
        ...factsOf(analysis, article),
        words: details?.words ?? 0,
        readingMinutes: details?.minutes ?? 0,
      },
    summary: details?.summary ?? null,
    pieces: piecesOf(script).map(({ kind, text }) => ({ kind, text })),
  };
}

/** The address of a page, without what tracks. */
export const pageAddress = (url: string): string => withoutTracking(new URL(url)).href;

/** What is known of an article. */
export function factsOf(analysis: Analysis, article: Article): NonNullable<CopySource['article']> {
  const { publisher, byline, published } = readDetails(analysis);
  return {
    headline: article.headline,
    publisher: publisher ?? article.publisher,
    byline,
    published,
    language: article.language,
    dir: article.dir,
  };
}

const NO_VERDICT: Analysis['verdict'] = { kind: 'not-article', confidence: 0, signals: [] };

/** Pieces that are hidden now, or would be when cleaned. */
export function piecesOf({ cleaner, hiding }: CleaningScript): readonly HiddenPiece[] {
  const { analysis, cleaning, settings } = cleaner;
  if (cleaning === 'cleaned') return hiding.pieces;
  const pieces = analysis ? ofChosenKinds(analysis.clutter, settings) : [];
  return corrections()?.shown(pieces) ?? pieces;
}

const withoutLink = ({ link: _, ...original }: Original): Report['original'] => original;
