import { onlyNamed, type Rule } from '../rule.ts';
import { nameAfter } from '../source-lines.ts';

const LONGEST = 120;
const END = /[\s.)）\]]+$/;
/** Words that a source without a link is given in: a name, not a sentence. */
const NAME = /^[^.!?。！？]{2,60}$/;

/** "Source: NAME" without a link. */
export default {
  id: 'source-unlinked',
  direction: 'repost',
  find({ head, tail, phrases, isOwn, article }) {
    for (const { text, links, nodes, block } of [...tail, ...head]) {
      if (links.length > 0 || text.length > LONGEST || block.kind === 'heading' || block.kind === 'cell') continue;
      const name = nameAfter(text, phrases) ?? phrases.match('attribution', text)?.fills.at(-1)?.replace(END, '');
      if (!name || !NAME.test(name) || name === article.publisher) continue;
      // An address in plain text.
      const url = /^(?:https?:\/\/)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/i.test(name)
        ? `https://${name.replace(/^https?:\/\//i, '')}`
        : '';
      if (URL.canParse(url) && isOwn(new URL(url).hostname)) continue;
      return { quote: text, node: nodes[0] ?? null, names: onlyNamed(name) };
    }
    return null;
  },
} satisfies Rule;
