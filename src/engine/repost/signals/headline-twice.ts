import { alike } from '../../clutter/alike.ts';
import type { Rule } from '../rule.ts';

const SHORTEST = 12;

/** The headline stands a second time at the top of the text. */
export default {
  id: 'headline-twice',
  find({ head, article }) {
    const { headline, headlineBlock, root } = article;
    if (!headlineBlock || !headline || headline.length < SHORTEST) return null;
    const again = head.find(
      ({ block, text }) =>
        block !== headlineBlock &&
        block.index > headlineBlock.index &&
        block.index >= root.first &&
        alike(text, headlineBlock.text),
    );
    return again ? { quote: again.text, node: again.nodes[0] } : null;
  },
} satisfies Rule;
