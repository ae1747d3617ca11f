import type { Analysis } from '../engine/types.ts';
import type { Report } from '../messages.ts';
import { ofChosenKinds } from './choose.ts';
import type { Cleaner } from './clean.ts';
import type { Hiding } from './hide.ts';
import { reading } from './injected.ts';

/** What the popup shows. */
export function report(cleaner: Cleaner, hiding: Hiding, url: string): Report {
  const { analysis, cleaning, choice, loading } = cleaner;
  const { signals = [], kind = 'not-article', confidence = 0 } = analysis?.verdict ?? {};
  const article = analysis?.article ?? null;
  const details = (article && analysis && reading()?.details(analysis)) ?? null;
  const pieces = cleaning === 'cleaned' ? hiding.pieces : analysis ? ofChosenKinds(analysis.clutter, choice) : [];
  return {
    url,
    loading,
    tooLarge: analysis?.page.tooLarge ?? false,
    mode: choice.mode,
    cleaning,
    peeking: hiding.peeking,
    verdict: {
      kind,
      confidence,
      signals: signals.map(({ id, quote, weight, direction }) => ({ id, quote, weight, direction })),
    },
    original: analysis?.original ? withoutLink(analysis.original) : null,
    article: article && {
      headline: article.headline,
      publisher: article.publisher,
      byline: article.byline,
      published: details?.published ?? null,
      language: article.language,
      dir: article.dir,
      words: details?.words ?? 0,
      readingMinutes: details?.minutes ?? 0,
    },
    summary: details?.summary ?? null,
    pieces: pieces.map(({ kind, reason, text }) => ({ kind, reason, text })),
  };
}

const withoutLink = ({ url, publisher, via }: NonNullable<Analysis['original']>) => ({ url, publisher, via });
