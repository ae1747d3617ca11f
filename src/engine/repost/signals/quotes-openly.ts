import type { SignalRule } from '../types.ts';

/** Share of the text. */
const MIN_QUOTED = 0.4;
/** More is an article that is marked up as a quotation. */
const MAX_QUOTED = 0.95;
const MAX_QUOTE_CHARS = 120;

/** Much of the text is quotations: the author quotes and links, which is not copying. */
export default {
  id: 'quotes-openly',
  direction: 'against',
  find({ article }) {
    const quoted = article.body.filter(({ kind }) => kind === 'quote');
    const sum = (blocks: readonly { length: number }[]) => blocks.reduce((chars, { length }) => chars + length, 0);
    const [first] = quoted;
    if (!first || sum(quoted) < MIN_QUOTED * sum(article.body) || sum(quoted) > MAX_QUOTED * sum(article.body))
      return null;
    return { quote: first.text.slice(0, MAX_QUOTE_CHARS), node: first.nodes[0] };
  },
} satisfies SignalRule;
