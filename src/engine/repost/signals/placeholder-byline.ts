import { accountByline } from '../bylines.ts';
import type { SignalRule } from '../types.ts';

/** The byline is the name of an account: "admin". */
export default {
  id: 'placeholder-byline',
  find(context) {
    const found = accountByline(context);
    return found ? { quote: found.name, node: found.block.nodes[0] } : null;
  },
} satisfies SignalRule;
