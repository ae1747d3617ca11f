import { closest, webUrl } from '../dom.ts';
import type { Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { withHeading } from './grow.ts';
import type { Line } from './lines.ts';
import { part } from './words.ts';

/** Other articles: "Related", "You may also like", "Read more: …". */
export default { kind: 'related', find } satisfies Kind;

const WORDS = part(
  /related\w*|relacionad\w*|recommend\w*|similar\w*|yarpp\w*|rp4wp\w*|also-?(?:like|read)|read-?(?:also|next|more-box)|you-?(?:may|might)\w*|may-?like|(?:more|popular)-?(?:stories|articles|news|posts|from|like-this|on-this)|further-?reading|see-?also|next-?(?:up|read)|up-?next|trending\w*|most-?(?:read|popular)|inline-?promo|taboola\w*|outbrain\w*|ob-widget|zergnet\w*|mgid\w*|suggest\w*|interlinked|aehnliche|verwandte|benzer|terkait|ilgili/,
);
/** The article's own tags and topics. */
const TAGS = part(/\w*tags?|\w*topics?|\w*entities|terms|keywords?/);
const LONGEST = 6000;

function* find(context: Context): Iterable<Found> {
  const { phrases, lines } = context;
  const belongs = (text: string) => phrases.is('related', text);
  // Its list is to come, or never came.
  const isOnlyHeading = (box: Box) => context.blocksOf(box).every(({ text }) => belongs(text));
  for (const box of context.regions(WORDS))
    if (box.length < LONGEST && !TAGS.test(box.words) && (box.linkLength > 0 || isOnlyHeading(box)))
      yield { boxes: [box], lines: withHeading(context, box, belongs) };
  for (const [i, line] of lines.entries()) {
    const list = listBehind(context, i, belongs);
    if (list.length > 0) yield { lines: [line, ...list] };
    else if (isPointer(context, line)) yield { lines: [line] };
  }
}

/** "Read more: TITLE" on a line of its own, the title a link. */
function isPointer({ isFree, phrases }: Context, line: Line): boolean {
  const { text, linkLength, links, block } = line;
  if (text.length >= 300 || linkLength <= 12 || links.length !== 1 || block.kind === 'item' || !isFree(line))
    return false;
  const head = phrases.begins('related', text);
  // All that is not the phrase is the link: nothing is said about it.
  return head !== null && text.length - linkLength - (head.end - head.start) <= 3;
}

/** Behind a heading that says so, the links right after it in the same box, all to one house. */
function listBehind({ page, lines, isFree }: Context, at: number, belongs: (text: string) => boolean): Line[] {
  const head = lines[at] as Line;
  if (head.text.length > 80 || !belongs(head.text) || !isFree(head)) return [];
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
  const list = end < 0 ? rest : rest.slice(0, end);
  const hosts = new Set(
    list.flatMap(({ links }) => links).map((link) => webUrl(link.getAttribute('href'), page.url)?.host),
  );
  return list.length <= 12 && hosts.size === 1 ? list : [];
}
