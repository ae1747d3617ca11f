import { plainSource } from '../plain-source.ts';
import type { SignalRule } from '../types.ts';

/** "Source: NAME" without a link. */
export default {
  id: 'source-unlinked',
  find(context) {
    const found = plainSource(context);
    if (!found || found.url) return null;
    const { quote, node, publisher } = found;
    return { quote, node, names: { publisher } };
  },
} satisfies SignalRule;
