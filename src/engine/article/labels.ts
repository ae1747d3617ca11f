import { bare } from '../bare.ts';
import { attribute, read, webUrl } from '../dom.ts';
import { remember } from '../remember.ts';
import type { Block, Box, Page, VisibilityProbe } from '../types.ts';
import { isByline } from './byline.ts';
import { leadsInside } from './cards.ts';
import { findFlow } from './flow.ts';
import { leadsElsewhere } from './listing.ts';
import { CAPTION_WORDS, litterIn } from './words.ts';

/** What a Block is to the article: `body`, `caption`, or the name of the rule that left it out. */
export type Label = string;

const LITTER_TAGS: ReadonlySet<string> = new Set(['nav', 'aside', 'form', 'footer', 'menu', 'dialog']);
/** Notes of the author's are part of the text, wherever they stand. */
const NOTES = /(?:foot|end|side)-?note/;
/** A Box with this much of the root's running text is never litter as a whole. */
const MAIN_SHARE = 0.4;

/** A Block with a greater share of its text in links points elsewhere. */
const MOST_LINKS = 0.5;

/** More running text than this before the headline, and it is no headline of it all. */
const LEAD_SHARE = 0.5;

/** Labels of all Blocks of the root, by Block index. */
export function labelBlocks(
  page: Page,
  root: Box,
  prose: Float64Array,
  cards: Uint8Array,
  headline: Block | null,
  visible?: VisibilityProbe,
): (Label | undefined)[] {
  const { blocks, boxes } = page;
  const labels: (Label | undefined)[] = [];
  const flow = findFlow(page, root, prose);
  const { proseIn, inFlow, core } = flow;
  const at = (box: Box) => box.index - root.index;
  const whole = proseIn[0] as number;

  const rules: (string | null)[] = [];
  const ruleFor = remember((words: string) => (CAPTION_WORDS.test(words) ? 'caption' : litterIn(words)));
  for (let i = root.index; i < root.endBox; i++) {
    const box = boxes[i] as Box;
    if (box.first === box.end) continue;
    const above = box === root || !box.parent ? null : (rules[at(box.parent)] as string | null);
    let rule = above;
    if (!rule && box !== root) {
      if (box.hidden) rule = 'hidden';
      else if (cards[box.index]) rule = 'card';
      else if ((proseIn[at(box)] as number) < MAIN_SHARE * whole) {
        if (LITTER_TAGS.has(box.tag) && !NOTES.test(box.words)) rule = box.tag;
        else if (box.tag === 'figure' && (box.media > 0 || proseIn[at(box)] === 0)) rule = 'caption';
        else if (isOtherPost(box, page, headline)) rule = 'other-post';
        else rule = ruleFor(box.words);
      }
    }
    rules[at(box)] = rule;
  }
  dropSections(page, root, rules);
  const flowing = blocks
    .slice(root.first, root.end)
    .filter(({ index, box }) => inFlow[index] && !rules[at(box)] && (prose[index] as number) >= 60);
  let before = 0;
  for (const { index } of flowing) if (headline && index <= headline.index) before += prose[index] as number;
  const start = headline && before < LEAD_SHARE * whole ? headline.index : -1;
  const after = flowing.filter(({ index }) => index > start);
  const firstFlow = after[0]?.index ?? root.end;
  const lastFlow = after.at(-1)?.index ?? root.first;
  for (let i = root.first; i < root.end; i++) {
    const block = blocks[i] as Block;
    const place: Place = i < firstFlow ? 'start' : i > lastFlow ? 'end' : 'middle';
    const where: Where = inFlow[i] ? 'flow' : i >= core.first && i < core.end ? 'inset' : 'outside';
    labels[i] =
      rules[at(block.box)] ??
      (i <= start ? 'before-headline' : null) ??
      blockRule(block, prose[i] as number, place, where, page.host) ??
      'body';
  }
  if (start >= 0) keepBeginning(page, start + 1, firstFlow, prose, BEGINNING_SHARE * whole, labels);
  dropEchoes(page, root, labels);
  if (visible) dropUnseen(page, root, visible, labels);
  dropTail(page, root, lastFlow, labels);
  dropOddEnd(page, root, inFlow, labels);
  weighHeadings(page, root, labels);
  labelLeadCaptions(page, root, cards, headline, labels);
  return labels;
}

