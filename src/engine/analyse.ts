import { articleLikelihood } from './article/likelihood.ts';
import { findArticleSteps } from './article.ts';
import { readPageSteps } from './blocks.ts';
import { type AllClutter, findClutter } from './clutter/find.ts';
import { ownStyle, type StyleProbe } from './inline-style.ts';
import { readMetadata } from './metadata.ts';
import { judgeSteps } from './repost/judge.ts';
import { runToCompletion } from './steps.ts';
import type { Analysis, UserOverride, VisibilityProbe } from './types.ts';

export interface Options {
  /** Asked for few Blocks. Without it, everything counts as visible that no attribute or inline style hides. */
  readonly visible?: VisibilityProbe;
  readonly userOverride?: UserOverride | undefined;
  /** Without it, an element's own `style` alone counts. */
  readonly style?: StyleProbe;
}

/** A part of the pipeline. The last part, the Clutter, is found when it is asked for. */
export type Stage = 'blocks' | 'article' | 'verdict';

const NO_CLUTTER: AllClutter = { tokens: [], all: [], *steps() {} };

/**
 * The whole pipeline: document → Blocks → Article → Verdict → Clutter. Pure: it reads the document and never changes it.
 * Yields between slices of work, so that the page can go on; the result does not depend on that. At the end of a Stage it
 * yields the Stage's name, for those who measure.
 */
export function* analyzeSteps(
  document: Document,
  url: string,
  options: Options = {},
): Generator<Stage | undefined, Analysis> {
  const page = yield* readPageSteps(document, url);
  yield 'blocks';
  const metadata = readMetadata(document, url);
  const article = yield* findArticleSteps(page, metadata, options.visible, options.userOverride?.body(page));
  yield 'article';
  const { verdict, original } = yield* judgeSteps(page, metadata, article, options.userOverride);
  yield 'verdict';
  const clutter = article
    ? findClutter({
        page,
        article,
        verdict,
        original,
        types: metadata.types,
        likelihoodOfArticle: (block) => articleLikelihood(article, block),
      })
    : NO_CLUTTER;
  return {
    page,
    metadata,
    article,
    verdict,
    original,
    style: options.style ?? ownStyle,
    clutterSteps: clutter.steps,
    get tokens() {
      return clutter.tokens;
    },
    get clutter() {
      return clutter.all;
    },
  };
}

/** {@link analyzeSteps} in one go. */
export const analyze = (document: Document, url: string, options?: Options): Analysis =>
  runToCompletion(analyzeSteps(document, url, options));
