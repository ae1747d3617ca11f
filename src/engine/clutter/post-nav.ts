import { POST_NAV_WORDS } from '../vocabulary.ts';
import { findFurniture } from './site-furniture.ts';
import type { KindFinder } from './types.ts';

/** Links to the previous and the next post. Part of the site: hidden only when the reader turns the kind on. */
export default {
  find: (context) =>
    findFurniture(context, POST_NAV_WORDS, (box) => box.linkLength > 0 && box.end > context.article.root.first),
} satisfies KindFinder;
