import { plainSource } from '../plain-source.ts';
import type { Rule } from '../rule.ts';

/** "Source: NAME" without a link. */
export default {
  id: 'source-unlinked',
  find(scene) {
    const found = plainSource(scene);
    if (!found || found.url) return null;
    const { quote, node, publisher } = found;
    return { quote, node, names: { publisher } };
  },
} satisfies Rule;