/** Those of a range of Blocks that have the label. */
export const labelled = (
  { blocks }: Page,
  { first, end }: Pick<Box, 'first' | 'end'>,
  labels: readonly (Label | undefined)[],
  label: Label,
): Block[] => blocks.slice(first, end).filter(({ index }) => labels[index] === label);

/** So many paragraphs, with so great a share of the running text, are no standfirst. */
const LEAST_BEGINNING = 3;
const BEGINNING_SHARE = 0.2;

/** The first paragraphs of a text can stand before the Box that the rest flows in, each in one of its own. */
function keepBeginning(
  { blocks }: Page,
  from: number,
  to: number,
  prose: Float64Array,
  least: number,
  labels: (Label | undefined)[],
): void {
  const first = blocks
    .slice(from, to)
    .filter(({ index, box, stops }) => labels[index] === 'outside' && box.tag === 'p' && stops > 0);
  const amount = first.reduce((sum, { index }) => sum + Math.max(0, prose[index] as number), 0);
  if (first.length < LEAST_BEGINNING || amount < least) return;
  for (const { index } of first) labels[index] = 'body';
}

/** A heading that announces litter takes what it heads along. */
function dropSections(page: Page, root: Box, rules: (string | null)[]): void {
  const { blocks, boxes } = page;
  for (let i = root.first; i < root.end; i++) {
    const { kind, box } = blocks[i] as Block;
    const rule = rules[box.index - root.index];
    if (
      kind !== 'heading' ||
      !box.parent ||
      box === root ||
      (rule !== 'related' && rule !== 'comments' && rule !== 'newsletter')
    )
      continue;
    if (rules[box.parent.index - root.index]) continue;
    for (let next = box.endBox; next < box.parent.endBox; next = (boxes[next] as Box).endBox) {
      const sibling = boxes[next] as Box;
      if (/^h[1-6]$/.test(sibling.tag) && sibling.tag <= box.tag) break;
      for (let j = sibling.index; j < sibling.endBox; j++) rules[j - root.index] ??= rule;
    }
  }
}

/** Begins with a title that leads to another page of the site, and has not the page's own headline. */
function isOtherPost(box: Box, page: Page, headline: Block | null): boolean {
  const title = page.blocks[box.first] as Block;
  return (
    title.kind === 'heading' &&
    headline !== null &&
    !(headline.index >= box.first && headline.index < box.end) &&
    leadsElsewhere(title, page, webUrl(page.url, page.url))
  );
}

/** After the last running text a heading begins something else. */
function dropTail(page: Page, root: Box, lastFlow: number, labels: (Label | undefined)[]): void {
  let begun = false;
  for (let i = lastFlow + 1; i < root.end; i++) {
    if (labels[i] !== 'body') continue;
    begun ||= (page.blocks[i] as Block).kind === 'heading';
    if (begun) labels[i] = 'tail';
  }
}

/** A pull quote says what the text says anyway. */
function dropEchoes(page: Page, root: Box, labels: (Label | undefined)[]): void {
  const body = labelled(page, root, labels, 'body');
  const isQuote = ({ box }: Block) =>
    PULL_QUOTE.test(box.words) || (box.parent !== null && PULL_QUOTE.test(box.parent.words));
  const quotes = body.filter(isQuote);
  if (quotes.length === 0) return;
  const said = bare(
    body
      .filter((block) => !isQuote(block))
      .map(({ text }) => text)
      .join(''),
  );
  for (const { index, text } of quotes) if (said.includes(bare(text))) labels[index] = 'echo';
}

/** Where a paragraph stands says nothing of what it is. */
const FIRST_OR_LAST = /\S*\b(?:first|last)(?!\S)/g;
/** What is longer than this under the article is its text, whatever it looks like. */
const LONGEST_NOTE = 300;

