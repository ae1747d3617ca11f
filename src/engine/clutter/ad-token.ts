import { isQuoted, type Line, linesOf } from '../lines.ts';
import { spansOfAll } from '../spans.ts';
import { inSlices } from '../steps.ts';
import { findTokens, hasToken, isOnly, type Token, withoutTags } from '../tokens.ts';
import type { Block, Box } from '../types.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** Placeholders that the copying tool left unresolved: `[ad_1]`, `[source_link]`, `{{content}}`. */
export default { find } satisfies KindFinder;

function* find(context: ClutterContext): Iterable<Found | undefined> {
  const candidates: Candidate[] = [];
  for (const block of inSlices(context.page.blocks)) {
    if (!block) yield undefined;
    if (!block || !hasToken(block.text)) continue;
    for (const one of linesOf(block)) {
      const line = { ...one, text: withoutTags(one.text) };
      candidates.push({ line, quoted: isQuoted(line), tokens: tokensOf(line) });
    }
  }
  // A page that quotes ad tokens, or has them inside its sentences, is an article about them.
  const isAboutTokens = candidates.some(
    ({ line, quoted }) =>
      /\[ad\w/i.test(line.text) && context.isArticle(line.block) && (quoted || findTokens(line.text).length === 0),
  );
  if (isAboutTokens) return;
  const isLittered = candidates.some(({ line, quoted, tokens }) => !quoted && isOnly(line.text, tokens));
  const isShown = shownTokens(context, candidates);
  for (const { line, quoted, tokens: alone } of candidates) {
    if (quoted) continue;
    const all = isLittered ? findTokens(line.text, true) : alone;
    const tokens = all.filter(({ kind }) => isLitter(context, kind) && (kind === 'ad' || !isShown(line.block)));
    if (tokens.length === 0) yield undefined;
    else if (isOnly(line.text, tokens)) yield { lines: [line], reasons: ['build'] };
    else yield { spans: spansOfAll(line, tokens), reasons: ['build'] };
  }
}

interface Candidate {
  readonly line: Line;
  readonly quoted: boolean;
  readonly tokens: readonly Token[];
}

/** The syntax of template engines is many pages' own: it is litter only on a copy. Fixture: clutter/ad-token-templates */
const isLitter = ({ verdict }: ClutterContext, kind: Token['kind']): boolean =>
  kind !== 'template' || verdict.kind === 'repost';

/**
 * Tells the Blocks whose tokens the page shows to its readers: those in a table or in a list with more of them, those
 * that a line with a colon introduces, with what follows them, and all where a sentence is about one. Fixtures:
 * clutter/ad-token-templates, clutter/ad-token-fields-told
 */
function shownTokens(context: ClutterContext, candidates: readonly Candidate[]): (block: Block) => boolean {
  const shown = new Set<Block>();
  const byList = new Map<Box | null, Block[]>();
  const isTold = candidates.some(
    ({ line, tokens }) => tokens.length === 0 && findTokens(line.text, true).some(({ kind }) => kind !== 'ad'),
  );
  for (const { line } of candidates) {
    const { block } = line;
    const before = context.page.blocks[block.index - 1];
    const isIntroduced = !!before && (/[:：]$/.test(before.text) || shown.has(before));
    if (block.kind === 'cell' || isIntroduced || isTold) shown.add(block);
    if (block.kind !== 'item') continue;
    const list = byList.get(block.box.parent);
    if (list) list.push(block);
    else byList.set(block.box.parent, [block]);
  }
  for (const list of byList.values()) if (list.length > 1) for (const block of list) shown.add(block);
  return (block) => shown.has(block);
}

const tokensOf = (line: Line): Token[] =>
  // In a heading only tokens that are alone or attached to a word: "[ad_1] Explained" is about the token.
  findTokens(line.text).filter(
    ({ end }, _, all) => line.block.kind !== 'heading' || isOnly(line.text, all) || line.text[end] !== ' ',
  );
