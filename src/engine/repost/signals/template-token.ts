import { isQuoted } from '../../lines.ts';
import { findTokens, hasToken, withoutTags } from '../../tokens.ts';
import { tokenInAddress } from '../token-in-address.ts';
import type { SignalRule } from '../types.ts';

/** In these a token that is no ad's is an entry: the page lists tokens, and says what they are. */
const LISTING_KIND = /^(?:cell|item|heading|caption)$/;
const AD_TOKEN = /^[[［&]\S{0,6}ad|^ad/i;

/** Template engines' tokens: many pages have them before their scripts have run. */
const ENGINE_TOKEN = /^(?:\{[{%]|<%|\$\{)/;
/** Blocks behind the article that may have its last token. */
const BLOCKS_AFTER = 3;
const BRACKET = /[[%#]\w|&#0*91;/;

/** A placeholder that a copying tool left unresolved: `[ad_1]`, `[source_link]`, `%%item_content%%`. */
export default {
  id: 'template-token',
  find({ page, article, scope, linesOf, isAside }) {
    const { headlineBlock } = article;
    const start = Math.min(headlineBlock?.index ?? scope.first, scope.first);
    const candidates = page.blocks
      .slice(start, scope.end + BLOCKS_AFTER)
      .filter(({ text, box }) => hasToken(text) && !box.hidden && !isAside(box))
      .flatMap(linesOf)
      .map((line) => {
        const tokens = findTokens(withoutTags(line.text)).filter(({ token }) => !ENGINE_TOKEN.test(token));
        const isListed = LISTING_KIND.test(line.block.kind) && !tokens.some(({ token }) => AD_TOKEN.test(token));
        return { line, quoted: isListed || isQuoted(line), tokens };
      });
    // A page that quotes tokens, or has them inside its sentences, is an article about them. Links to such are not.
    const isAboutTokens = candidates.some(
      ({ line, quoted, tokens }) =>
        (quoted || tokens.length === 0) && line.linkLength < line.text.length / 2 && BRACKET.test(line.text),
    );
    if (isAboutTokens) return null;
    const first = candidates.find(({ quoted, tokens }) => !quoted && tokens.length > 0);
    if (!first) {
      const found = tokenInAddress(article.root.element);
      return found && { quote: found.token, node: found.link };
    }
    const all = candidates.flatMap(({ quoted, tokens }) => (quoted ? [] : tokens.map(({ token }) => token)));
    return { quote: [...new Set(all)].slice(0, 4).join(' '), node: first.line.nodes[0] };
  },
} satisfies SignalRule;
