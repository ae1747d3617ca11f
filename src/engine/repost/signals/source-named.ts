import { plainSource } from '../plain-source.ts';
import { linked, type Rule } from '../rule.ts';
import { sourceLines } from '../source-lines.ts';

/** "Source: NAME", "via NAME", with a link to another house, or with the address of an article of it written out. */
export default {
  id: 'source-named',
  find(scene) {
    const found = sourceLines(scene).find(({ kind }) => kind === 'name');
    if (found) return linked(found.quote, found.link, found.publisher);
    const plain = plainSource(scene);
    if (!plain?.url) return null;
    const { quote, node, ...names } = plain;
    return { quote, node, names };
  },
} satisfies Rule;
