import type { Rule } from '../rule.ts';

const FEWEST = 2;

/** The text links the page's own house, more often than any other. */
export default {
  id: 'own-links',
  direction: 'against',
  find: ({ linksIn, linksOut, page }) =>
    linksIn >= FEWEST && linksIn >= linksOut.length ? { quote: `${linksIn} × ${page.host}` } : null,
} satisfies Rule;
