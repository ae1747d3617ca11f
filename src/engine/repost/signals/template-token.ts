import { isQuoted } from '../../clutter/lines.ts';
import { findTokens, hasToken, withoutTags } from '../../clutter/tokens.ts';
import type { Rule } from '../rule.ts';

/** Unresolved on many pages before their scripts run. */
const ENGINE = /^(?:\{|<%|\$\{)/;
const BRACKET = /[[%]\w|&#0*91;/;

/** A placeholder that a copying tool left unresolved: `[ad_1]`, `[source_link]`, `%%item_content%%`. */
export default {
  id: 'template-token',
  find({ page, article, linesOf }) {
    const { root, headlineBlock } = article;
    const start = Math.min(headlineBlock?.index ?? root.first, root.first);
    const seen = page.blocks
      .slice(start, root.end + 3)
      .filter((block) => hasToken(block.text) && !block.box.hidden)
      .flatMap(linesOf)
      .map((line) => ({ line, quoted: isQuoted(line), tokens: findTokens(withoutTags(line.text)) }))
      .map((all) => ({ ...all, tokens: all.tokens.filter(({ token }) => !ENGINE.test(token)) }));
    // A page that quotes tokens, or speaks of them in its sentences, is about tokens. Links to others are not.
    const about = seen.some(
      ({ line, quoted, tokens }) =>
        (quoted || tokens.length === 0) && line.linkLength < line.text.length / 2 && BRACKET.test(line.text),
    );
    if (about) return null;
    const first = seen.find(({ quoted, tokens }) => !quoted && tokens.length > 0);
    if (!first) return null;
    const all = seen.flatMap(({ quoted, tokens }) => (quoted ? [] : tokens.map(({ token }) => token)));
    return { quote: [...new Set(all)].slice(0, 4).join(' '), node: first.line.nodes[0] };
  },
} satisfies Rule;
