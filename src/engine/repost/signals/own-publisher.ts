import type { SignalRule } from '../types.ts';

/** The page's structured data name the site itself as publisher. */
export default {
  id: 'own-publisher',
  direction: 'against',
  find({ metadata, isOwn }) {
    const { publisher, publisherUrl, siteName } = metadata;
    if (!publisher) return null;
    const own = publisherUrl ? isOwn(new URL(publisherUrl).hostname) : publisher === siteName;
    return own ? { quote: publisher } : null;
  },
} satisfies SignalRule;
