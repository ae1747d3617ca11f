import { picturesElsewhere } from '../pictures.ts';
import type { Rule } from '../rule.ts';

/** The article's pictures are loaded from another house. That says something beside other Signals only. */
export default {
  id: 'pictures-elsewhere',
  find(scene, named) {
    const pictures = named.length > 0 ? picturesElsewhere(scene) : null;
    return pictures ? { quote: pictures.host, node: pictures.first } : null;
  },
} satisfies Rule;
