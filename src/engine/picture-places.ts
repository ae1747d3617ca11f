import { upwards } from './boxes.ts';
import { holds, isBefore } from './dom.ts';
import type { Block } from './types.ts';

/** Where pictures stand: amid the words of a Block, or between Blocks. */
interface PicturePlaces<Picture> {
  readonly inside: ReadonlyMap<Block, readonly Picture[]>;
  readonly between: readonly Picture[];
}

/**
 * Gives each picture its place among Blocks. One in an item of a list or a cell of a table belongs to the words there.
 * @param pictures, @param blocks in document order
 */
export function placesOf<Picture extends { readonly element: Element }>(
  pictures: readonly Picture[],
  blocks: readonly Block[],
): PicturePlaces<Picture> {
  const inside = new Map<Block, Picture[]>();
  const between: Picture[] = [];
  let next = 0;
  for (const picture of pictures) {
    const { element } = picture;
    while (next < blocks.length && isBefore((blocks[next] as Block).nodes[0] as Node, element)) next++;
    const [before, after] = [blocks[next - 1], blocks[next]];
    const around =
      before && isBefore(element, before.nodes.at(-1) as Node)
        ? before
        : [before, after].find((block) => block && isIn(element, frameOf(block)));
    if (around && around.kind !== 'code') inside.set(around, [...(inside.get(around) ?? []), picture]);
    else between.push(picture);
  }
  return { inside, between };
}

const FRAMES: Partial<Record<Block['kind'], RegExp>> = { item: /^(?:li|dt|dd)$/, cell: /^t[dh]$/ };

/** The item or the cell that a Block is in. */
function frameOf({ kind, box }: Block): Element | null {
  const tags = FRAMES[kind];
  if (!tags) return null;
  for (const { tag, element } of upwards(box)) if (tags.test(tag)) return element;
  return null;
}

const isIn = (element: Element, frame: Element | null): boolean => frame !== null && holds(frame, element);
