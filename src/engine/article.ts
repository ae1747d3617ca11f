import { headlineWords, withKicker } from './article/headline.ts';
import { blocksLabelled } from './article/label-passes.ts';
import { labelBlocks } from './article/labels.ts';
import { directionOf, languageOf, lettersOf } from './article/language.ts';
import { logOddsOf } from './article/likelihood.ts';
import { isListing } from './article/listing.ts';
import { measurePageSteps } from './article/measure.ts';
import { chooseRoot } from './article/root.ts';
import { takeSecondLook } from './article/second-look.ts';
import { findStandfirst } from './article/standfirst.ts';
import { ownStyle } from './inline-style.ts';
import { readableText } from './remaining-text.ts';
import { runToCompletion } from './steps.ts';
import type { Article, Box, Metadata, Page, VisibilityProbe } from './types.ts';

/**
 * Which Blocks are the article, or `null` where the page has none. Yields between its steps.
 *
 * @param visible asked about the elements of the Blocks that would be the body
 * @param statedBody the Box that holds the body, where the reader has said so
 */
export function* findArticleSteps(
  page: Page,
  metadata: Metadata,
  visible?: VisibilityProbe,
  statedBody?: Box | null,
): Generator<undefined, Article | null> {
  const measured = yield* measurePageSteps(page, metadata);
  const { headline } = measured;
  const core = statedBody ?? chooseRoot(measured);
  if (!core) return null;
  yield;
  const logOdds = logOddsOf(measured, core);
  yield;
  const labels = labelBlocks(measured, core, logOdds, visible);
  yield;
  const begun = blocksLabelled(page, core, labels, 'body');
  const standfirst = findStandfirst(page, metadata.titles, headline, begun, labels);
  const root = statedBody ?? takeSecondLook(measured, core, logOdds, standfirst, labels, visible);
  // Where no rule takes anything in the stated Box for body, all of it is.
  if (statedBody && !labels.includes('body')) labels.fill('body', statedBody.first, statedBody.end);
  const body = blocksLabelled(page, root, labels, 'body');
  yield;
  if (body.length === 0) return null;
  if (!statedBody && isListing(measured, metadata, root, body)) return null;
  const letters = lettersOf(body);
  const shown = headline && readableText(headline, { page, style: ownStyle });
  const captionRange = { first: Math.min(root.first, headline?.index ?? root.first), end: root.end };
  return {
    headline: headlineWords(withKicker(shown, metadata) || metadata.title),
    headlineBlock: headline,
    language: languageOf(letters, metadata.language),
    dir: directionOf(letters),
    publisher: metadata.publisher ?? metadata.siteName,
    canonical: metadata.canonical,
    root,
    standfirst,
    body,
    captions: blocksLabelled(page, captionRange, labels, 'caption'),
    labels,
    logOdds,
  };
}

/** {@link findArticleSteps} in one go. */
export const findArticle = (page: Page, metadata: Metadata, visible?: VisibilityProbe): Article | null =>
  runToCompletion(findArticleSteps(page, metadata, visible));
