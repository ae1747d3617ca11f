import { lastLetter } from '../../phrases/letters.ts';
import type { Article, Block } from '../../types.ts';
import { closingLink } from '../closing-link.ts';
import { carriesHeadline } from '../headline-link.ts';
import { isArticleUrl } from '../links.ts';
import { BROKEN_OFF } from '../lone-link.ts';
import { linkEvidence, type SignalRule } from '../types.ts';

/** A longer link is a sentence. Test: repost/edges.test.ts */
const MAX_LINK_CHARS = 100;
const MAX_QUOTE_CHARS = 120;

/** "Continue reading", "Read more" under an excerpt, and the rest is on another site. */
export default {
  id: 'continues-elsewhere',
  find(context) {
    const { tail, head, phrases, article } = context;
    // Where the excerpt is short, the body may be taken for something longer below it: fixture repost/excerpt-above-teasers
    const shortExcerpt = head.filter(({ out }) => out.some((link) => carriesHeadline(context, link)));
    for (const { out, links, text } of [...tail, ...shortExcerpt]) {
      const link = out.at(-1);
      if (!link || link.element !== links.at(-1) || link.linkText.length > MAX_LINK_CHARS) continue;
      if (!withoutEndMarks(text.slice(-2 * MAX_LINK_CHARS)).endsWith(withoutEndMarks(link.linkText))) continue;
      if (!link.via && !(link.url && isArticleUrl(link.url))) continue;
      if (phrases.is('continue', link.linkText)) return linkEvidence(text.slice(-MAX_QUOTE_CHARS), link);
    }
    // Whatever the link says: the text breaks off, and the line after it is a link.
    const closing = closingLink(context);
    const before = closing && tail[tail.indexOf(closing.line) - 1];
    return before && BROKEN_OFF.test(before.text) && isOfArticle(article, before.block)
      ? linkEvidence(closing.line.text, closing.link)
      : null;
  },
} satisfies SignalRule;

/** The Block stands in a Box with the article's beginning. In a Box of its own, such as a profile, another text breaks off. */
const isOfArticle = ({ body }: Article, { box }: Block): boolean =>
  body[0] !== undefined && (box.parent ?? box).first <= body[0].index;

const withoutEndMarks = (text: string) => text.slice(0, lastLetter(text));
