import { readDetails } from '../details.ts';
import { bodyWithoutClutter } from '../remains.ts';
import type { Analysis, Summary } from '../types.ts';
import { withoutDatelines } from './datelines.ts';
import { telling, trustedDescription } from './description.ts';
import { chooseGist } from './gist.ts';
import { shared } from './likeness.ts';
import { choosePoints } from './points.ts';
import { countStems, measure, type Sentence } from './score.ts';
import { sentencesOf } from './sentences.ts';
import { standfirstOf } from './standfirst.ts';
import { stemsOf } from './words.ts';

/** Block kinds whose text is running text. */
const PROSE = new Set(['paragraph', 'item', 'quote', 'cell']);

/** A heading that states something, with a full stop as a sentence has it: "The pump is the cheapest part." */
const STATES = /[.。।۔։]["”’»」』）)\]]?$/;

/** A Block with more of its text in links points elsewhere ("Read more: …"). */
const MOSTLY_LINK = 0.6;

/** What a summary is made of. */
export interface Told {
  /** Running text, a paragraph each. */
  readonly paragraphs: readonly string[];
  readonly headline: string | null;
  /** BCP 47 tag, `und` when unknown. */
  readonly language: string;
  readonly description: string | null;
  /** The editor's own sentences under the headline, which are not in the paragraphs. */
  readonly standfirst?: string | null;
}

/** The sentences of running text with their measures. */
export const sentencesIn = ({ paragraphs, language }: Pick<Told, 'paragraphs' | 'language'>): Sentence[] =>
  measure(
    paragraphs.flatMap((text) => sentencesOf(withoutDatelines(text), language)),
    language.split('-')[0]?.toLowerCase() ?? 'und',
  );

/**
 * The running text of the article, a paragraph each: no headings but those that are sentences, no captions, code,
 * controls, no links elsewhere.
 */
export const proseOf = (analysis: Analysis): string[] =>
  bodyWithoutClutter(analysis)
    .filter(({ block, text }) => PROSE.has(block.kind) || (block.kind === 'heading' && STATES.test(text)))
    .filter(({ block }) => block.linkLength <= MOSTLY_LINK * block.length)
    .map(({ text }) => text);

/** The summary of a text, see {@link summarise}. */
export function summariseText(told: Told): Summary {
  const sentences = sentencesIn(told);
  const counts = countStems(sentences);
  const headline = stemsOf(told.headline ?? '');
  const gist = chooseGist(sentences, headline, counts);
  const points = choosePoints(sentences, headline, gist, counts);
  const toTexts = (list: readonly Sentence[]) => list.map(({ text }) => text);
  const shown = [told.headline ?? '', ...toTexts(gist)];
  const description = trustedDescription(told.description, told.paragraphs, counts, shown);
  // A description says what the standfirst does. Where there is none, the standfirst is how the article begins.
  const begins = told.standfirst && shared(telling(stemsOf(told.standfirst)), counts) >= 2;
  if (!description && begins)
    return summariseText({ ...told, paragraphs: [told.standfirst, ...told.paragraphs], standfirst: null });
  return { description, gist: toTexts(gist), points: toTexts(points) };
}

/**
 * The key sentences of the article, each word for word one stretch of a Block's text. Asked for by a reader, never at
 * page load: the first `Intl.Segmenter` of a process is slow.
 */
export function summarise(analysis: Analysis): Summary {
  const { article } = analysis;
  if (!article) return { description: null, gist: [], points: [] };
  const { description } = readDetails(analysis);
  const standfirst = standfirstOf(analysis);
  return summariseText({ ...article, description, standfirst, paragraphs: proseOf(analysis) });
}
