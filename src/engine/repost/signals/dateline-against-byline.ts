import { accountByline } from '../bylines.ts';
import type { SignalRule } from '../types.ts';

/** The dateline of a reporter: `LONDON, 3 May –`, `MOSCOW (Name) —`. */
const datelineOf = (text: string): string | undefined =>
  /^\p{Lu}[\p{Lu}\p{M} .'’-]{2,30}(?:,[^–—.-]{2,30})?\s*(?:[(/][^)/]{2,40}[)/])?\s*(?:[–—]|\s-\s|--)/u.exec(text)?.[0];

/** The text begins with a reporter's dateline, and the byline is an account. */
export default {
  id: 'dateline-against-byline',
  find(context) {
    const byline = accountByline(context);
    const first = context.article.body[0];
    const dateline = byline && first && datelineOf(first.text);
    return dateline ? { quote: `${dateline.trim()} / ${byline.name}`, node: first.nodes[0] } : null;
  },
} satisfies SignalRule;
