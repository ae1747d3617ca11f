import { webUrl } from '../dom.ts';
import type { Block } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { withHeading } from './grow.ts';
import type { Line } from './lines.ts';

/** Other articles: "Related", "You may also like", "Read more: …". */
export default { kind: 'related', find } satisfies Kind;

const WORDS =
  /(?:^|[\s_-])(?:related\w*|relatedposts|recommend\w*|yarpp\w*|crp_related|rp4wp\w*|also-?(?:like|read)|read-?(?:also|next|more-box)|you-?(?:may|might)\w*|may-?like|similar\w*|more-?(?:stories|articles|news|posts|from|like-this|on-this)|further-?reading|see-?also|next-?(?:up|read)|up-?next|trending\w*|most-?(?:read|popular)|popular-?(?:posts|stories|articles)|inline-?(?:related|promo)|taboola\w*|outbrain\w*|trc|ob-widget|zergnet\w*|mgid\w*|relacionad\w*|similaires|aehnliche|verwandte|benzer|terkait|ilgili|jp-relatedposts|td_block_related\w*|interlinked|suggested\w*|suggestions)(?:$|[\s_-])/;
/** The article's own tags and topics. */
const TAGS = /(?:^|[\s_-])(?:\w*tags?|\w*topics?|entities|\w*_entities|terms|keywords?)(?:$|[\s_-])/;
const LONGEST = 6000;

function find(context: Context): Found[] {
  const { phrases } = context;
  const belongs = (text: string) => phrases.is('related', text);
  const regions = context
    .regions(WORDS)
    .filter((box) => box.length < LONGEST && box.linkLength > 0 && !TAGS.test(box.words))
    .map((box) => ({ boxes: [box], lines: withHeading(context, box, belongs) }));
  const inRegion = (block: Block) =>
    regions.some(({ boxes: [box] }) => box && box.first <= block.index && block.index < box.end);
  return [...regions, ...headedLists(context, belongs, inRegion), ...pointers(context, inRegion)];
}

/** "Read more: TITLE" on a line of its own, the title a link. */
function pointers({ lines, isFree, phrases }: Context, inRegion: (block: Block) => boolean): Found[] {
  return lines
    .filter((line) => line.text.length < 300 && line.linkLength > 0 && line.links.length === 1)
    .filter((line) => !inRegion(line.block) && isFree(line) && line.block.kind !== 'item')
    .filter((line) => {
      const head = phrases.begins('related', line.text);
      if (!head) return false;
      // All that is not the phrase is the link: nothing is said about it.
      const rest = line.text.length - line.linkLength - (head.end - head.start);
      return rest <= 3 && line.linkLength > 12;
    })
    .map((line) => ({ lines: [line] }));
}

/** A heading that says so, and the links right after it, all to one house. */
function headedLists(
  context: Context,
  belongs: (text: string) => boolean,
  inRegion: (block: Block) => boolean,
): Found[] {
  const { page, lines, isFree } = context;
  const found: Found[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.text.length > 80 || inRegion(line.block) || !belongs(line.text) || !isFree(line)) continue;
    const list: Line[] = [];
    for (const next of lines.slice(i + 1)) {
      if (next.block.kind === 'heading' && next.linkLength === 0) break;
      if (next.linkLength < 0.8 * next.text.length || !isFree(next)) break;
      list.push(next);
    }
    const hosts = new Set(
      list.flatMap((l) => l.links).map((link) => webUrl(link.getAttribute('href'), page.url)?.host),
    );
    if (list.length > 0 && list.length <= 12 && hosts.size === 1) found.push({ lines: [line, ...list] });
  }
  return found;
}
