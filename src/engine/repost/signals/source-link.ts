import { linked, type Rule } from '../rule.ts';
import { sourceLines } from '../source-lines.ts';

/** A link that says "Source", "View source", "Read the full article" and leads to another house. */
export default {
  id: 'source-link',
  find(scene) {
    const found = sourceLines(scene).find(({ kind }) => kind === 'link');
    return found ? linked(found.quote, found.link) : null;
  },
} satisfies Rule;
