import type { Kind } from './find.ts';
import { furniture } from './furniture.ts';
import { part } from './words.ts';

const WORDS = part(
  /post-?(?:nav|pag)\w*|posts-navigation|nav-?(?:links|single|post|below|above|previous|next)|prev-?next|next-?prev|pager|pagination|adjacent-?\w*|(?:single|entry)-?nav\w*/,
);
const LONGEST = 1000;

/** Links to the previous and the next post. The site's own furniture: hidden only when the reader wants it. */
export default {
  kind: 'post-nav',
  find: (context) =>
    furniture(
      context,
      WORDS,
      (box) => box.length <= LONGEST && box.linkLength > 0 && box.end > context.article.root.first,
    ),
} satisfies Kind;
