import type { Rule } from '../rule.ts';

const SHARE = 0.4;

/** Much of the text stands in quotations: somebody quotes and links. */
export default {
  id: 'quotes-openly',
  direction: 'against',
  find({ article }) {
    const quoted = article.body.filter(({ kind }) => kind === 'quote');
    const sum = (blocks: readonly { length: number }[]) => blocks.reduce((all, { length }) => all + length, 0);
    const [first] = quoted;
    if (!first || sum(quoted) < SHARE * sum(article.body) || sum(quoted) > 0.95 * sum(article.body)) return null;
    return { quote: first.text.slice(0, 120), node: first.nodes[0] };
  },
} satisfies Rule;
