import { attribute, webUrl } from '../../dom.ts';
import { COPYING_TOOL_WORDS } from '../../vocabulary.ts';
import { feedPicture } from '../feed-picture.ts';
import { hostOfPicture } from '../picture-host.ts';
import type { SignalRule } from '../types.ts';

/** Of the text in the box: its markup is nothing that a reader sees. UTF-16 units. */
const MAX_QUOTE_CHARS = 80;
/** The site of the feed, where the service's host begins with it. */
const FEED_OWNER = /^(?:https?:)?\/\/([\w-]+(?:\.[\w-]+)+)\.feedsportal\.com\//;

/**
 * Markup of copying tools: their class names, their name as generator, a box with an empty id around the copied body
 * (fixture: repost/source-behind-body), and the unseen picture that a feed service adds to each entry of a feed
 * (fixture: repost/feed-picture).
 */
export default {
  id: 'copying-tool',
  find({ page, article, metadata, isOwn }) {
    const { generator } = metadata;
    if (generator && COPYING_TOOL_WORDS.test(generator.toLowerCase())) return { quote: generator };
    const { root } = article;
    const picture = root.media > 0 ? feedPicture(root.element) : null;
    if (picture) {
      const src = attribute(picture, 'src') ?? '';
      const host = FEED_OWNER.exec(src)?.[1];
      const url = host && !isOwn(host) ? webUrl(`http://${host}/`, page.url) : null;
      return { quote: hostOfPicture(picture, page.url) ?? src, node: picture, ...(url && { names: { url } }) };
    }
    for (let i = root.index; i < root.endBox; i++) {
      const box = page.boxes[i];
      if (!box) continue;
      const tool = COPYING_TOOL_WORDS.exec(box.words)?.[0];
      if (tool) return { quote: tool.trim(), node: box.element };
      if (box.tag === 'div' && attribute(box.element, 'id') === '' && box.length > root.length / 2)
        return { quote: page.blocks[box.first]?.text.slice(0, MAX_QUOTE_CHARS) ?? '', node: box.element };
    }
    return null;
  },
} satisfies SignalRule;
