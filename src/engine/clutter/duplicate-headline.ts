import { alike } from './alike.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';

/** Text before which a second headline stands: the article's first proper paragraph. */
const PARAGRAPH = 140;
/** Shorter ones may well be a name that is said again. */
const SHORTEST = 8;

/** The headline again, at the top of the body. */
export default { kind: 'duplicate-headline', find } satisfies Kind;

function find({ article, lines, isFree, isArticle }: Context): Found[] {
  const { headline, headlineBlock } = article;
  if (!headline || !headlineBlock || headline.length < SHORTEST) return [];
  const found: Found[] = [];
  for (const line of lines) {
    if (line.block.index <= headlineBlock.index) continue;
    if (line.block.kind === 'caption' || !isFree(line)) continue;
    if (alike(line.text, headlineBlock.text)) found.push({ lines: [line] });
    else if (isArticle(line.block) && line.text.length > PARAGRAPH) break;
  }
  return found;
}
