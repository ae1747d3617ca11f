import { closingLink, writtenAddress } from '../closing-link.ts';
import { withoutTracking } from '../tracking.ts';
import { isCredited, linkEvidence, type SignalRule } from '../types.ts';

/** The article ends with a link to another site, or with an address there written out, and that carries the headline. */
export default {
  id: 'closing-link',
  find(context, named) {
    const closing = closingLink(context);
    if (closing?.hasHeadline && !isCredited(named, closing.link)) return linkEvidence(closing.line.text, closing.link);
    const written = closing ? null : writtenAddress(context);
    if (!written) return null;
    const { line, url } = written;
    return { quote: line.text, node: line.nodes[0], names: { url: withoutTracking(url) } };
  },
} satisfies SignalRule;
