import { siteOwner } from '../site-owner.ts';
import type { SignalRule } from '../types.ts';

const ADDRESS = /[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})/i;
/** Blocks at the end of the body that may have the contact. */
const MAX_BLOCKS_FROM_END = 8;
const MAX_BLOCK_CHARS = 1000;

/** The text ends with an e-mail address at the site that is named as its source: a press release. */
export default {
  id: 'press-contact',
  direction: 'against',
  find({ article, tail }, named) {
    const ends = [...article.body.slice(-MAX_BLOCKS_FROM_END), ...tail.map(({ block }) => block)];
    for (const { text, nodes } of ends) {
      if (text.length > MAX_BLOCK_CHARS || !text.includes('@')) continue;
      const [address, host] = ADDRESS.exec(text) ?? [];
      if (!address || !host) continue;
      if (named.some(({ url }) => url && siteOwner(url.hostname) === siteOwner(host)))
        return { quote: address, node: nodes[0] };
    }
    return null;
  },
} satisfies SignalRule;
