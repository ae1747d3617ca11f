import { spansOf } from '../spans.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { isQuoted, type Line, linesOf } from './lines.ts';
import { findTokens, hasToken, isOnly, type Token, withoutTags } from './tokens.ts';

/** Placeholders that the copying tool left unresolved: `[ad_1]`, `[source_link]`, `{{content}}`. */
export default { kind: 'ad-token', find } satisfies Kind;

function find(context: Context): Found[] {
  const { page } = context;
  const lines = page.blocks
    .filter((block) => hasToken(block.text))
    .flatMap(linesOf)
    .map((line) => ({ ...line, text: withoutTags(line.text) }));
  const seen = lines.map((line) => ({ line, quoted: isQuoted(line), tokens: tokensOf(line) }));
  // A page that quotes tokens or writes about them in its sentences is about tokens.
  const about = seen.some(
    ({ line, quoted }) =>
      /\[ad\w/i.test(line.text) && context.isArticle(line.block) && (quoted || findTokens(line.text).length === 0),
  );
  if (about) return [];
  const littered = seen.some(({ line, quoted, tokens }) => !quoted && isOnly(line.text, tokens));
  return seen
    .filter(({ quoted }) => !quoted)
    .map(({ line, tokens }) => ({ line, tokens: littered ? findTokens(line.text, true) : tokens }))
    .filter(({ tokens }) => tokens.length > 0)
    .map(({ line, tokens }) =>
      isOnly(line.text, tokens)
        ? { lines: [line] }
        : { spans: tokens.flatMap((token) => spansOf(line, token.start, token.end)) },
    );
}

const tokensOf = (line: Line): Token[] =>
  // In a heading only what is alone or stuck to a word: "[ad_1] Explained" is about it.
  findTokens(line.text).filter(
    ({ end }, _, all) => line.block.kind !== 'heading' || isOnly(line.text, all) || line.text[end] !== ' ',
  );
