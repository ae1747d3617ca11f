import { attribute } from '../../dom.ts';
import { isArticleUrl } from '../links.ts';
import { isSocialHost } from '../site-owner.ts';
import { linkEvidence, type SignalRule } from '../types.ts';

const LICENCE = /creative[\s-]?commons|\bCC[ -]BY\b|知识共享|創用|クリエイティブ・コモンズ/i;
const LICENCE_LINK = /\/\/creativecommons\.org\/(?:licenses|publicdomain)/i;

/** A line that credits another site under a public licence: "republished from … under a Creative Commons licence". */
export default {
  id: 'licence',
  direction: 'syndicated',
  find({ tail, head }) {
    for (const { text, links, out } of [...tail, ...head]) {
      const licensed = LICENCE.test(text) || links.some((link) => LICENCE_LINK.test(attribute(link, 'href') ?? ''));
      const credited = out.filter(({ url }) => !url || !isSocialHost(url.hostname));
      const [first] = credited;
      if (!licensed || !first) continue;
      const deep = credited.find(({ url }) => url && isArticleUrl(url));
      return linkEvidence(text, deep ?? first, first.linkText);
    }
    return null;
  },
} satisfies SignalRule;
