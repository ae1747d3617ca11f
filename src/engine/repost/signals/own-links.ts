import { MIN_OWN_LINKS } from '../stated-address.ts';
import type { SignalRule } from '../types.ts';

/** The text links the page's own site at least as often as all others. */
export default {
  id: 'own-links',
  direction: 'against',
  find: ({ linksIn, linksOut, page }) =>
    linksIn >= MIN_OWN_LINKS && linksIn >= linksOut.length ? { quote: `${linksIn} × ${page.host}` } : null,
} satisfies SignalRule;
