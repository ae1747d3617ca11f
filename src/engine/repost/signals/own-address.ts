import type { SignalRule } from '../types.ts';

/** The page states an address on its own site as its own. */
export default {
  id: 'own-address',
  direction: 'against',
  find({ metadata, page, isOwn }) {
    const address = metadata.canonical ?? metadata.openGraphUrl;
    if (!address || !URL.canParse(page.url)) return null;
    return isOwn(new URL(address).hostname) ? { quote: address } : null;
  },
} satisfies SignalRule;
