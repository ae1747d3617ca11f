import type { Kind } from './find.ts';
import { furniture } from './furniture.ts';
import { whole } from './words.ts';

const WORDS = whole(
  /widget|widget_\w+|sidebar-?(?:box|module|widget|block)|wp-block-(?:latest-(?:posts|comments)|archives|categories|tag-cloud|calendar|search|rss|page-list)/,
);

/** Recent posts, archives, tag clouds. The site's own furniture: hidden only when the reader wants it. */
export default { kind: 'widget', find: (context) => furniture(context, WORDS) } satisfies Kind;
