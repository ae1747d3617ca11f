import { findCards } from './article/cards.ts';
import { findHeadline } from './article/headline.ts';
import { labelBlocks, labelled } from './article/labels.ts';
import { directionOf, languageOf, lettersOf } from './article/language.ts';
import { isListing } from './article/listing.ts';
import { proseInBoxes, proseOf } from './article/measure.ts';
import { chooseRoot } from './article/root.ts';
import { inOneGo } from './blocks.ts';
import type { Article, Box, Metadata, Page, VisibilityProbe } from './types.ts';

/**
 * Which Blocks are the article, or `null` where the page has none. Yields between its steps.
 *
 * @param visible asked about the elements of the Blocks that would be the body
 * @param told holds the body, as the reader says
 */
export function* findingArticle(
  page: Page,
  metadata: Metadata,
  visible?: VisibilityProbe,
  told?: Box | null,
): Generator<undefined, Article | null> {
  const prose = proseOf(page);
  const proseIn = proseInBoxes(page, prose);
  yield;
  const headline = findHeadline(page, metadata);
  yield;
  const cards = findCards(page, headline);
  yield;
  const root = told ?? chooseRoot(page, prose, proseIn, cards, headline);
  if (!root) return null;
  yield;
  const labels = labelBlocks(page, root, prose, cards, headline, visible);
  // Where nothing of what the reader points at passes for body, all of it is.
  if (told && !labels.includes('body')) labels.fill('body', told.first, told.end);
  const body = labelled(page, root, labels, 'body');
  yield;
  if (body.length === 0) return null;
  if (!told && isListing(page, metadata, root, prose, proseIn, cards, headline, body)) return null;
  const letters = lettersOf(body);
  return {
    headline: headline?.text ?? metadata.title,
    headlineBlock: headline,
    language: languageOf(letters, metadata.language),
    dir: directionOf(letters),
    publisher: metadata.publisher ?? metadata.siteName,
    canonical: metadata.canonical,
    root,
    body,
    captions: labelled(
      page,
      { first: Math.min(root.first, headline?.index ?? root.first), end: root.end },
      labels,
      'caption',
    ),
    labels,
  };
}

/** {@link findingArticle} in one go. */
export const findArticle = (page: Page, metadata: Metadata, visible?: VisibilityProbe): Article | null =>
  inOneGo(findingArticle(page, metadata, visible));