/**
 * Notes under the article are marked up unlike its paragraphs: who reported, where to follow, what to read. In a Box of
 * their own, such as an offer to read on, what is no paragraph goes with them.
 */
function dropOddEnd(page: Page, root: Box, inFlow: Uint8Array, labels: (Label | undefined)[]): void {
  const body = labelled(page, root, labels, 'body');
  const lookOf = ({ box }: Block) =>
    box.tag === 'p' ? (attribute(box.element, 'class') ?? '').replace(FIRST_OR_LAST, '').trim() : null;
  const lengths = new Map<string, number>();
  let whole = 0;
  for (const block of body) {
    const look = lookOf(block);
    if (look === null || !inFlow[block.index]) continue;
    lengths.set(look, (lengths.get(look) ?? 0) + block.length);
    whole += block.length;
  }
  const usual = [...lengths].find(([, length]) => length > 0.6 * whole)?.[0];
  if (usual === undefined) return;
  const last = body.findLastIndex((block) => lookOf(block) === usual);
  let odd = body.length;
  for (let i = odd - 1; i > last; i--) {
    const block = body[i] as Block;
    if (lookOf(block) === null) continue;
    const { parent } = block.box;
    const isAlone = parent && parent.first > (body[last] as Block).index && (body[odd - 1] as Block).index < parent.end;
    if (!inFlow[block.index] || block.length > LONGEST_NOTE || (i + 1 < odd && !isAlone)) break;
    odd = i;
  }
  for (const { index } of body.slice(odd)) labels[index] = 'odd-end';
}

/** A heading goes and stays with what it heads: text of the article in the same Box, or anything up to the end. */
function weighHeadings(page: Page, root: Box, labels: (Label | undefined)[]): void {
  let follows = false;
  for (let i = root.end - 1; i >= root.first; i--) {
    const { kind, box } = page.blocks[i] as Block;
    if (kind === 'heading' && labels[i] === 'short' && labels[i + 1] === 'body' && box.parent && i + 1 < box.parent.end)
      labels[i] = 'body';
    if (labels[i] !== 'body') continue;
    if (kind !== 'heading') follows = true;
    else if (!follows) labels[i] = 'lone-heading';
  }
}

/** Before, among or after the running text. */
type Place = 'start' | 'middle' | 'end';
/** In the flow, inset in the Box that the flow fills, or outside of that. */
type Where = 'flow' | 'inset' | 'outside';

/** A bare address, or an item of a list of addresses elsewhere: something the article points to. */
const isReference = ({ kind, text, links }: Block, host: string): boolean =>
  /^(?:https?:|www\.)\S+$/i.test(text) || (kind === 'item' && !links.some((link) => leadsInside(link, host)));

/** A line of verse: in a Box of its own beside others of its kind, among them no link and no picture. */
function isLine({ kind, box }: Block): boolean {
  const { first, end, index, endBox, linkLength, media } = box.parent ?? box;
  return kind === 'paragraph' && linkLength + media === 0 && end - first > 1 && endBox - index - 1 === end - first;
}

/** The rule that leaves a Block out, if any. */
function blockRule(block: Block, prose: number, place: Place, where: Where, host: string): string | null {
  const { kind, box, length, stops } = block;
  if (kind === 'control' || kind === 'caption') return kind;
  if (POINTING.test(block.text) || (box.media > 0 && box.end - box.first < 2 && isAllIn(block, /^(em|i|small)$/)))
    return 'caption';
  if (kind === 'code' && LINE_NUMBERS.test(block.text)) return kind;
  if (where === 'outside') return place === 'middle' && prose > 0 ? null : 'outside';
  // A list that is not one of links is whole, whichever of its items is a link.
  const { parent } = box;
  const measured = box.tag === 'li' && parent && parent.linkLength <= MOST_LINKS * parent.length ? parent : block;
  const links = measured.linkLength / measured.length;
  if (where === 'inset') {
    if (links > MOST_LINKS) return 'links';
    if (kind === 'code' || (place === 'middle' && block.box.tag === 'summary')) return null;
    if (prose <= 0) return place === 'middle' && isLine(block) ? null : 'short';
    if (kind === 'quote') return null;
    return place === 'end' || stops === 0 ? 'inset' : null;
  }
  if (kind === 'heading') return links > MOST_LINKS ? 'links' : null;
  if (links > MOST_LINKS && (place === 'end' || (links > 0.8 && length >= 25)) && !isReference(block, host))
    return 'links';
  if (place !== 'middle' && length <= 60) {
    if (DATE.test(block.text) || isTime(block)) return 'date';
    if (place === 'start' && NAMED_DATE.test(block.text)) return 'date';
    if (place === 'start' && stops === 0 && isByline(block)) return 'byline';
  }
  if (length <= 120 && ADDRESS_LAST.exec(block.text)?.[1]?.endsWith(host)) return 'address';
  if (length < 200 && RIGHTS.test(block.text)) return 'rights';
  return null;
}

