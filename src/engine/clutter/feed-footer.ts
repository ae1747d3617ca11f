import { webUrl } from '../dom.ts';
import { alike } from './alike.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import type { Line } from './lines.ts';

/** "The post TITLE appeared first on SITE.": what WordPress writes under each post of its feed. */
export default { kind: 'feed-footer', find } satisfies Kind;

const LONGEST = 400;
/** It stands below the article: among so many lines at the end of the column. */
const LAST = 25;

function find(context: Context): Found[] {
  return context.lines
    .slice(-LAST)
    .filter((line) => line.text.length <= LONGEST && context.isFree(line))
    .filter((line) => isWorded(context, line) || isBuilt(context, line))
    .map((line) => ({ lines: [line] }));
}

/** Its wording, with a link or a title that shows that it is not said in passing. */
function isWorded({ article, phrases }: Context, line: Line): boolean {
  const match = phrases.match('feedFooter', line.text);
  if (!match) return false;
  return line.links.length > 0 || match.fills.some((fill) => alike(fill, article.headline ?? ''));
}

/** In any language: a short line that links the headline and then the front page of the site it is on. */
function isBuilt({ page, article }: Context, line: Line): boolean {
  const [post, site, more] = line.links;
  if (!post || !site || more || !article.headline) return false;
  if (!alike(post.textContent ?? '', article.headline) || line.text.length - line.linkLength < 6) return false;
  const [from, home] = [post, site].map((link) => webUrl(link.getAttribute('href'), page.url));
  return from?.host === home?.host && home?.pathname === '/' && from?.pathname !== '/';
}
