import type { Box } from '../types.ts';
import type { ClutterContext, Found } from './types.ts';

/** Boxes with these class words that hold text, but nothing of the article and nothing that is claimed already. */
export function* findFurniture(
  { blocksOf, holdsArticle, boxesNamed, claimed }: ClutterContext,
  words: RegExp,
  accept: (box: Box) => boolean = () => true,
): Iterable<Found | undefined> {
  let end = 0;
  for (const box of boxesNamed(words)) {
    if (!box) {
      yield undefined;
      continue;
    }
    if (box.index < end || box.first === box.end || !accept(box) || holdsArticle(box)) continue;
    if (blocksOf(box).some((block) => claimed.blocks.has(block))) continue;
    yield { boxes: [box], reasons: ['name', 'build'] };
    end = box.endBox;
  }
}
