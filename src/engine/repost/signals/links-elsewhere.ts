import { mostLinked } from '../most-linked.ts';
import type { SignalRule } from '../types.ts';

/** Most links in the text lead to the same other site. */
export default {
  id: 'links-elsewhere',
  find(context) {
    const most = mostLinked(context);
    return most && { quote: `${most.count} × ${most.site}`, node: most.first.element };
  },
} satisfies SignalRule;
