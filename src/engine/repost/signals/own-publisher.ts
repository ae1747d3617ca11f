import type { Rule } from '../rule.ts';

/** The page's structured data name a publisher of its own. */
export default {
  id: 'own-publisher',
  direction: 'against',
  find({ metadata, isOwn }) {
    const { publisher, publisherUrl, siteName } = metadata;
    if (!publisher) return null;
    const own = publisherUrl ? isOwn(new URL(publisherUrl).hostname) : publisher === siteName;
    return own ? { quote: publisher } : null;
  },
} satisfies Rule;
