import { linked, type Rule } from '../rule.ts';
import { sourceLines } from '../source-lines.ts';

/** "Source: NAME", "via NAME", with a link to another house. */
export default {
  id: 'source-named',
  direction: 'repost',
  find(scene) {
    const found = sourceLines(scene).find(({ kind }) => kind === 'name');
    return found ? linked(found.quote, found.link, found.publisher) : null;
  },
} satisfies Rule;
