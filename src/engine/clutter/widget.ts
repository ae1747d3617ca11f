import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { whole } from './words.ts';

/** Recent posts, archives, tag clouds. The site's own furniture: hidden only when the reader wants it. */
export default { kind: 'widget', find } satisfies Kind;

const WORDS = whole(
  /widget|widget_\w+|sidebar-?(?:box|module|widget|block)|wp-block-(?:latest-(?:posts|comments)|archives|categories|tag-cloud|calendar|search|rss|page-list)/,
);

function find({ page, holdsArticle, named, taken }: Context): Found[] {
  const found: Found[] = [];
  let end = 0;
  for (const box of named(WORDS)) {
    if (box.index < end || box.first === box.end || holdsArticle(box)) continue;
    if (page.blocks.slice(box.first, box.end).some((block) => taken.blocks.has(block))) continue;
    found.push({ boxes: [box] });
    end = box.endBox;
  }
  return found;
}
