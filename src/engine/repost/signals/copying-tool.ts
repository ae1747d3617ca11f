import { attribute } from '../../dom.ts';
import type { Rule } from '../rule.ts';

const TOOLS =
  /(?:^|[\s_-])(?:feedzy|feedwordpress|fwp-|wpematico|wp[\s-]?automatic|wprss|wp-rss|rss-?aggregator|rss-post-importer|rss_pi|rssap|cyberseo|cyseo|newsomatic|crawlomatic|echo-?rss|autoblog(?:ged|ging)?|syndicated-(?:post|item|source|attribution|link)|feed-item-source|super-?rss|wpgrabber|octolooks|scrapes?-)/;

/** Markup that the copying tools leave: their class names, their names as generator, and a box with an empty id around the copied body. */
export default {
  id: 'copying-tool',
  find({ page, article, metadata }) {
    const { generator } = metadata;
    if (generator && TOOLS.test(generator.toLowerCase())) return { quote: generator };
    const { root } = article;
    for (let i = root.index; i < root.endBox; i++) {
      const box = page.boxes[i];
      if (!box) continue;
      const tool = TOOLS.exec(box.words)?.[0];
      if (tool) return { quote: tool.trim(), node: box.element };
      if (box.tag === 'div' && attribute(box.element, 'id') === '' && box.length > root.length / 2)
        return { quote: '<div id="">', node: box.element };
    }
    return null;
  },
} satisfies Rule;
