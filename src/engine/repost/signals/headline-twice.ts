import { isSameWording } from '../../similarity.ts';
import type { SignalRule } from '../types.ts';

/** A shorter headline may well be a name. Test: repost/edges.test.ts */
const MIN_HEADLINE_CHARS = 12;

/** The headline stands a second time at the top of the text. */
export default {
  id: 'headline-twice',
  find({ head, article }) {
    const { headline, headlineBlock, root } = article;
    if (!headlineBlock || !headline || headline.length < MIN_HEADLINE_CHARS) return null;
    const again = head.find(
      ({ block, text }) =>
        block !== headlineBlock &&
        block.index > headlineBlock.index &&
        block.index >= root.first &&
        isSameWording(text, headlineBlock.text),
    );
    return again ? { quote: again.text, node: again.nodes[0] } : null;
  },
} satisfies SignalRule;
