import { openCredit } from '../open-credit.ts';
import { linkEvidence, type SignalRule } from '../types.ts';

/** "This story first appeared in …", under a named author and the page's own address. Fixture: repost/open-credit */
export default {
  id: 'open-credit',
  direction: 'syndicated',
  find(context) {
    const found = openCredit(context);
    return found && linkEvidence(found.quote, found.link, found.publisher);
  },
} satisfies SignalRule;
