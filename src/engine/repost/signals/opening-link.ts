import { openingLink } from '../opening-link.ts';
import { isCredited, linkEvidence, type SignalRule } from '../types.ts';

/** Between headline and text stands a link to another site, and that link carries the headline. */
export default {
  id: 'opening-link',
  find(context, named) {
    const opening = openingLink(context);
    if (!opening || isCredited(named, opening.link)) return null;
    return linkEvidence(opening.line.text, opening.link);
  },
} satisfies SignalRule;
