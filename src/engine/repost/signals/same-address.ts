import { closingLink } from '../closing-link.ts';
import { carriesHeadline } from '../headline-link.ts';
import { openingLink } from '../opening-link.ts';
import { sameArticleStated } from '../stated-address.ts';
import { isCredited, linkEvidence, type SignalRule } from '../types.ts';

const MAX_LINKS = 60;

/**
 * A link to another site carries this article's headline, in its text or in its address; or the address that the
 * document states as its own does. Nothing where the article begins or ends with that link: what is seen once counts once.
 */
export default {
  id: 'same-address',
  find(context, named) {
    if (closingLink(context)?.hasHeadline || openingLink(context)) return null;
    const { linksOut, tail, head, linesOf, article } = context;
    const headline = article.headlineBlock ? linesOf(article.headlineBlock) : [];
    const all = new Set([...headline, ...tail, ...head].flatMap(({ out }) => out).concat(linksOut));
    const link = [...all].slice(0, MAX_LINKS).find((one) => carriesHeadline(context, one) && !isCredited(named, one));
    return link ? linkEvidence(link.url?.href ?? link.linkText, link) : sameArticleStated(context);
  },
} satisfies SignalRule;
