import { naming, type Rule } from '../rule.ts';
import { sourceLines } from '../source-lines.ts';

/** "This article was originally published on …", with a link to another house. */
export default {
  id: 'attribution',
  direction: 'repost',
  find(scene) {
    const found = sourceLines(scene).find(({ kind }) => kind === 'sentence');
    return found ? { quote: found.quote, node: found.link.element, names: naming(found.link, found.publisher) } : null;
  },
} satisfies Rule;
