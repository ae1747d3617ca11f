import { picturesElsewhere } from '../pictures.ts';
import type { SignalRule } from '../types.ts';

/** The article's pictures are loaded from another site. Counts only beside other Signals. */
export default {
  id: 'pictures-elsewhere',
  find(context, named) {
    const pictures = named.length > 0 ? picturesElsewhere(context) : null;
    return pictures ? { quote: pictures.host, node: pictures.first } : null;
  },
} satisfies SignalRule;
