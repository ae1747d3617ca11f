import { accountByline } from '../bylines.ts';
import type { Rule } from '../rule.ts';

/** `LONDON, 3 May –`, `MOSCOW (Name) —`: a reporter was there. */
const datelineOf = (text: string): string | undefined =>
  /^\p{Lu}[\p{Lu}\p{M} .'’-]{2,30}(?:,[^–—.-]{2,30})?\s*(?:[(/][^)/]{2,40}[)/])?\s*(?:[–—]|\s-\s|--)/u.exec(text)?.[0];

/** The text begins where a reporter was, and the byline is an account's. */
export default {
  id: 'dateline-against-byline',
  find(scene) {
    const byline = accountByline(scene);
    const first = scene.article.body[0];
    const dateline = byline && first && datelineOf(first.text);
    return dateline ? { quote: `${dateline.trim()} / ${byline.name}`, node: first.nodes[0] } : null;
  },
} satisfies Rule;
