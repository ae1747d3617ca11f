import { sourceLines } from '../source-lines.ts';
import { linkEvidence, type SignalRule } from '../types.ts';

/** A link that says "Source", "View source", "Read the full article" and leads to another site. */
export default {
  id: 'source-link',
  find(context) {
    const found = sourceLines(context).find(({ kind }) => kind === 'link');
    return found ? linkEvidence(found.quote, found.link) : null;
  },
} satisfies SignalRule;
