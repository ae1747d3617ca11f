import type { Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { withHeading } from './grow.ts';
import { type Line, linesOf } from './lines.ts';

/** What readers wrote below the article, and the boxes of comment services. */
export default { kind: 'comments', find } satisfies Kind;

const WORDS =
  /(?:^|\s)(?:comments?|commentlist|comment-?list|comments?[_-]?(?:area|section|container|wrap(?:per)?|block|thread|template|tree|pane|holder|inner|box|module|widget|content|facebook|disqus)|(?:\w+-)*comments(?:-area|-section|-wrap(?:per)?|-container|-list)?|disqus\w*|fb-comments?|responses|reader-comments|discussion|wp-block-(?:post-)?comments?|comment-wrapper|ghost-comments\w*|hyvor-talk\w*|commento|utterances|giscus|livefyre|viafoura|spot-?im\w*|openweb|coral\w*|remark42|isso-thread|cusdis_thread|vk_comments|hypercomments\w*|cackle|mc-container|wpdcom|wpdiscuz\w*|kommentare?|comentarios|commentaires|yorumlar|komentar)(?:$|\s)/;
const TAGS = 'ghost-comments,amp-facebook-comments,hyvor-talk-comments,shreddit-comment-tree';

function find(context: Context): Found[] {
  const { page, phrases, taken } = context;
  const belongs = (text: string) => phrases.is('comments', text);
  const found: Found[] = [];
  for (const box of [...context.regions(WORDS, 'with empty ones'), ...tagged(context)]) {
    if (box.first === box.end && box.media === 0 && !isService(box)) continue;
    const rest = without(context, box);
    const lines = [...withHeading(context, box, belongs), ...rest.lines];
    if (rest.boxes.length + lines.length > 0) found.push({ boxes: rest.boxes, lines });
  }
  const heads = page.blocks
    .slice(context.article.root.end)
    .filter((block) => block.kind === 'heading' && !taken.blocks.has(block) && belongs(block.text))
    .filter(
      (block) =>
        context.place(block.box) !== 'elsewhere' &&
        !found.some(
          ({ boxes, lines }) =>
            boxes?.some((box) => box.first <= block.index && block.index < box.end) ||
            lines?.some((line) => line.block === block),
        ),
    );
  for (const head of heads) found.push({ lines: linesOf(head) });
  return found;
}

const SERVICE = /disqus|fb-comment|hyvor|commento|giscus|utterances|spot-?im|coral|livefyre|viafoura|remark42|cusdis/;
const isService = (box: Box) => SERVICE.test(box.words);

const tagged = (context: Context): Box[] =>
  context.page.boxes.filter((box) => box.tag.includes('-') && TAGS.split(',').includes(box.tag));

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
