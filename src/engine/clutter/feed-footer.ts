import { alphanumericKey } from '../alphanumeric-key.ts';
import { webUrl } from '../dom.ts';
import type { Line } from '../lines.ts';
import { isSameWording } from '../similarity.ts';
import { collapsedText } from '../whitespace.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** "The post TITLE appeared first on SITE.": what WordPress writes under each post of its feed. */
export default { find } satisfies KindFinder;

/** It stands below the article: only so many lines at the end of the column are looked at. */
const MAX_LINES_FROM_END = 25;
/** A footer without known wording has more text than this beside its links. */
const MIN_CHARS_BESIDE_LINKS = 6;

function find(context: ClutterContext): Found[] {
  return context.lines
    .slice(-MAX_LINES_FROM_END)
    .filter((line) => context.isFree(line))
    .filter((line) => hasWording(context, line) || hasLinksOfFooter(context, line))
    .map((line) => ({ lines: [line], reasons: ['wording', 'build'] }));
}

/**
 * The footer's wording around a title and a site: each is the headline, the name of a site, or a link of its own. "Rust
 * appeared first on the lower arches, as the report shows" is a sentence. Fixture: clutter/feed-footer-sentences
 */
function hasWording(context: ClutterContext, line: Line): boolean {
  const match = context.phrases.match('feedFooter', line.text);
  const [first, second, more] = match?.fills ?? [];
  if (first === undefined || second === undefined || more !== undefined) return false;
  const isLinked = (fill: string) =>
    line.links.some((link) => alphanumericKey(collapsedText(link)) === alphanumericKey(fill));
  const isTitle = (fill: string) => isSameWording(fill, context.article.headline ?? '');
  if (isTitle(first)) return second.length <= MAX_SITE_CHARS;
  if (isTitle(second)) return first.length <= MAX_SITE_CHARS;
  // "The post TITLE" says itself that a title follows.
  const saysPost = !alphanumericKey(line.text).startsWith(alphanumericKey(first));
  return isLinked(second) && (saysPost || (isLinked(first) && line.links.length > 1));
}

/** The name of a site. */
const MAX_SITE_CHARS = 80;

/** In any language: a line that links the headline and then the front page of the same site. Fixture: clutter/feed-footer-edges */
function hasLinksOfFooter({ page, article }: ClutterContext, line: Line): boolean {
  const [post, site, more] = line.links;
  if (!post || !site || more || !article.headline) return false;
  const isTitled = isSameWording(post.textContent ?? '', article.headline);
  if (!isTitled || line.text.length - line.linkLength < MIN_CHARS_BESIDE_LINKS) return false;
  const [postUrl, siteUrl] = [post, site].map((link) => webUrl(link.getAttribute('href'), page.url));
  return postUrl?.host === siteUrl?.host && siteUrl?.pathname === '/' && postUrl?.pathname !== '/';
}
