import { closingLink } from '../closing-link.ts';
import { linkEvidence, type SignalRule } from '../types.ts';

/**
 * The last line of the article is little more than a link to an article of another site, whatever it says. Nothing where
 * a Signal has read the line: what is seen once counts once.
 */
export default {
  id: 'lone-link',
  find(context, named) {
    const closing = closingLink(context);
    if (!closing || named.some(({ link }) => link === closing.link.element)) return null;
    return linkEvidence(closing.line.text, closing.link);
  },
} satisfies SignalRule;
