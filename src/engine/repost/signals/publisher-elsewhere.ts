import { hostOf } from '../../dom.ts';
import { isSocialHost } from '../site-owner.ts';
import type { SignalRule } from '../types.ts';

/** The page's structured data name a publisher with another site. */
export default {
  id: 'publisher-elsewhere',
  find({ metadata, isOwn }) {
    const { publisherUrl, publisher } = metadata;
    if (!publisherUrl) return null;
    const url = new URL(publisherUrl);
    const { hostname } = url;
    if (isOwn(hostname) || isSocialHost(hostname) || !hostname.includes('.')) return null;
    const name = publisher ?? hostOf(url);
    return { quote: `${name} (${hostname})`, names: { publisher: name } };
  },
} satisfies SignalRule;
