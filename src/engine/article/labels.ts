import { holdsBlock, upwards } from '../boxes.ts';
import { findAll, webUrl } from '../dom.ts';
import { memoize } from '../memoize.ts';
import type { Block, Box, Page, VisibilityProbe } from '../types.ts';
import { CAPTION_WORDS, NOTE_WORDS } from '../vocabulary.ts';
import { blockRule, type PlaceInFlow, type PlaceInText } from './block-rule.ts';
import { type Flow, findFlow } from './flow.ts';
import {
  type BlockLabel,
  dropEchoes,
  dropLoneHeadings,
  dropOddEnd,
  dropRepeats,
  dropTail,
  dropUnlikelyEnd,
  dropUnseen,
  labelLeadCaptions,
} from './label-passes.ts';
import { leadsToOtherPage } from './listing.ts';
import { litterIn } from './litter.ts';
import { looksOfText } from './looks.ts';
import type { MeasuredPage } from './measure.ts';

const LITTER_TAGS: ReadonlySet<string> = new Set(['nav', 'aside', 'form', 'footer', 'menu', 'dialog']);
/** A Box with at least this share of the root's running text is not litter as a whole. */
const MIN_MAIN_SHARE = 0.4;
/** The same of several Boxes of one look. */
const MIN_TEXT_SHARE = 0.25;
/** A headline with at least this share of the running text before it does not head the article. */
const MAX_SHARE_BEFORE_HEADLINE = 0.5;
/** Running text of a Block that counts as a paragraph. */
const MIN_PARAGRAPH_PROSE = 60;

/** Labels of all Blocks of the root, by Block index. */
export function labelBlocks(
  measured: MeasuredPage,
  root: Box,
  logOdds: Float64Array,
  visible?: VisibilityProbe,
): (BlockLabel | undefined)[] {
  const { page, prose, cards, headline } = measured;
  const flow = findFlow(measured, root);
  const rules = boxRules(measured, root, flow);
  const { start, firstFlow, lastFlow } = textRange(measured, root, flow, rules);
  const labels: (BlockLabel | undefined)[] = [];
  for (let i = root.first; i < root.end; i++) {
    const block = page.blocks[i] as Block;
    const place: PlaceInText = i < firstFlow ? 'start' : i > lastFlow ? 'end' : 'middle';
    const isInCore = i >= flow.core.first && i < flow.core.end;
    const where: PlaceInFlow = flow.inFlow[i] ? 'flow' : isInCore ? 'inset' : 'outside';
    labels[i] =
      rules[block.box.index - root.index] ??
      (i <= start ? 'before-headline' : null) ??
      blockRule(block, prose[i] as number, place, where, page.host) ??
      (isInset(block, place, where) && (logOdds[i] as number) < 0 ? 'unlikely' : null) ??
      'body';
  }
  dropEchoes(page, root, labels);
  if (visible) dropUnseen(page, root, visible, labels);
  dropTail(page, root, lastFlow, labels);
  dropOddEnd(page, root, flow.inFlow, labels);
  dropUnlikelyEnd(page, root, logOdds, labels);
  dropLoneHeadings(page, root, logOdds, labels);
  dropRepeats(page, root, logOdds, labels);
  labelLeadCaptions(page, root, cards, headline, labels);
  return labels;
}

/**
 * A note or a list in a Box of its own in the middle of the text: the likelihood decides whether it belongs to it.
 * Fixtures: unlikely-insets, lists-inset.
 */
const isInset = ({ kind }: Block, place: PlaceInText, where: PlaceInFlow): boolean =>
  (kind === 'paragraph' || kind === 'item') && where === 'inset' && place === 'middle';

/** By Box (`[box.index - root.index]`): the rule that leaves out all that is in it. */
type BoxRules = (string | null)[];

