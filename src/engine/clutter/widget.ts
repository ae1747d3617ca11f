import { WIDGET_WORDS } from '../vocabulary.ts';
import { findFurniture } from './site-furniture.ts';
import type { KindFinder } from './types.ts';

/** Recent posts, archives, tag clouds. Part of the site: hidden only when the reader turns the kind on. */
export default { find: (context) => findFurniture(context, WIDGET_WORDS) } satisfies KindFinder;
