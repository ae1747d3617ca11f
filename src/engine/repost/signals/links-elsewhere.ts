import { mostLinked } from '../most-linked.ts';
import type { SignalRule } from '../types.ts';

/** Most links in the text lead to the same other site. */
export default {
  id: 'links-elsewhere',
  find(context, named) {
    const most = mostLinked(context);
    if (!most) return null;
    // Where a redirector hides the original, its site is known at least. Fixture: repost/hidden-source-linked
    const isHidden = named.some(({ via }) => via) && !named.some(({ url }) => url);
    const seen = { quote: `${most.count} × ${most.site}`, node: most.first.element };
    return isHidden ? { ...seen, names: { publisher: most.site } } : seen;
  },
} satisfies SignalRule;
