import { accountByline } from '../bylines.ts';
import type { Rule } from '../rule.ts';

/** The author is an account: "admin". */
export default {
  id: 'placeholder-byline',
  find(scene) {
    const found = accountByline(scene);
    return found ? { quote: found.name, node: found.block.nodes[0] } : null;
  },
} satisfies Rule;
