import { MIN_PARAGRAPH_CHARS } from '../../lines.ts';
import { lastLetter } from '../../phrases/letters.ts';
import type { Article, Block } from '../../types.ts';
import { closingLink } from '../closing-link.ts';
import { carriesHeadline } from '../headline-link.ts';
import { leadsToArticle } from '../links.ts';
import { BROKEN_OFF } from '../lone-link.ts';
import { type LineOut, type LinkOut, linkEvidence, type SignalContext, type SignalRule } from '../types.ts';

/** A longer link is a sentence. Test: repost/edges.test.ts */
const MAX_LINK_CHARS = 100;
const MAX_QUOTE_CHARS = 120;

/** "Continue reading", "Read more" under an excerpt, and the rest is on another site. */
export default {
  id: 'continues-elsewhere',
  find(context) {
    const { tail, head, phrases, article } = context;
    const continuing = (line: LineOut): { line: LineOut; link: LinkOut } | null => {
      const { out, links, text } = line;
      const link = out.at(-1);
      if (!link || link.element !== links.at(-1) || link.linkText.length > MAX_LINK_CHARS) return null;
      if (!withoutEndMarks(text.slice(-2 * MAX_LINK_CHARS)).endsWith(withoutEndMarks(link.linkText))) return null;
      return leadsToArticle(link) && phrases.is('continue', link.linkText) ? { line, link } : null;
    };
    const atEnd = tail.flatMap((line) => continuing(line) ?? []);
    // Entries of a list have such links too, and lead to several articles.
    const isOne = new Set(atEnd.map(({ link: { url, via } }) => url?.href ?? via)).size === 1;
    // Where the excerpt is short, the body may be taken for something longer below it: fixture repost/excerpt-above-teasers
    const shortExcerpt = head.filter(({ out }) => out.some((link) => carriesHeadline(context, link)));
    const found =
      atEnd.find(({ line }) => isOne && !isFollowedByText(context, line)) ??
      shortExcerpt.map(continuing).find((one) => one !== null);
    if (found) return linkEvidence(found.line.text.slice(-MAX_QUOTE_CHARS), found.link);
    // Whatever the link says: the text breaks off, and the line after it is a link.
    const closing = closingLink(context);
    const before = closing && tail[tail.indexOf(closing.line) - 1];
    return before && BROKEN_OFF.test(before.text) && isOfArticle(article, before.block)
      ? linkEvidence(closing.line.text, closing.link)
      : null;
  },
} satisfies SignalRule;

/** The article goes on after the line: what it points to is not the rest of it. Fixture: repost/newsletter-issue */
const isFollowedByText = ({ article }: SignalContext, { block }: LineOut): boolean =>
  article.body.some(
    ({ index, kind, length, linkLength }) =>
      index > block.index && kind === 'paragraph' && length - linkLength > MIN_PARAGRAPH_CHARS,
  );

/** The Block stands in a Box with the article's beginning. In a Box of its own, such as a profile, another text breaks off. */
const isOfArticle = ({ body }: Article, { box }: Block): boolean =>
  body[0] !== undefined && (box.parent ?? box).first <= body[0].index;

const withoutEndMarks = (text: string) => text.slice(0, lastLetter(text));
