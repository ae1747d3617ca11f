import type { Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { withHeading } from './grow.ts';
import { type Line, linesOf } from './lines.ts';
import { whole } from './words.ts';

/** What readers wrote below the article, and the boxes of comment services. */
export default { kind: 'comments', find } satisfies Kind;

/** Services whose boxes are empty until their script fills them. */
const SERVICES =
  /disqus\w*|fb-comments|ghost-comments[\w-]*|hyvor-talk\w*|commento|utterances|giscus|livefyre|viafoura|spot-?im\w*|openweb|coral\w*|remark42|isso-thread|cusdis_thread|hypercomments\w*|cackle|mc-container/;
const IS_SERVICE = whole(SERVICES);
const WORDS = whole(
  new RegExp(
    String.raw`(?:(?:\w+[_-])*comments|comment)[_-]?(?:area|section|container|wrap(?:per)?|block|thread|template|tree|pane|holder|inner|box|module|widget|content|facebook|disqus|list)?|responses|discussion|wpdcom|wpdiscuz\w*|kommentare?|comentarios|commentaires|yorumlar|komentar|${SERVICES.source}`,
  ),
);

function* find(context: Context): Iterable<Found> {
  const { page, article, phrases, taken, place } = context;
  const belongs = (text: string) => phrases.is('comments', text);
  const last = article.body.at(-1)?.index ?? 0;
  const isBelow = (box: Box) => box.end > last && (box.first < box.end || box.media > 0 || holdsService(context, box));
  for (const box of context.regions(WORDS, isBelow, isTagged)) {
    const rest = without(context, box);
    const lines = [...withHeading(context, box, belongs), ...rest.lines];
    if (rest.boxes.length + lines.length > 0) yield { boxes: rest.boxes, lines };
  }
  for (const block of page.blocks.slice(article.root.end)) {
    const isHeading = block.kind === 'heading' && belongs(block.text);
    if (isHeading && !taken.blocks.has(block) && place(block.box) !== 'elsewhere') yield { lines: linesOf(block) };
  }
}

const holdsService = ({ page }: Context, { index, endBox }: Box): boolean =>
  page.boxes.slice(index, endBox).some(({ words }) => IS_SERVICE.test(words));

/** `<ghost-comments>` and the like. */
const isTagged = ({ tag }: Box) => /-comments?\b/.test(tag);

/** A Box without what an earlier kind took: the Boxes and lines that are left. */
function without(context: Context, box: Box): { boxes: Box[]; lines: Line[] } {
  const { page, taken } = context;
  const holdsTaken = (part: Box) => context.blocksOf(part).some((block) => taken.blocks.has(block));
  if (!holdsTaken(box)) return { boxes: [box], lines: [] };
  const boxes: Box[] = [];
  const lines: Line[] = [];
  const visit = (part: Box) => {
    if (!holdsTaken(part)) {
      if (part.first < part.end || part.media > 0) boxes.push(part);
      return;
    }
    for (let i = part.index + 1; i < part.endBox; ) {
      const child = page.boxes[i] as Box;
      visit(child);
      i = child.endBox;
    }
    for (const block of context.blocksOf(part))
      if (block.box === part && !taken.blocks.has(block)) lines.push(...linesOf(block));
  };
  visit(box);
  return { boxes, lines };
}
