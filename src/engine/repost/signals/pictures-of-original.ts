import { houseOf } from '../house.ts';
import { picturesElsewhere } from '../pictures.ts';
import type { Rule } from '../rule.ts';

/** The article's pictures are loaded from the house that something else on the page names as its origin. */
export default {
  id: 'pictures-of-original',
  find(scene, named) {
    const pictures = named.length > 0 ? picturesElsewhere(scene) : null;
    if (!pictures || !named.some(({ url }) => url && houseOf(url.hostname) === pictures.house)) return null;
    return { quote: pictures.host, node: pictures.first };
  },
} satisfies Rule;
