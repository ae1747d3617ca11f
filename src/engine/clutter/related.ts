import { closest } from '../dom.ts';
import { foldedText } from '../fold.ts';
import type { Block, Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { withHeading } from './grow.ts';
import { type Line, linesOf } from './lines.ts';
import { listedUnder } from './listed.ts';
import { part } from './words.ts';

/** Other articles: "Related", "You may also like", "Read more: …". */
export default { kind: 'related', find } satisfies Kind;

const WORDS = part(
  /related\w*|relacionad\w*|recommend\w*|similar\w*|yarpp\w*|also-?(?:like|read)|read-?(?:also|next|more-(?:box|wrap))|you-?(?:may|might)\w*|may-?like|(?:more|popular)-?(?:stories|articles|news|posts|from|like-this|on-this)|further-?reading|see-?also|next-?(?:up|read)|up-?next|trending\w*|most-?(?:read|popular)|inline-?promo|taboola\w*|outbrain\w*|ob-widget|block-query|zergnet\w*|mgid\w*|suggest\w*|interlinked|aehnliche|verwandte|benzer|terkait|ilgili/,
);
/** The article's own tags and topics. */
const TAGS = part(/\w*tags?|\w*topics?|\w*entities|terms|keywords?/);
const LONGEST = 6000;

function* find(context: Context): Iterable<Found> {
  const { phrases, lines } = context;
  const belongs = (text: string) => phrases.is('related', text);
  // Its list is to come, or never came.
  const isOnlyHeading = (box: Box) => context.blocksOf(box).every(({ text }) => belongs(text));
  const isList = (box: Box) =>
    box.first < box.end && box.length < LONGEST && !TAGS.test(box.words) && (box.linkLength > 0 || isOnlyHeading(box));
  for (const box of context.regions(WORDS, isList)) yield { boxes: [box], lines: withHeading(context, box, belongs) };
  for (const head of heads(context, belongs)) {
    const boxes = listedUnder(context, head, belongs);
    if (boxes.length > 0) yield { boxes, lines: linesOf(head) };
  }
  for (const [i, line] of lines.entries()) {
    const list = listBehind(context, i, belongs);
    // Whole boxes where it can be: the entries have pictures.
    const boxes = list.length > 0 && line.text === line.block.text ? listedUnder(context, line.block, belongs) : [];
    if (list.length > 0) yield { boxes, lines: [line, ...list] };
    else if (isPointer(context, line)) yield { lines: [line] };
  }
}

/** Headings that say so. What stands behind the comments may be beside the article: only in its own column. */
function* heads({ page, article, taken, place }: Context, belongs: (text: string) => boolean): Iterable<Block> {
  let isBehind = false;
  for (const block of page.blocks.slice(article.root.first)) {
    isBehind ||= block.index >= article.root.end && taken.comments.has(block);
    const { kind, length, text, box } = block;
    if (kind !== 'heading' || length > 80 || taken.blocks.has(block) || !belongs(text)) continue;
    if (!isBehind || place(box) === 'inside') yield block;
  }
}

/** A title says more than that, in scripts too that write a word with one character. */
const SHORTEST = 8;

/** "Read more: TITLE" on a line of its own, the title a link. */
function isPointer({ isFree, phrases }: Context, line: Line): boolean {
  const { text, linkLength, links, block } = line;
  if (text.length >= 300 || linkLength <= SHORTEST || links.length !== 1 || block.kind === 'item') return false;
  // Set like a quotation of which it is all.
  const quote = block.kind === 'quote' && closest(block.box.element, 'blockquote');
  if (!isFree(line, quote && foldedText(quote) === text)) return false;
  // All that is not the phrase is the link: nothing is said about it.
  const label = text.replace(foldedText(links[0] as Element), '');
  return label === '' && !quote ? phrases.begins('related', text) !== null : phrases.is('related', label);
}

/** Behind a heading that says so, the links right after it in the same box, all to one house. */
function listBehind(
  { lines, isFree, toOneHouse, place }: Context,
  at: number,
  belongs: (text: string) => boolean,
): Line[] {
  const head = lines[at] as Line;
  if (head.text.length > 80 || !belongs(head.text) || !isFree(head) || place(head.block.box) === 'elsewhere') return [];
  let around = head.block.box;
  while (around.parent && around.end === head.block.index + 1) around = around.parent;
  const furniture = ({ block }: Line) => closest(block.box.element, 'nav,footer');
  const isEntry = (line: Line) =>
    (line.block.kind !== 'heading' || line.linkLength > 0) &&
    line.linkLength >= 0.8 * line.text.length &&
    line.block.index < around.end &&
    furniture(line) === furniture(head) &&
    isFree(line);
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => !isEntry(line));
  // Where the lines end before the list does, half of it would stay.
  const last = end < 0 ? rest.at(-1) : undefined;
  if (last && last.block.index + 1 < around.end) return [];
  const list = end < 0 ? rest : rest.slice(0, end);
  return list.length > 0 && list.length <= 12 && toOneHouse(list.flatMap(({ links }) => links)) ? list : [];
}
