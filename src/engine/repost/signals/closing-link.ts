import { closingLink } from '../closing-link.ts';
import { isCredited, linkEvidence, type SignalRule } from '../types.ts';

/** The article ends with a link to another site, and that link carries the headline. */
export default {
  id: 'closing-link',
  find(context, named) {
    const closing = closingLink(context);
    if (!closing?.hasHeadline || isCredited(named, closing.link)) return null;
    return linkEvidence(closing.line.text, closing.link);
  },
} satisfies SignalRule;
