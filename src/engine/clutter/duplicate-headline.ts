import { bare } from '../bare.ts';
import { read, webUrl } from '../dom.ts';
import { alike } from './alike.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';

/** Text before which a second headline stands: the article's first proper paragraph. */
const PARAGRAPH = 140;
/** Shorter ones may well be a name that is said again. */
const SHORTEST = 8;

/** The headline again, at the top of the body. */
export default { kind: 'duplicate-headline', find } satisfies Kind;

/** The name of a house behind a headline. */
const NAMED = /^(.+?)\s+[-–—|·»]\s+([^-–—|·»]{2,40})$/;

function find({ article, lines, isFree, isArticle, original, page }: Context): Found[] {
  const { headline, headlineBlock } = article;
  if (!headline || !headlineBlock || headline.length < SHORTEST) return [];
  const hosts = webUrl(original?.url, page.url)?.hostname.split('.') ?? [];
  const houses = [NAMED.exec(read(page.document, 'title'))?.[2], original?.publisher, ...hosts];
  /** A line without the name of this house or of the original's behind it. */
  const unnamed = (text: string) => {
    const [, said, name] = NAMED.exec(text) ?? [];
    return said && name && houses.some((house) => house && bare(house) === bare(name)) ? said : text;
  };
  const found: Found[] = [];
  for (const line of lines) {
    if (line.block.index <= headlineBlock.index) continue;
    if (line.block.kind === 'caption' || !isFree(line)) continue;
    // Of breadcrumbs a part are links.
    const isOne = line.linkLength === 0 || line.linkLength === line.text.length;
    if (isOne && alike(unnamed(line.text), headlineBlock.text)) found.push({ lines: [line] });
    else if (isArticle(line.block) && line.text.length > PARAGRAPH) break;
  }
  return found;
}
