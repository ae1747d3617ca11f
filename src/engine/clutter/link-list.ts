import { upwards } from '../boxes.ts';
import { attribute, findFirst, webUrl } from '../dom.ts';
import { isShortSentence } from '../lines.ts';
import type { Block, BlockKind, Box, Page } from '../types.ts';
import { NARROW_COLUMN_WORDS } from '../vocabulary.ts';
import type { ClutterContext } from './types.ts';

/** A longer Box holds more than a list. */
const MAX_LIST_CHARS = 6000;
/** A longer Block is not an entry's excerpt. */
const MAX_EXCERPT_CHARS = 300;
/** A link with less text is not a title, even in scripts that write a word with one character. Fixture: clutter/related-edges */
export const MIN_TITLE_CHARS = 9;
/** An entry has a headline, and may have an excerpt, a date and a name: so many Blocks for each link. Fixture: clutter/related-edges */
const MAX_BLOCKS_PER_LINK = 4;

/**
 * The links to other articles under a heading, with their pictures, excerpts and dates: the widest Box that begins with
 * the heading and holds nothing else, or else the Boxes right after it.
 *
 * @param isAbout answers whether a heading is about such links
 */
export function linkListUnder(
  context: ClutterContext,
  head: Block,
  isAbout: (text: string) => boolean,
): readonly Box[] {
  const { page, place, holdsArticle } = context;
  const isRemovable = (box: Box) => {
    if (box.length > MAX_LIST_CHARS || holdsArticle(box) || place(box) === 'elsewhere') return false;
    return isListOfLinks(context, box, head, isAbout) && !isNarrow(box);
  };
  let widest: Box | null = null;
  let headOnly = head.box;
  for (const up of upwards(head.box)) {
    if (up.first !== head.index) break;
    if (up.end === head.index + 1) headOnly = up;
    else if (isRemovable(up)) widest = up;
  }
  if (widest) return [widest];
  const following: Box[] = [];
  for (let i = headOnly.endBox; headOnly.parent && i < headOnly.parent.endBox; ) {
    const box = page.boxes[i] as Box;
    if (!isRemovable(box)) break;
    following.push(box);
    i = box.endBox;
  }
  // A sentence right under the links speaks of them. Fixture: clutter/related-section
  const next = page.blocks[following.at(-1)?.end ?? page.blocks.length];
  const isTheirs = next && head.kind === 'heading' && next.kind === 'paragraph' && isShortSentence(next);
  return isTheirs && next.box.parent === headOnly.parent ? [] : following;
}

function isListOfLinks(context: ClutterContext, box: Box, head: Block, isAbout: (text: string) => boolean): boolean {
  const blocks = context.blocksOf(box).filter((block) => block !== head);
  return isEntries(context, box, blocks, isAbout) && context.leadToOneHost(blocks.flatMap(linksOfEntry));
}

/** The Block is mostly link: the title of an entry. */
export const isTitle = ({ length, linkLength }: Block): boolean => linkLength > 0.5 * length;

const linksOfEntry = (block: Block): readonly Element[] => (isTitle(block) ? block.links : []);

/** Kinds of Blocks of which a list of other articles has none. Fixture: clutter/named-prose */
const STAYING_KINDS: ReadonlySet<BlockKind> = new Set(['quote', 'code', 'cell']);

/**
 * The Blocks are other articles' titles, each with a link to another page, and what stands with each: an excerpt, a date,
 * a name. No table, no form, no way to call or to write to somebody, no papers to download, no place on this page.
 */
export function isEntries(
  { page, phrases }: ClutterContext,
  { element }: Box,
  blocks: readonly Block[],
  isAbout: (text: string) => boolean,
): boolean {
  const titles = blocks.filter(isTitle);
  if (titles.length === 0 || blocks.length > MAX_BLOCKS_PER_LINK * titles.length) return false;
  const isEntry = ({ kind, length, linkLength, text }: Block) =>
    length <= MAX_EXCERPT_CHARS && (kind !== 'heading' || linkLength > 0 || isAbout(text)) && !STAYING_KINDS.has(kind);
  if (!blocks.every(isEntry) || findFirst(element, 'input:not([type=hidden]),textarea,select')) return false;
  if (!titles.some(({ text, linkLength }) => linkLength >= MIN_TITLE_CHARS || phrases.is('continue', text)))
    return false;
  return leadToPages(page, blocks) && !endsInSentence(blocks, titles.length);
}

/** Of several entries none has an excerpt, and then comes a sentence: it speaks of the links. Fixture: clutter/related-section */
function endsInSentence(blocks: readonly Block[], titles: number): boolean {
  const sentences = blocks.filter((block) => block.kind === 'paragraph' && isShortSentence(block));
  return titles > 1 && sentences.length === 1 && sentences[0] === blocks.at(-1);
}

/** Papers to fill in or to read, which a reader may need. */
const PAPER = /\.(?:pdf|docx?|odt|xlsx?|ods|csv|pptx?|zip|ics)$/i;

/** Where a link leads. One that leads nowhere, or opens a form to send the page to somebody, is a button. */
function targetOf({ url }: Page, link: Element): 'page' | 'button' | 'here' | 'else' {
  const href = attribute(link, 'href') ?? '';
  if (href === '' || href === '#' || /^(?:javascript:|mailto:\?)/i.test(href)) return 'button';
  const target = webUrl(href, url);
  if (!target || PAPER.test(target.pathname)) return 'else';
  return isSamePage(target, url) ? 'here' : 'page';
}

/** The link may be to another article. */
export const leadsToPage = (page: Page, link: Element): boolean => !['here', 'else'].includes(targetOf(page, link));

/**
 * The links lead to other pages, as links to other articles do: none to a telephone, an address of mail or a paper, and
 * more to other pages than to places on this one. Fixture: clutter/named-prose
 */
export function leadToPages(page: Page, blocks: readonly Block[]): boolean {
  const targets = blocks.flatMap(({ links }) => links.map((link) => targetOf(page, link)));
  const count = (kind: string) => targets.filter((target) => target === kind).length;
  return count('else') === 0 && count('here') <= count('page');
}

/** The address is a place on the same page. */
const isSamePage = (target: URL, url: string): boolean =>
  target.hash !== '' && target.href.split('#')[0] === url.split('#')[0];

/** Stands beside the article, not below it. */
export function isNarrow(box: Box): boolean {
  for (const { words } of upwards(box)) if (NARROW_COLUMN_WORDS.test(words)) return true;
  return false;
}
