import { alike } from '../../clutter/alike.ts';
import { read } from '../../dom.ts';
import { linked, type Rule } from '../rule.ts';
import { isDeep } from '../scene.ts';

const LONGEST = 400;
/** Words that an article's own last line would need. */
const FEWEST_WORDS = 4;
/** So much of the headline has to stand in a footer without links. */
const SAME = 12;

/** "The post TITLE appeared first on SITE.": what WordPress writes under each post of its feed, in any language. */
export default {
  id: 'feed-footer',
  find({ tail, phrases, article, page }) {
    const headline = article.headline ?? '';
    for (const line of tail) {
      const { text, out, links, linkLength, nodes } = line;
      if (text.length > LONGEST) continue;
      const [post, site] = out;
      // Built like one: the headline as a link, then the front page of the same site.
      if (post && site && out.length === links.length && text.length - linkLength >= FEWEST_WORDS) {
        const sameHost = post.url?.host === site.url?.host || post.via !== null;
        if (sameHost && alike(post.said, headline) && (!site.url || !isDeep(site.url)))
          return linked(text, post, site.said);
      }
      if (out.length === 0 && !text.includes(headline.slice(0, SAME))) continue;
      const worded = phrases.match('feedFooter', text);
      if (!worded) continue;
      const name = worded.fills.find((fill) => !alike(fill, headline)) ?? null;
      const link = out.find(({ url, via }) => via || (url && isDeep(url))) ?? out[0];
      if (link) return linked(text, link, name);
      const isOwnName = [article.publisher, read(page.document, 'title')].some(
        (own) => own && name && own.includes(name),
      );
      if (links.length === 0 && name && !isOwnName && worded.fills.some((fill) => alike(fill, headline)))
        return { quote: text, node: nodes[0], names: { publisher: name } };
    }
    return null;
  },
} satisfies Rule;
