import { picturesElsewhere } from '../pictures.ts';
import { siteOwner } from '../site-owner.ts';
import type { SignalRule } from '../types.ts';

/** The article's pictures are loaded from the site that another Signal names as the origin. */
export default {
  id: 'pictures-of-original',
  find(context, named) {
    const pictures = named.length > 0 ? picturesElsewhere(context) : null;
    if (!pictures || !named.some(({ url }) => url && siteOwner(url.hostname) === pictures.site)) return null;
    return { quote: pictures.host, node: pictures.first };
  },
} satisfies SignalRule;
