import { attribute, webUrl } from '../../dom.ts';
import type { SignalRule } from '../types.ts';

const MAX_BLOCK_CHARS = 160;
const SHARE_ADDRESS = /[?&]share=|\/share(?:r|\/|\?|$)/i;

/** "Reading time: 3 minutes": many pages show this about themselves. */
const ONE_NUMBER = /^\P{Nd}*\p{Nd}{1,2}\P{Nd}*$/u;

/** Buttons and notes of another page's interface that were copied along as text. */
export default {
  id: 'scraped-interface',
  find({ page, article, phrases, isOwn, linesOf }) {
    const { root } = article;
    for (let i = root.first; i < root.end; i++) {
      const block = page.blocks[i];
      if (
        !block ||
        block.length > MAX_BLOCK_CHARS ||
        block.box.hidden ||
        block.kind === 'caption' ||
        block.kind === 'code'
      )
        continue;
      // A button that shares a page of another site.
      const shared = block.links.find((link) => {
        const href = attribute(link, 'href');
        const url = href && /share/i.test(href) ? webUrl(href, page.url) : null;
        return (
          url &&
          SHARE_ADDRESS.test(url.pathname + url.search) &&
          linesOf(block).some(({ out }) => out.some((o) => o.element === link)) &&
          !isOwn(url.hostname)
        );
      });
      if (shared) return { quote: block.text, node: shared };
      // The page's own interface has class names; what was pasted has none.
      if (block.box !== root && block.box.words.trim() !== '') continue;
      if (block.kind !== 'paragraph' || block.links.length > 0 || ONE_NUMBER.test(block.text)) continue;
      if (phrases.is('scraped', block.text)) return { quote: block.text, node: block.nodes[0] };
    }
    return null;
  },
} satisfies SignalRule;