const DATE = /\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|(?<!\d)\d{1,2}:\d{2}(?!\d)/;
/** The month by its name. What a quotation ends with as well. */
const NAMED_DATE = /(?:^|\s)\d{1,2}\.?\s\D{3,16}\s(?:19|20)\d{2}\b|[^\s!-@]\.?\s\d{1,2},\s(?:19|20)\d{2}\b/;
/** A line that points at the picture above or below it. Between two such marks stands a heading. */
const POINTING = /^[▲▼△▽](?!.*[▲▼△▽]$)/;
const LINE_NUMBERS = /^1 2[\d ]*$/;
/** On a page for printing: where it is from. */
const ADDRESS_LAST = /\shttps?:\/\/([^\s/]+)\S*$/;

/** Every word stands in one of these elements. */
const isAllIn = ({ nodes }: Block, tags: RegExp): boolean =>
  nodes.every((node) => node.data.trim() === '' || tags.test(read(node, 'parentElement')?.localName ?? ''));

/** A `time` element that says a day: the hours of a live blog's entries are part of it. */
const isTime = (block: Block): boolean => /\p{L}|\d{4}/u.test(block.text) && isAllIn(block, /^time$/);

const RIGHTS = /^\W*(?:©|ⓒ|\(c\)\s|copyright\b)/i;

const PULL_QUOTE = /pull-?quote/;

/** Text that the page folds away until a reader opens it. */
const FOLDED = /collaps|accordion|expand|trunca|toggle|read-?more|show-?more|load-?more|fold|paywall|premium/;
/** When more of the text than this is not rendered, the page has not unfolded it yet. */
const MOST_UNSEEN = 0.5;

/** What the page's own styles hide is not part of the article, unless a reader can open it. */
function dropUnseen(page: Page, root: Box, visible: VisibilityProbe, labels: (Label | undefined)[]): void {
  const answers = new Map<Box, boolean>();
  const isUnseen = (box: Box): boolean => {
    let answer = answers.get(box);
    if (answer === undefined) {
      answer = !visible(box.element);
      for (let up: Box | null = box; answer && up && up !== root.parent; up = up.parent)
        if (up.tag === 'details' || FOLDED.test(up.words)) answer = false;
      answers.set(box, answer);
    }
    return answer;
  };
  const body = labelled(page, root, labels, 'body');
  const unseen = body.filter(({ box }) => isUnseen(box));
  const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { length }) => sum + length, 0);
  if (lengthOf(unseen) > MOST_UNSEEN * lengthOf(body)) return;
  for (const { index } of unseen) labels[index] = 'unseen';
}

/** The picture between headline and text is the article's own as well. */
function labelLeadCaptions(
  page: Page,
  root: Box,
  cards: Uint8Array,
  headline: Block | null,
  labels: (Label | undefined)[],
): void {
  for (let i = (headline ?? { index: root.first }).index + 1; i < root.first; i++) {
    const { kind, box } = page.blocks[i] as Block;
    if (box.hidden || cards[box.index] || kind === 'control') continue;
    if (kind === 'caption' || CAPTION_WORDS.test(box.words)) labels[i] = 'caption';
  }
}
