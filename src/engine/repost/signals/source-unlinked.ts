import { plainSource } from '../plain-source.ts';
import { onlyNamed, type Rule } from '../rule.ts';

/** "Source: NAME" without a link. */
export default {
  id: 'source-unlinked',
  direction: 'repost',
  find(scene) {
    const found = plainSource(scene);
    return found && !found.url ? { ...found, names: onlyNamed(found.publisher) } : null;
  },
} satisfies Rule;
