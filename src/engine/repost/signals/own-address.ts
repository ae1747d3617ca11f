import type { Rule } from '../rule.ts';

/** The page says that this is its own address. */
export default {
  id: 'own-address',
  direction: 'against',
  find({ metadata, page, isOwn }) {
    const address = metadata.canonical ?? metadata.openGraphUrl;
    if (!address || !URL.canParse(page.url)) return null;
    return isOwn(new URL(address).hostname) ? { quote: address } : null;
  },
} satisfies Rule;
