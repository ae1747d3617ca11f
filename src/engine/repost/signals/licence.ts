import { attribute } from '../../dom.ts';
import { isSocialHost } from '../house.ts';
import { linked, type Rule } from '../rule.ts';
import { isDeep } from '../scene.ts';

const LICENCE = /creative[\s-]?commons|\bCC[ -]BY\b|知识共享|創用|クリエイティブ・コモンズ/i;
const LICENCE_LINK = /\/\/creativecommons\.org\/(?:licenses|publicdomain)/i;

/** A line that credits another house under a public licence: "republished from … under a Creative Commons licence". */
export default {
  id: 'licence',
  direction: 'syndicated',
  find({ tail, head }) {
    for (const { text, links, out } of [...tail, ...head]) {
      const licensed = LICENCE.test(text) || links.some((link) => LICENCE_LINK.test(attribute(link, 'href') ?? ''));
      const credited = out.filter(({ url }) => !url || !isSocialHost(url.hostname));
      const [first] = credited;
      if (!licensed || !first) continue;
      const deep = credited.find(({ url }) => url && isDeep(url));
      return linked(text, deep ?? first, first.said);
    }
    return null;
  },
} satisfies Rule;
