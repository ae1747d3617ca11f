/** Corrections to the labels once every Block has one: each looks at a Block's neighbours, not at the Block alone. */
import { alphanumericKey } from '../alphanumeric-key.ts';
import { upwards } from '../boxes.ts';
import { attribute } from '../dom.ts';
import type { Block, Box, Page, VisibilityProbe } from '../types.ts';
import { CAPTION_WORDS, FOLDED_WORDS, PULL_QUOTE_WORDS } from '../vocabulary.ts';

/** What a Block is to the article: `body`, `caption`, or the name of the rule that left it out. */
export type BlockLabel = string;

type Labels = (BlockLabel | undefined)[];

const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { length }) => sum + length, 0);

/** The Blocks of a range that have the label. */
export const blocksLabelled = (
  { blocks }: Page,
  { first, end }: Pick<Box, 'first' | 'end'>,
  labels: readonly (BlockLabel | undefined)[],
  label: BlockLabel,
): Block[] => blocks.slice(first, end).filter(({ index }) => labels[index] === label);

/** Leaves out pull quotes: they repeat a sentence of the text. */
export function dropEchoes(page: Page, root: Box, labels: Labels): void {
  const body = blocksLabelled(page, root, labels, 'body');
  const isQuote = ({ box }: Block) =>
    PULL_QUOTE_WORDS.test(box.words) || (box.parent !== null && PULL_QUOTE_WORDS.test(box.parent.words));
  const quotes = body.filter(isQuote);
  if (quotes.length === 0) return;
  const text = alphanumericKey(
    body
      .filter((block) => !isQuote(block))
      .map((block) => block.text)
      .join(''),
  );
  for (const quote of quotes) if (text.includes(alphanumericKey(quote.text))) labels[quote.index] = 'echo';
}

/** A shorter paragraph may stand twice in an article: a refrain. UTF-16 units. */
const MIN_REPEAT_CHARS = 60;
/** So much text that goes on as it did before is a copy, whatever it is made of. UTF-16 units. */
const MIN_COPY_CHARS = 300;
/** Where more of the text than this was there before, saying it again is what the text does. */
const MAX_REPEATED_SHARE = 0.7;
/** A paragraph with more than these log-odds is said again on purpose. */
const MAX_REPEAT_LOG_ODDS = 2;

/**
 * Leaves out what was there before: the copy for narrow screens, the note in the place of each embedded player.
 * Fixtures: said-again, note-under-each.
 */
export function dropRepeats(page: Page, root: Box, logOdds: Float64Array, labels: Labels): void {
  const body = blocksLabelled(page, root, labels, 'body');
  const places = new Map<string, number>();
  const repeats = new Set<Block>();
  let [begin, copied, end] = [0, 0, 0];
  for (const [at, block] of body.entries()) {
    const { kind, text, length, index } = block;
    const isOnPurpose = (logOdds[index] as number) > MAX_REPEAT_LOG_ODDS;
    const place = places.get(text);
    places.set(text, at);
    const goesOn = copied > 0 && place !== undefined && body[place - 1]?.text === body[at - 1]?.text;
    if (!goesOn) [begin, copied] = [at, 0];
    if (place === undefined) continue;
    copied += length;
    if (at > begin && copied >= MIN_COPY_CHARS) {
      // What is before `end` is there already.
      for (const copy of body.slice(Math.max(begin, end), at + 1)) repeats.add(copy);
      end = at + 1;
    } else if (kind === 'paragraph' && length >= MIN_REPEAT_CHARS && !isOnPurpose) repeats.add(block);
  }
  if (lengthOf([...repeats]) > MAX_REPEATED_SHARE * lengthOf(body)) return;
  for (const { index } of repeats) labels[index] = 'repeat';
}

/** Log-odds under which the last paragraph is not the article's. */
const MIN_END_LOG_ODDS = -0.5;

/** Leaves out notes at the end that are not likely to be article. Fixture: unlikely-end. */
export function dropUnlikelyEnd(page: Page, root: Box, logOdds: Float64Array, labels: Labels): void {
  for (const { index, kind } of blocksLabelled(page, root, labels, 'body').reverse()) {
    if (kind !== 'paragraph' || (logOdds[index] as number) >= MIN_END_LOG_ODDS) return;
    labels[index] = 'unlikely';
  }
}

/** Where more of the text than this is not rendered, the page has not unfolded it yet. */
const MAX_UNSEEN_SHARE = 0.5;

/** Leaves out what the page's own styles hide, unless a reader can open it. */
export function dropUnseen(page: Page, root: Box, visible: VisibilityProbe, labels: Labels): void {
  const answers = new Map<Box, boolean>();
  const isUnseen = (box: Box): boolean => {
    let answer = answers.get(box);
    if (answer === undefined) {
      answer = !visible(box.element) && !isFolded(box, root);
      answers.set(box, answer);
    }
    return answer;
  };
  const body = blocksLabelled(page, root, labels, 'body');
  const unseen = body.filter(({ box }) => isUnseen(box));
  if (lengthOf(unseen) > MAX_UNSEEN_SHARE * lengthOf(body)) return;
  for (const { index } of unseen) labels[index] = 'unseen';
}