function boxRules(measured: MeasuredPage, root: Box, { proseIn }: Flow): BoxRules {
  const { page, looks, cards, dialogues } = measured;
  const rules: BoxRules = [];
  const at = (box: Box) => box.index - root.index;
  const whole = proseIn[0] as number;
  const wordsRule = memoize((words: string) => (CAPTION_WORDS.test(words) ? 'caption' : litterIn(words)));
  const mainLooks = looksOfText(page, looks.short, root, measured.proseIn, MIN_TEXT_SHARE);
  const ruleFor = (box: Box): string | null => {
    if (box.hidden) return 'hidden';
    if (dialogues[box.index]) return 'dialogue';
    if (cards[box.index]) return 'card';
    const prose = proseIn[at(box)] as number;
    if (prose >= MIN_MAIN_SHARE * whole) return null;
    if (LITTER_TAGS.has(box.tag) && !NOTE_WORDS.test(box.words) && !isInQuote(box)) return box.tag;
    if (box.tag === 'figure' && (box.media > 0 || prose === 0) && !holdsText(box, page)) return 'caption';
    if (isOtherPost(box, measured)) return 'other-post';
    if (isPictureWithLine(box, page) && !mainLooks.has(looks.short[box.index] as number)) return 'caption';
    const rule = wordsRule(box.words);
    return rule !== 'comments' && rule !== 'facts' && mainLooks.has(looks.short[box.index] as number) ? null : rule;
  };
  for (let i = root.index; i < root.endBox; i++) {
    const box = page.boxes[i] as Box;
    if (box.first === box.end) continue;
    const outer = box === root || !box.parent ? null : (rules[at(box.parent)] as string | null);
    rules[at(box)] = outer || (box === root ? null : ruleFor(box));
  }
  return rules;
}

/** A longer text beside a picture is a paragraph. UTF-16 units. */
const MAX_CAPTION_CHARS = 300;
const QUESTION_END = /[?？؟]$/;
/** Icons are drawn with `svg`. */
const PICTURES = 'img,video,iframe,object';

/** A Box with a picture and a line of text, that is no question and leads nowhere. Fixture: captions-in-boxes. */
function isPictureWithLine({ tag, media, first, end, length, linkLength, element }: Box, { blocks }: Page): boolean {
  const { text, kind } = blocks[first] as Block;
  const isLine = end - first === 1 && kind === 'paragraph' && linkLength === 0 && length <= MAX_CAPTION_CHARS;
  return tag === 'div' && media > 0 && isLine && !QUESTION_END.test(text) && findAll(element, PICTURES).length > 0;
}

/** The footer of a quotation says whose words it has. Fixture: copies/quotes */
const isInQuote = ({ tag, parent }: Box): boolean => tag === 'footer' && parent?.tag === 'blockquote';

/** A figure around a table, a quotation or code is text. Fixtures: figure-with-table, copies/code-highlighted */
const holdsText = ({ first, end }: Box, { blocks }: Page): boolean =>
  blocks.slice(first, end).some(({ kind }) => kind === 'cell' || kind === 'quote' || kind === 'code');

/** An entry of a round-up has at least so many paragraphs under each linked title. Less is a teaser. */
const MIN_PARAGRAPHS_OF_ENTRY = 2;

/**
 * The Box begins with a title that links another page of the site, and does not hold the page's own headline. Paragraphs
 * under it make it a part of the article, unless it looks like a Box around the headline. Fixture: round-up.
 */
function isOtherPost(box: Box, { page, prose, looks, headline }: MeasuredPage): boolean {
  const first = page.blocks[box.first] as Block;
  if (first.kind !== 'heading' || !headline || holdsBlock(box, headline)) return false;
  const here = webUrl(page.url, page.url);
  const isTitle = (block: Block) => block.kind === 'heading' && leadsToOtherPage(block, page, here);
  if (!isTitle(first)) return false;
  const inside = page.blocks.slice(box.first, box.end);
  const paragraphs = inside.filter(({ index }) => (prose[index] as number) >= MIN_PARAGRAPH_PROSE);
  if (paragraphs.length < MIN_PARAGRAPHS_OF_ENTRY * inside.filter(isTitle).length) return true;
  return [...upwards(headline.box)].some(({ index }) => looks.short[index] === looks.short[box.index]);
}

/** Where the article's running text begins and ends, as Block indexes. */
interface TextRange {
  /** The headline, where it heads the text; else -1. */
  readonly start: number;
  readonly firstFlow: number;
  readonly lastFlow: number;
}

function textRange(
  { page, prose, headline }: MeasuredPage,
  root: Box,
  { proseIn, inFlow }: Flow,
  rules: BoxRules,
): TextRange {
  const paragraphs = page.blocks
    .slice(root.first, root.end)
    .filter(
      ({ index, box }) =>
        inFlow[index] && !rules[box.index - root.index] && (prose[index] as number) >= MIN_PARAGRAPH_PROSE,
    );
  let before = 0;
  for (const { index } of paragraphs) if (headline && index <= headline.index) before += prose[index] as number;
  const isBefore = headline && before < MAX_SHARE_BEFORE_HEADLINE * (proseIn[0] as number);
  const start = isBefore ? headline.index : -1;
  const after = paragraphs.filter(({ index }) => index > start);
  return { start, firstFlow: after[0]?.index ?? root.end, lastFlow: after.at(-1)?.index ?? root.first };
}
