import { linked, type Rule } from '../rule.ts';
import { sourceLines } from '../source-lines.ts';

/** "This article was originally published on …", with a link to another house. */
export default {
  id: 'attribution',
  find(scene) {
    const found = sourceLines(scene).find(({ kind }) => kind === 'sentence');
    return found ? linked(found.quote, found.link, found.publisher) : null;
  },
} satisfies Rule;
