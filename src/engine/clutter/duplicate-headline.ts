import { alphanumericKey } from '../alphanumeric-key.ts';
import { read, webUrl } from '../dom.ts';
import { isSameWording } from '../similarity.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** The headline again, at the top of the body. */
export default { find } satisfies KindFinder;

/** The article's first proper paragraph is longer than this: after it no second headline is looked for. Fixture: clutter/duplicate-headline-edges */
const MIN_PARAGRAPH_CHARS = 140;
/** A shorter headline may well be a name that the text repeats. Fixture: clutter/duplicate-headline-name */
const MIN_HEADLINE_CHARS = 8;

/** A headline with the name of a site behind it: "HEADLINE - SITE". */
const HEADLINE_AND_SITE = /^(.+?)\s+[-–—|·»]\s+([^-–—|·»]{2,40})$/;

/** A longer line is no headline. */
const MAX_HEADLINE_CHARS = 400;

const headlineAndSite = (text: string): readonly string[] =>
  (text.length <= MAX_HEADLINE_CHARS && HEADLINE_AND_SITE.exec(text)) || [];

function find({ article, lines, isFree, isArticle, original, page }: ClutterContext): Found[] {
  const { headline, headlineBlock } = article;
  if (!headline || !headlineBlock || headline.length < MIN_HEADLINE_CHARS) return [];
  const hostLabels = webUrl(original?.url, page.url)?.hostname.split('.') ?? [];
  const sites = [headlineAndSite(read(page.document, 'title'))[2], original?.publisher, ...hostLabels];
  /** Takes the name of this site or of the original's off the end. */
  const withoutSite = (text: string) => {
    const [, title, name] = headlineAndSite(text);
    const isSite = name && sites.some((site) => site && alphanumericKey(site) === alphanumericKey(name));
    return title && isSite ? title : text;
  };
  const found: Found[] = [];
  for (const line of lines) {
    if (line.block.index <= headlineBlock.index) continue;
    if (line.block.kind === 'caption' || !isFree(line)) continue;
    // In a line of breadcrumbs only a part is links.
    const isWholeOrNoLink = line.linkLength === 0 || line.linkLength === line.text.length;
    if (isWholeOrNoLink && isSameWording(withoutSite(line.text), headlineBlock.text))
      found.push({ lines: [line], reasons: ['build'] });
    else if (isArticle(line.block) && line.text.length > MIN_PARAGRAPH_CHARS) break;
  }
  return found;
}
