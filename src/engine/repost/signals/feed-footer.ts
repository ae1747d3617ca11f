import { read } from '../../dom.ts';
import { isSameWording } from '../../similarity.ts';
import { isArticleUrl } from '../links.ts';
import { linkEvidence, type SignalRule } from '../types.ts';

const MAX_FOOTER_CHARS = 400;
/** A footer with two links has at least so much text beside them. Test: repost/edges.test.ts */
const MIN_CHARS_BESIDE_LINKS = 4;
/** A footer without links has at least so much of the headline. */
const MIN_HEADLINE_CHARS = 12;

/** "The post TITLE appeared first on SITE.": what WordPress writes under each post of its feed, in any language. */
export default {
  id: 'feed-footer',
  find({ tail, phrases, article, page }) {
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
