import type { Analysis, Original } from '../engine/types.ts';
import type { Report } from '../messages.ts';
import { ofChosenKinds } from './choose.ts';
import type { Cleaner } from './clean.ts';
import type { Hiding } from './hide.ts';
import { corrections, reading } from './injected.ts';
import type { Piece } from './piece.ts';

/** What the popup shows. */
export function report(cleaner: Cleaner, hiding: Hiding, url: string): Report {
  const { analysis, cleaning, choice, loading } = cleaner;
  const { signals, ...decided } = analysis?.verdict ?? NO_VERDICT;
  const article = analysis?.article ?? null;
  const details = (article && analysis && reading()?.details(analysis)) ?? null;
  const original = details?.original ?? analysis?.original;
  return {
    url,
    loading,
    tooLarge: analysis?.page.tooLarge ?? false,
    mode: choice.mode,
    cleaning,
    peeking: hiding.peeking,
    verdict: {
      ...decided,
      signals: signals.map(({ id, quote, weight, direction }) => ({ id, quote, weight, direction })),
    },
    original: original ? withoutLink(original) : null,
    article: article && {
      headline: article.headline,
      publisher: article.publisher,
      byline: details?.byline ?? null,
      published: details?.published ?? null,
      language: article.language,
      dir: article.dir,
      words: details?.words ?? 0,
      readingMinutes: details?.minutes ?? 0,
    },
    summary: details?.summary ?? null,
    pieces: piecesOf(cleaner, hiding).map(({ kind, reason, text }) => ({ kind, reason, text })),
  };
}

const NO_VERDICT: Analysis['verdict'] = { kind: 'not-article', confidence: 0, signals: [] };

/** Pieces that are hidden now, or would be when cleaned. */
export function piecesOf({ analysis, cleaning, choice }: Cleaner, hiding: Hiding): readonly Piece[] {
  if (cleaning === 'cleaned') return hiding.pieces;
  const pieces = analysis ? ofChosenKinds(analysis.clutter, choice) : [];
  return corrections()?.shown(pieces) ?? pieces;
}

const withoutLink = ({ link: _, ...original }: Original): Report['original'] => original;
