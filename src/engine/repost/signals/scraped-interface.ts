import { attribute, webUrl } from '../../dom.ts';
import type { Rule } from '../rule.ts';

const LONGEST = 160;
const SHARES = /[?&]share=|\/share(?:r|\/|\?|$)/i;

/** "Reading time: 3 minutes" is what many a page says of itself. */
const COUNT = /^\P{Nd}*\p{Nd}{1,2}\P{Nd}*$/u;

/** Buttons and notes of another page's interface, copied along as text. */
export default {
  id: 'scraped-interface',
  find({ page, article, phrases, isOwn, linesOf }) {
    const { root } = article;
    for (let i = root.first; i < root.end; i++) {
      const block = page.blocks[i];
      if (!block || block.length > LONGEST || block.box.hidden || block.kind === 'caption' || block.kind === 'code')
        continue;
      // A share button that shares a page of another house.
      const shared = block.links.find((link) => {
        const href = attribute(link, 'href');
        const url = href && /share/i.test(href) ? webUrl(href, page.url) : null;
        return (
          url &&
          SHARES.test(url.pathname + url.search) &&
          linesOf(block).some(({ out }) => out.some((o) => o.element === link)) &&
          !isOwn(url.hostname)
        );
      });
      if (shared) return { quote: block.text, node: shared };
      // Text without a box of its own kind: an interface has classes, what was pasted has none.
      if (block.box !== root && block.box.words.trim() !== '') continue;
      if (block.kind !== 'paragraph' || block.links.length > 0 || COUNT.test(block.text)) continue;
      if (phrases.is('scraped', block.text)) return { quote: block.text, node: block.nodes[0] };
    }
    return null;
  },
} satisfies Rule;
