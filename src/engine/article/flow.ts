import type { Block, Box, Page } from '../types.ts';
import { lookOf } from './cards.ts';

/** Tags that text is marked up with: a Block in nothing but these stands in the flow of what is around them. */
export const TEXT_TAGS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote dl dt dd table caption thead tbody tfoot tr td th pre center hr ins del'.split(
    ' ',
  ),
);
/** Running text in Boxes of one look, as a share of the root's, that makes them trunks. */
const TRUNK_SHARE = 0.12;

/** Where the article's running text flows inside the root. */
export interface Flow {
  /** Positive running text in each Box of the root; `[box.index - root.index]`. */
  readonly proseIn: Float64Array;
  /** Is the Block in the flow, that is directly in a trunk or in text markup in a trunk? By Block index. */
  readonly inFlow: Uint8Array;
  /** Smallest Box around all running text of the flow. */
  readonly core: Box;
}

/**
 * Finds the trunks: the Boxes, alike in their way down from the root, that hold a good part of the running text
 * directly. What stands in them directly is the flow; everything else in the root is inset.
 */
export function findFlow(page: Page, root: Box, prose: Float64Array): Flow {
  const { blocks, boxes } = page;
  const size = root.endBox - root.index;
  const at = (box: Box) => box.index - root.index;
  const proseIn = new Float64Array(size);
  // The way down to each Box as a number: Boxes that look alike all the way down have the same one.
  const ways = new Map<string, number>();
  const wayTo = new Uint32Array(size);
  const carriers: Box[] = [root];
  for (let i = 1; i < size; i++) {
    const box = boxes[root.index + i] as Box;
    const up = at(box.parent as Box);
    carriers[i] = TEXT_TAGS.has(box.tag) ? (carriers[up] as Box) : box;
    if (box.end === box.first) continue;
    const way = `${wayTo[up]} ${lookOf(box)}`;
    const known = ways.get(way) ?? ways.size + 1;
    ways.set(way, known);
    wayTo[i] = known;
  }
  const carrierOf = (block: Block) => carriers[at(block.box)] as Box;
  const carried = new Float64Array(ways.size + 1);
  const add = (sums: Float64Array, i: number, amount: number) => {
    sums[i] = (sums[i] as number) + amount;
  };
  for (let i = root.first; i < root.end; i++) {
    const amount = prose[i] as number;
    if (amount <= 0) continue;
    const block = blocks[i] as Block;
    add(proseIn, at(block.box), amount);
    add(carried, wayTo[at(carrierOf(block))] as number, amount);
  }
  for (let i = size - 1; i > 0; i--) add(proseIn, at(boxes[root.index + i]?.parent as Box), proseIn[i] as number);
  const least = TRUNK_SHARE * (proseIn[0] as number);
  const inFlow = new Uint8Array(blocks.length);
  let core: Box | null = null;
  for (let i = root.first; i < root.end; i++) {
    const carrier = carrierOf(blocks[i] as Block);
    if ((carried[wayTo[at(carrier)] as number] as number) < least) continue;
    inFlow[i] = 1;
    if ((prose[i] as number) > 0) core = core ? around(core, carrier) : carrier;
  }
  return { proseIn, inFlow, core: core ?? root };
}

/** Smallest Box that holds both. */
function around(a: Box, b: Box): Box {
  let box = a;
  while (box.parent && !(b.index >= box.index && b.index < box.endBox)) box = box.parent;
  return box;
}
