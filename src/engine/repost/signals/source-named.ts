import { naming, type Rule } from '../rule.ts';
import { sourceLines } from '../source-lines.ts';

/** "Source: NAME", "via NAME", with a link to another house. */
export default {
  id: 'source-named',
  direction: 'repost',
  find(scene) {
    const found = sourceLines(scene).find(({ kind }) => kind === 'name');
    return found ? { quote: found.quote, node: found.link.element, names: naming(found.link, found.publisher) } : null;
  },
} satisfies Rule;
