import { read } from '../../dom.ts';
import { isSameWording } from '../../similarity.ts';
import { isArticleUrl } from '../links.ts';
import { isCredited, type LineOut, type LinkOut, linkEvidence, type SignalRule } from '../types.ts';

const MAX_FOOTER_CHARS = 400;
/** A footer with two links has at least so much text beside them. Test: repost/edges.test.ts */
const MIN_CHARS_BESIDE_LINKS = 4;
/** A footer without links has at least so much of the headline. */
const MIN_HEADLINE_CHARS = 12;

/** "The post TITLE appeared first on SITE.": what WordPress writes under each post of its feed, in any language. */
export default {
  id: 'feed-footer',
  find({ tail, phrases, article, page }, named) {
    const headline = article.headline ?? '';
    for (const line of tail) {
      const { text, out, links, linkLength, nodes } = line;
      if (text.length > MAX_FOOTER_CHARS) continue;
      const [post, site] = out;
      // In any language: the headline as a link, then the front page of the same site.
      if (post && site && out.length === links.length && text.length - linkLength >= MIN_CHARS_BESIDE_LINKS) {
        const sameHost = post.url?.host === site.url?.host || post.via !== null;
        if (sameHost && isSameWording(post.linkText, headline) && (!site.url || !isArticleUrl(site.url)))
          return linkEvidence(text, post, site.linkText);
      }
      const around = linkBesideHeadline(line, headline);
      if (around && out[0] && !isCredited(named, out[0])) return linkEvidence(text, around, null);
      if (out.length === 0 && !text.includes(headline.slice(0, MIN_HEADLINE_CHARS))) continue;
      const worded = phrases.match('feedFooter', text);
      if (!worded) continue;
      const name = worded.fills.find((fill) => !isSameWording(fill, headline)) ?? null;
      const link = out.find(({ url, via }) => via || (url && isArticleUrl(url))) ?? out[0];
      if (link) return linkEvidence(text, link, name);
      const isOwnName = [article.publisher, read(page.document, 'title')].some(
        (own) => own && name && own.includes(name),
      );
      if (links.length === 0 && name && !isOwnName && worded.fills.some((fill) => isSameWording(fill, headline)))
        return { quote: text, node: nodes[0], names: { publisher: name } };
    }
    return null;
  },
} satisfies SignalRule;

/** A longer text around the headline is more than a note on where it was. */
const MAX_CHARS_AROUND_HEADLINE = 120;
/** A shorter headline may be a word of the sentence. */
const MIN_TITLE_CHARS = 25;

/**
 * The link to an article in a line that has the headline outside of its links, and says in whatever language where that
 * was: `This was on NAME under the title "HEADLINE": address`. Fixture: repost/feed-footer-title
 */
function linkBesideHeadline({ text, out, links, linkLength }: LineOut, headline: string): LinkOut | null {
  const beside = text.length - linkLength - headline.length;
  if (headline.length < MIN_TITLE_CHARS || beside < MIN_CHARS_BESIDE_LINKS || beside > MAX_CHARS_AROUND_HEADLINE)
    return null;
  if (out.length !== links.length || !text.includes(headline)) return null;
  if (out.some(({ url }) => url && PERSISTENT.test(url.hostname))) return null;
  return out.find(({ url, via }) => via || (url && isArticleUrl(url))) ?? null;
}

/** Hosts of lasting addresses: with them a page says how it is to be cited itself. Fixture: repost/cited-as */
const PERSISTENT = /(?:^|\.)(?:doi\.org|handle\.net|perma\.cc|n2t\.net|purl\.org|zenodo\.org)$/;
