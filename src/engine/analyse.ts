import { findingArticle } from './article.ts';
import { inOneGo, readingPage } from './blocks.ts';
import { type AllClutter, findClutter } from './clutter/find.ts';
import { readMetadata } from './metadata.ts';
import { judging } from './repost/judge.ts';
import type { Analysis, Told, VisibilityProbe } from './types.ts';

export interface Options {
  /** Asked for candidate Blocks only. Without it everything that is not hidden by attribute or inline style counts. */
  readonly visible?: VisibilityProbe;
  readonly told?: Told | undefined;
}

/** A part of the pipeline. What comes after, the Clutter, is found when it is asked for. */
export type Stage = 'blocks' | 'article' | 'verdict';

const NO_CLUTTER: AllClutter = { tokens: [], all: [] };

/**
 * The whole pipeline: document → Blocks → Article → Verdict → Clutter. Pure: the document is read and never changed.
 * Yields between slices of work, so that a page can go on meanwhile; the answer does not depend on it. At the end of a
 * Stage its name is yielded, for those who measure.
 */
export function* analysing(
  document: Document,
  url: string,
  options: Options = {},
): Generator<Stage | undefined, Analysis> {
  const page = yield* readingPage(document, url);
  yield 'blocks';
  const metadata = readMetadata(document, url);
  const article = yield* findingArticle(page, metadata, options.visible, options.told?.body(page));
  yield 'article';
  const { verdict, original } = yield* judging(page, metadata, article, options.told);
  yield 'verdict';
  const clutter = article ? findClutter(page, article, verdict, original) : NO_CLUTTER;
  return {
    page,
    metadata,
    article,
    verdict,
    original,
    get tokens() {
      return clutter.tokens;
    },
    get clutter() {
      return clutter.all;
    },
  };
}

/** {@link analysing} in one go. */
export const analyse = (document: Document, url: string, options?: Options): Analysis =>
  inOneGo(analysing(document, url, options));
