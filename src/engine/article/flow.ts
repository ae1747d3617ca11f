import { commonBox } from '../boxes.ts';
import type { Block, Box } from '../types.ts';
import { QUESTION_WORDS } from '../vocabulary.ts';
import type { MeasuredPage } from './measure.ts';

/** Tags that mark up text. A Block inside these belongs to the flow of the Box around them. */
export const TEXT_TAGS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote dl dt dd table caption thead tbody tfoot tr td th pre center hr ins del'.split(
    ' ',
  ),
);
/** More looks than there are on any page. */
export const MAX_LOOKS = 2 ** 24;
/** Boxes of one look with at least this share of the root's running text are trunks. */
const TRUNK_SHARE = 0.12;

/** Where the article's running text flows inside the root. */
export interface Flow {
  /** Positive running text in each Box of the root; `[box.index - root.index]`. */
  readonly proseIn: Float64Array;
  /** By Block index: 1 where the Block stands in a trunk, directly or in text markup, or among questions and answers. */
  readonly inFlow: Uint8Array;
  /** Smallest Box around all running text of the flow. */
  readonly core: Box;
}

/**
 * Finds the trunks of the article: Boxes that hold a good part of the running text directly, together with those that
 * look the same all the way down from the root. What stands in them directly is the flow. Everything else is inset.
 */
export function findFlow({ page, prose, looks }: MeasuredPage, root: Box): Flow {
  const { blocks, boxes } = page;
  const size = root.endBox - root.index;
  const at = (box: Box) => box.index - root.index;
  const proseIn = new Float64Array(size);
  // Boxes that look the same all the way down from the root have the same path number.
  const paths = new Map<number, number>();
  const pathTo = new Uint32Array(size);
  const carriers: Box[] = [root];
  // Questions and answers are text wherever they stand in it. Fixture: questions.
  const isAnswer = new Uint8Array(size);
  for (let i = 1; i < size; i++) {
    const box = boxes[root.index + i] as Box;
    const up = at(box.parent as Box);
    carriers[i] = TEXT_TAGS.has(box.tag) ? (carriers[up] as Box) : box;
    if (box.end === box.first) continue;
    isAnswer[i] = Number(isAnswer[up] === 1 || QUESTION_WORDS.test(box.words));
    const path = (pathTo[up] as number) * MAX_LOOKS + (looks.short[box.index] as number);
    const known = paths.get(path) ?? paths.size + 1;
    paths.set(path, known);
    pathTo[i] = known;
  }
  const carrierOf = (block: Block) => carriers[at(block.box)] as Box;
  const carried = new Float64Array(paths.size + 1);
  const add = (sums: Float64Array, i: number, amount: number) => {
    sums[i] = (sums[i] as number) + amount;
  };
  for (let i = root.first; i < root.end; i++) {
    const amount = prose[i] as number;
    if (amount <= 0) continue;
    const block = blocks[i] as Block;
    add(proseIn, at(block.box), amount);
    add(carried, pathTo[at(carrierOf(block))] as number, amount);
  }
  for (let i = size - 1; i > 0; i--) add(proseIn, at(boxes[root.index + i]?.parent as Box), proseIn[i] as number);
  const minCarried = TRUNK_SHARE * (proseIn[0] as number);
  const inFlow = new Uint8Array(blocks.length);
  let core: Box | null = null;
  for (let i = root.first; i < root.end; i++) {
    const block = blocks[i] as Block;
    const carrier = carrierOf(block);
    inFlow[i] = isAnswer[at(block.box)] as number;
    if ((carried[pathTo[at(carrier)] as number] as number) < minCarried) continue;
    inFlow[i] = 1;
    if ((prose[i] as number) > 0) core = core ? commonBox(core, carrier) : carrier;
  }
  return { proseIn, inFlow, core: core ?? root };
}
