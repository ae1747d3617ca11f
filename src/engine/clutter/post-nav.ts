import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { part } from './words.ts';

/** Links to the previous and the next post. The site's own furniture: hidden only when the reader wants it. */
export default { kind: 'post-nav', find } satisfies Kind;

const WORDS = part(
  /post-?(?:nav|pag)\w*|posts-navigation|nav-?(?:links|single|post|below|above|previous|next)|prev-?next|next-?prev|pager|pagination|adjacent-?\w*|(?:single|entry)-?nav\w*/,
);
const LONGEST = 1000;

function find({ page, article, holdsArticle, named, taken }: Context): Found[] {
  const found: Found[] = [];
  let end = 0;
  for (const box of named(WORDS)) {
    if (box.index < end || box.first === box.end || box.length > LONGEST) continue;
    if (box.end <= article.root.first || box.linkLength === 0) continue;
    if (holdsArticle(box) || page.blocks.slice(box.first, box.end).some((block) => taken.blocks.has(block))) continue;
    found.push({ boxes: [box] });
    end = box.endBox;
  }
  return found;
}
