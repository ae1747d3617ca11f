import { runToCompletion } from '../steps.ts';
import type { Block, Metadata, Page } from '../types.ts';
import { findCards } from './cards.ts';
import { findDialogues } from './dialogues.ts';
import { findHeadline } from './headline.ts';
import { type Looks, looksOf } from './looks.ts';

/** A Page with what was measured on it to find the article. */
export interface MeasuredPage {
  readonly page: Page;
  /** Running text of each Block, by Block index: see {@link proseOf}. */
  readonly prose: Float64Array;
  /** Running text of each Box, by Box index. */
  readonly proseIn: Float64Array;
  readonly looks: Looks;
  readonly headline: Block | null;
  /** By Box index: 1 where the Box is, or is in, a teaser card. */
  readonly cards: Uint8Array;
  /** By Box index: 1 where the Box is, or is in, a dialogue. */
  readonly dialogues: Uint8Array;
}

/** Scripts in which a character says as much as two of Latin script. */
const WIDE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]/g;

/** Length in characters of Latin script. */
export const sizeOf = ({ text, length }: Block): number => length + (text.match(WIDE)?.length ?? 0);

/** How much running text each Block has, by Block index. Negative for rows of links and short texts. */
function proseOf({ blocks }: Page): Float64Array {
  const prose = new Float64Array(blocks.length);
  for (let i = 0; i < blocks.length; i++) prose[i] = proseOfBlock(blocks[i] as Block);
  return prose;
}

/** A row of links is worth no less than this. */
const MIN_PROSE = -100;
/** What a short text is worth. */
const SHORT_TEXT = -5;
const MIN_SENTENCE_CHARS = 40;
/** A text without any punctuation must be longer to count as running text. */
const MIN_UNPUNCTUATED_CHARS = 80;

function proseOfBlock(block: Block): number {
  const { kind, box, length, linkLength } = block;
  if (box.hidden || kind === 'control' || kind === 'heading' || kind === 'caption') return 0;
  const size = sizeOf(block);
  const links = length > 0 ? (size * linkLength) / length : 0;
  // A character in a link counts against one that is not.
  const balance = size - 2 * links;
  if (balance <= 0) return Math.max(balance, MIN_PROSE);
  const isSentence = block.stops + block.commas > 0;
  if (size < MIN_SENTENCE_CHARS || (size < MIN_UNPUNCTUATED_CHARS && !isSentence))
    return kind === 'cell' ? 0 : SHORT_TEXT;
  return balance;
}

/** Positive running text in each Box of the page, by Box index. */
function proseInBoxes(page: Page, prose: Float64Array): Float64Array {
  const sums = new Float64Array(page.boxes.length);
  for (const { box, index } of page.blocks)
    if ((prose[index] as number) > 0) sums[box.index] = (sums[box.index] as number) + (prose[index] as number);
  for (let i = page.boxes.length - 1; i > 0; i--) {
    const up = page.boxes[i]?.parent;
    if (up) sums[up.index] = (sums[up.index] as number) + (sums[i] as number);
  }
  return sums;
}

/** Measures a page. Yields between its steps. */
export function* measurePageSteps(page: Page, metadata: Metadata): Generator<undefined, MeasuredPage> {
  const prose = proseOf(page);
  let proseIn = proseInBoxes(page, prose);
  const dialogues = findDialogues(page, proseIn);
  if (dialogues.includes(1)) {
    for (const { box, index } of page.blocks) if (dialogues[box.index]) prose[index] = 0;
    proseIn = proseInBoxes(page, prose);
  }
  yield;
  const headline = findHeadline(page, metadata);
  yield;
  const cards = findCards(page, headline);
  yield;
  return { page, prose, proseIn, looks: looksOf(page), headline, cards, dialogues };
}

/** {@link measurePageSteps} in one go. */
export const measurePage = (page: Page, metadata: Metadata): MeasuredPage =>
  runToCompletion(measurePageSteps(page, metadata));
