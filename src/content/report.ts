import { readDetails } from '../engine/details.ts';
import { readingTime } from '../engine/reading-time.ts';
import { rememberFor } from '../engine/remember.ts';
import { withoutTracking } from '../engine/repost/tracking.ts';
import { summarise } from '../engine/summary/summarise.ts';
import { articleText } from '../engine/text.ts';
import type { Analysis, Original } from '../engine/types.ts';
import type { Report } from '../messages.ts';
import { ofChosenKinds } from './choose.ts';
import type { Here } from './here.ts';
import { corrections } from './injected.ts';
import type { Piece } from './piece.ts';

/** What only the popup asks for. Made once for each Analysis. */
const detailsOf = rememberFor((analysis: Analysis) => ({
  ...readDetails(analysis),
  ...readingTime(articleText(analysis)),
  summary: summarise(analysis),
}));

/** What the popup shows. */
export function report(here: Here, url: string): Report {
  const { cleaner, hiding } = here;
  cleaner.inform();
  const { analysis, choice } = cleaner;
  const { signals, ...decided } = analysis?.verdict ?? NO_VERDICT;
  const article = analysis?.article ?? null;
  const details = article && analysis && detailsOf(analysis);
  const original = details?.original ?? analysis?.original;
  return {
    ...cleaner.standing,
    url: withoutTracking(new URL(url)).href,
    tooLarge: analysis?.page.tooLarge ?? false,
    mode: choice.mode,
    peeking: hiding.peeking,
    verdict: {
      ...decided,
      signals: signals.map(({ id, quote, weight, direction }) => ({ id, quote, weight, direction })),
    },
    original: original ? withoutLink(original) : null,
    article: article && {
      headline: article.headline,
      publisher: details?.publisher ?? article.publisher,
      byline: details?.byline ?? null,
      published: details?.published ?? null,
      language: article.language,
      dir: article.dir,
      words: details?.words ?? 0,
      readingMinutes: details?.minutes ?? 0,
    },
    summary: details?.summary ?? null,
    pieces: piecesOf(here).map(({ kind, text }) => ({ kind, text })),
  };
}

const NO_VERDICT: Analysis['verdict'] = { kind: 'not-article', confidence: 0, signals: [] };

/** Pieces that are hidden now, or would be when cleaned. */
export function piecesOf({ cleaner, hiding }: Here): readonly Piece[] {
  const { analysis, cleaning, choice } = cleaner;
  if (cleaning === 'cleaned') return hiding.pieces;
  const pieces = analysis ? ofChosenKinds(analysis.clutter, choice) : [];
  return corrections()?.shown(pieces) ?? pieces;
}

const withoutLink = ({ link: _, ...original }: Original): Report['original'] => original;
