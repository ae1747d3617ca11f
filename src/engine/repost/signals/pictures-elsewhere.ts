import { picturesElsewhere } from '../pictures.ts';
import type { Rule } from '../rule.ts';

/** The article's pictures are loaded from another house. */
export default {
  id: 'pictures-elsewhere',
  direction: 'repost',
  find(scene) {
    const pictures = picturesElsewhere(scene);
    return pictures ? { quote: pictures.host, node: pictures.first } : null;
  },
} satisfies Rule;
