import type { Box } from '../types.ts';
import type { Context, Found } from './context.ts';

/** Boxes that are called so, hold something, and nothing of the article or of what an earlier kind took. */
export function* furniture(
  { blocksOf, holdsArticle, named, taken }: Context,
  words: RegExp,
  accept: (box: Box) => boolean = () => true,
): Iterable<Found> {
  let end = 0;
  for (const box of named(words)) {
    if (box.index < end || box.first === box.end || !accept(box) || holdsArticle(box)) continue;
    if (blocksOf(box).some((block) => taken.blocks.has(block))) continue;
    yield { boxes: [box] };
    end = box.endBox;
  }
}
