import { isAgency, isAgencysOwn } from '../agencies.ts';
import type { Rule } from '../rule.ts';

/** The author is an agency. */
export default {
  id: 'agency-byline',
  direction: 'syndicated',
  find({ article, metadata, page }) {
    const host = URL.canParse(page.url) ? new URL(page.url).hostname : '';
    const name = [article.byline, ...metadata.authors].find((author) => author && isAgency(author));
    if (!name || isAgencysOwn(name, host)) return null;
    return { quote: name, node: null, names: { url: null, via: null, publisher: name, link: null } };
  },
} satisfies Rule;