/** A reader can open the Box, or one around it up to the root. */
function isFolded(box: Box, root: Box): boolean {
  for (const up of upwards(box)) {
    if (up === root.parent) break;
    if (up.tag === 'details' || FOLDED_WORDS.test(up.words) || attribute(up.element, 'hidden') === 'until-found')
      return true;
  }
  return false;
}

/** Leaves out what a heading after the last running text begins. */
export function dropTail(page: Page, root: Box, lastFlow: number, labels: Labels): void {
  let hasBegun = false;
  for (let i = lastFlow + 1; i < root.end; i++) {
    if (labels[i] !== 'body') continue;
    hasBegun ||= (page.blocks[i] as Block).kind === 'heading';
    if (hasBegun) labels[i] = 'tail';
  }
}

/** Class words that mark the first and the last paragraph. They do not make it unlike the others. */
const FIRST_OR_LAST = /(?<!\S)\S*\b(?:first|last)(?!\S)/g;
/** A longer paragraph at the end is text, whatever it looks like. */
const MAX_NOTE_CHARS = 300;
/** Share of the text in paragraphs of one look that makes it the usual one. */
const MIN_USUAL_SHARE = 0.6;

/**
 * Leaves out notes at the end that are marked up unlike the article's paragraphs: who reported, where to follow, what to
 * read. Where they stand in a Box of their own, what is no paragraph in it is left out as well.
 */
export function dropOddEnd(page: Page, root: Box, inFlow: Uint8Array, labels: Labels): void {
  const body = blocksLabelled(page, root, labels, 'body');
  const usual = usualLook(body, inFlow);
  if (usual === undefined) return;
  const last = body.findLastIndex((block) => lookOfParagraph(block) === usual);
  let odd = body.length;
  for (let i = odd - 1; i > last; i--) {
    const block = body[i] as Block;
    if (lookOfParagraph(block) === null) continue;
    const { parent } = block.box;
    const isApart = parent && parent.first > (body[last] as Block).index && (body[odd - 1] as Block).index < parent.end;
    if (!inFlow[block.index] || block.length > MAX_NOTE_CHARS || (i + 1 < odd && !isApart)) break;
    odd = i;
  }
  for (const { index } of body.slice(odd)) labels[index] = 'odd-end';
}

/** The classes of a paragraph; `null` for what is no `p`. */
const lookOfParagraph = ({ box }: Block): string | null =>
  box.tag === 'p' ? (attribute(box.element, 'class') ?? '').replace(FIRST_OR_LAST, '').trim() : null;

/** The look that most of the text in paragraphs has, if any. */
function usualLook(body: readonly Block[], inFlow: Uint8Array): string | undefined {
  const lengths = new Map<string, number>();
  let whole = 0;
  for (const block of body) {
    const look = lookOfParagraph(block);
    if (look === null || !inFlow[block.index]) continue;
    lengths.set(look, (lengths.get(look) ?? 0) + block.length);
    whole += block.length;
  }
  return [...lengths].find(([, length]) => length > MIN_USUAL_SHARE * whole)?.[0];
}

/** Log-odds under which a short heading over text of the article does not belong to it. */
const MIN_HEADING_LOG_ODDS = -1;

/** Leaves out headings without text of the article under them, and takes in short ones that have it. */
export function dropLoneHeadings(page: Page, root: Box, logOdds: Float64Array, labels: Labels): void {
  let hasText = false;
  for (let i = root.end - 1; i >= root.first; i--) {
    const { kind } = page.blocks[i] as Block;
    const isOverText = labels[i + 1] === 'body' && page.blocks[i + 1]?.kind !== 'heading';
    if (kind === 'heading' && labels[i] === 'short' && isOverText && (logOdds[i] as number) >= MIN_HEADING_LOG_ODDS)
      labels[i] = 'body';
    if (labels[i] !== 'body') continue;
    if (kind !== 'heading') hasText = true;
    else if (!hasText) labels[i] = 'lone-heading';
  }
}

/** The caption of a picture between headline and root belongs to the article. */
export function labelLeadCaptions(
  page: Page,
  root: Box,
  cards: Uint8Array,
  headline: Block | null,
  labels: Labels,
): void {
  for (let i = (headline ?? { index: root.first }).index + 1; i < root.first; i++) {
    const { kind, box } = page.blocks[i] as Block;
    if (box.hidden || cards[box.index] || kind === 'control') continue;
    if (kind === 'caption' || CAPTION_WORDS.test(box.words)) labels[i] = 'caption';
  }
}
