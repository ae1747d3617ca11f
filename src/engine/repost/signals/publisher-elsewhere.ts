import { isSocialHost } from '../house.ts';
import type { Rule } from '../rule.ts';

/** The page's structured data name a publisher with another house. */
export default {
  id: 'publisher-elsewhere',
  find({ metadata, isOwn }) {
    const { publisherUrl, publisher } = metadata;
    if (!publisherUrl) return null;
    const { hostname } = new URL(publisherUrl);
    if (isOwn(hostname) || isSocialHost(hostname) || !hostname.includes('.')) return null;
    const name = publisher ?? hostname.replace(/^www\./, '');
    return { quote: `${name} (${hostname})`, names: { publisher: name } };
  },
} satisfies Rule;
