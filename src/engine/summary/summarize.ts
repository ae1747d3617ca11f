import { readDetails } from '../details.ts';
import { bodyWithoutClutter, readableText } from '../remaining-text.ts';
import type { Analysis, Summary } from '../types.ts';
import { withoutDatelines } from './datelines.ts';
import { telling, trustedDescription } from './description.ts';
import { chooseGist } from './gist.ts';
import { countShared } from './overlap.ts';
import { choosePoints } from './points.ts';
import { countStems, measure, type Sentence } from './score.ts';
import { sentencesOf } from './sentences.ts';
import { stemsOf } from './words.ts';

/** Block kinds whose text is running text. */
const PROSE = new Set(['paragraph', 'item', 'quote', 'cell']);

/** The end of a heading that is a statement: "The pump is the cheapest part." */
const STATEMENT_END = /[.。।۔։]["”’»」』）)\]]?$/;

/** A Block with a greater share of its text in links leads elsewhere ("Read more: …"). */
const MAX_LINK_SHARE = 0.6;

/** What a summary is made from. */
export interface SummarySource {
  /** Running text, one string for each paragraph. */
  readonly paragraphs: readonly string[];
  readonly headline: string | null;
  /** BCP 47 tag, `und` when unknown. */
  readonly language: string;
  readonly description: string | null;
  /** The editor's summary under the headline. It is not in the paragraphs. */
  readonly standfirst?: string | null;
}

/** The sentences of running text with their features. */
export const sentencesIn = ({ paragraphs, language }: Pick<SummarySource, 'paragraphs' | 'language'>): Sentence[] =>
  measure(
    paragraphs.flatMap((text) => sentencesOf(withoutDatelines(text), language)),
    language.split('-')[0]?.toLowerCase() ?? 'und',
  );

/**
 * The running text of the article, one string for each paragraph: without captions, code, controls, links elsewhere, and
 * headings that are no statements.
 */
export const paragraphsOf = (analysis: Analysis): string[] =>
  bodyWithoutClutter(analysis)
    .filter(({ block, text }) => PROSE.has(block.kind) || (block.kind === 'heading' && STATEMENT_END.test(text)))
    .filter(({ block }) => block.linkLength <= MAX_LINK_SHARE * block.length)
    .map(({ text }) => text);

/** A standfirst has at least so many telling stems in common with the article. */
const MIN_SHARED_STEMS = 2;

/** The summary of a text: see {@link summarize}. */
export function summarizeText(source: SummarySource): Summary {
  const sentences = sentencesIn(source);
  const counts = countStems(sentences);
  const headline = stemsOf(source.headline ?? '');
  const gist = chooseGist(sentences, headline, counts);
  const points = choosePoints(sentences, headline, gist, counts);
  const toTexts = (list: readonly Sentence[]) => list.map(({ text }) => text);
  const shown = [source.headline ?? '', ...toTexts(gist)];
  const description = trustedDescription(source.description, source.paragraphs, counts, shown);
  // Where there is no description, the standfirst takes its place, as the beginning of the article.
  const { standfirst, paragraphs } = source;
  const isAboutArticle = standfirst && countShared(telling(stemsOf(standfirst)), counts) >= MIN_SHARED_STEMS;
  if (!description && isAboutArticle)
    return summarizeText({ ...source, paragraphs: [standfirst, ...paragraphs], standfirst: null });
  return { description, gist: toTexts(gist), points: toTexts(points) };
}

/**
 * The key sentences of the article, each word for word from a Block's text. Made when a reader asks for it, never at page
 * load: the first `Intl.Segmenter` is slow.
 */
export function summarize(analysis: Analysis): Summary {
  const { article } = analysis;
  if (!article) return { description: null, gist: [], points: [] };
  const { description } = readDetails(analysis);
  return summarizeText({
    ...article,
    description,
    standfirst: article.standfirst && readableText(article.standfirst, analysis),
    paragraphs: paragraphsOf(analysis),
  });
}
