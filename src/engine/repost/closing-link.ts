import { webUrl } from '../dom.ts';
import { charsBesideLinks, MAX_CHARS_BESIDE_CLOSING_LINK, MIN_PARAGRAPH_CHARS } from '../lines.ts';
import { memoizeWeak } from '../memoize.ts';
import { carriesHeadline, hasOtherTitle } from './headline-link.ts';
import { isLayoutCell } from './layout-cell.ts';
import { isLoneLink } from './lone-link.ts';
import { sourceLines } from './source-lines.ts';
import type { LineOut, LinkOut, SignalContext } from './types.ts';

/** What may follow such a link: a bracket, a name, a date. A sentence that goes on has more. Test: repost/edges.test.ts */
const AT_END = /^[^,，、،;；:：]{0,30}$/;

/** Share of the headline that a link in a sentence must have: it may as well cite something. Test: repost/edges.test.ts */
export const MIN_OF_HEADLINE = 0.5;
/** In a line that says that it names the source, and behind a single word, which is no name of a place or a thing. Fixture: clutter/source-link-author */
const MIN_OF_HEADLINE_NAMED = 0.3;

/** The link that the article ends with. */
export interface ClosingLink {
  readonly line: LineOut;
  readonly link: LinkOut;
  /** The link has the headline in its text or address. */
  readonly hasHeadline: boolean;
}

/**
 * The link to an article of another site that the article ends with: its last line, where that is little more than a
 * link, or the end of its last paragraph, where the link carries the headline (fixture: repost/link-ends-paragraph).
 */
export const closingLink = memoizeWeak((context: SignalContext): ClosingLink | null => {
  const lines = linesAtEnd(context);
  return (
    lastOf(lines, lines.filter(isLone(context)), 0, context) ??
    lastOf(lines, endingWith(lines, context), -1, context) ??
    behindBox(context) ??
    sourceLineAtEnd(context)
  );
});

/**
 * Right behind the Box with the text: there a theme puts the field for the source, or the button to it. Only where the
 * link carries the headline. Fixture: repost/source-field
 */
function behindBox(context: SignalContext): ClosingLink | null {
  const behind = context.tail.filter(({ block }) => block.index >= context.scope.end);
  const lone = behind.filter(isLone(context));
  const found = lastOf(behind, lone, 0, context);
  return found?.hasHeadline ? found : null;
}

/** A line at the end that names the source, wherever a theme has put it. Fixture: repost/source-in-list */
function sourceLineAtEnd(context: SignalContext): ClosingLink | null {
  const named = new Set(sourceLines(context).map(({ link }) => link));
  const line = context.tail.find(({ out }) => out.some((link) => named.has(link)));
  const link = line?.out.find((one) => named.has(one));
  return line && link && carriesHeadline(context, link, MIN_OF_HEADLINE_NAMED)
    ? { line, link, hasHeadline: true }
    : null;
}

const isLone =
  (context: SignalContext) =>
  (line: LineOut): boolean => {
    const isLine = isLayoutCell(context.article, line.block) || isButton(context, line);
    return isLoneLink(isLine ? { ...line, block: { kind: 'paragraph' } } : line);
  };

/** All of a list, with the headline: a button, and no entry among others. Fixture: repost/source-only-item */
const isButton = (context: SignalContext, { out, block: { kind, box, index } }: LineOut): boolean =>
  kind === 'item' &&
  box.parent?.first === index &&
  box.parent.end === index + 1 &&
  out.some((link) => carriesHeadline(context, link, MIN_OF_HEADLINE));

/** The address of another site's article that is written out at the end, and carries the headline. Fixture: repost/address-written-out */
export function writtenAddress(context: SignalContext): { readonly line: LineOut; readonly url: URL } | null {
  for (const line of context.tail) {
    const written = line.links.length === 0 ? /https?:\/\/[^\s<>"'()]{12,}/i.exec(line.text)?.[0] : undefined;
    const url = webUrl(written ?? null, 'about:blank');
    if (!written || !url || context.isOwn(url.hostname)) continue;
    if (line.text.length - written.length > MAX_CHARS_BESIDE_CLOSING_LINK) continue;
    if (carriesHeadline(context, { url, via: null, linkText: '' }, MIN_OF_HEADLINE_NAMED)) return { line, url };
  }
  return null;
}

/** Lines at the end of the article that may have its closing link. */
function linesAtEnd({ tail, article, scope, phrases }: SignalContext): LineOut[] {
  const { root } = article;
  // A copied body is one box without a name, and what the tool writes stands after it.
  const { first, end } = (root.words === ' ' && scope === root && root.parent) || scope;
  const inside = tail.filter(({ block }) => block.index >= first && block.index < end);
  // What stands under a heading of its own is an entry under that heading. Fixture: repost/link-under-heading
  return inside.filter((_, i) => {
    const heading = inside[i - 1];
    if (heading?.block.kind !== 'heading' || heading.links.length > 0 || heading.block === article.headlineBlock)
      return true;
    return phrases.is('source', heading.text) || phrases.is('continue', heading.text);
  });
}

/**
 * The last of these lines, where nothing of the article comes after it.
 *
 * @param at which of the line's links it is about
 */
function lastOf(
  lines: readonly LineOut[],
  of: readonly LineOut[],
  at: 0 | -1,
  context: SignalContext,
): ClosingLink | null {
  const line = of.at(-1);
  const link = line?.out.at(at);
  if (!line || !link) return null;
  // A list of links is not a source.
  if (new Set(of.map(({ out }) => out.at(at)?.url?.pathname ?? out.at(at)?.via)).size > 1) return null;
  const after = lines.slice(lines.indexOf(line) + 1);
  if (after.some((other) => charsBesideLinks(other) > MIN_PARAGRAPH_CHARS)) return null;
  return { line, link, hasHeadline: isOfArticle(context, link) };
}

/**
 * The link carries the headline. Where the line does not say that it names the source, half of the headline at least: the
 * name of a place or a thing that the headline has too is a topic (fixtures: repost/closing-topic, repost/closing-title).
 */
function isOfArticle(context: SignalContext, link: LinkOut): boolean {
  if (/^\S*$/.test(link.linkText) || sourceLines(context).some((named) => named.link === link))
    return carriesHeadline(context, link, MIN_OF_HEADLINE_NAMED);
  return isUnderHeadline(context, link);
}

/** The link carries half of the headline at least, and is no title of something else. */
const isUnderHeadline = (context: SignalContext, link: LinkOut): boolean =>
  carriesHeadline(context, link, MIN_OF_HEADLINE) && !hasOtherTitle(context, link.linkText);

/** Lines of which a link that carries the headline is the end. */
const endingWith = (lines: readonly LineOut[], context: SignalContext): LineOut[] =>
  lines.filter(({ out, links, text, block }) => {
    const link = out.at(-1);
    if (!link || link.element !== links.at(-1) || block.kind !== 'paragraph') return false;
    const after = text.slice(text.lastIndexOf(link.linkText) + link.linkText.length);
    return AT_END.test(after) && isUnderHeadline(context, link);
  });
