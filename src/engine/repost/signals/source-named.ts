import { plainSource } from '../plain-source.ts';
import { sourceLines } from '../source-lines.ts';
import { linkEvidence, type SignalRule } from '../types.ts';

/** "Source: NAME", "via NAME", with a link to another site, or with the address of an article there written out. */
export default {
  id: 'source-named',
  find(context) {
    const found = sourceLines(context).find(({ kind }) => kind === 'name');
    if (found) return linkEvidence(found.quote, found.link, found.publisher);
    const plain = plainSource(context);
    if (!plain?.url) return null;
    const { quote, node, ...names } = plain;
    return { quote, node, names };
  },
} satisfies SignalRule;
