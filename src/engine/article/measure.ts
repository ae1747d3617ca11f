import type { Block, Page } from '../types.ts';

const WIDE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]/g;

/** Length as a reader of Latin script would feel it: one character of a script without spaces says about as much as two. */
export const sizeOf = ({ text, length }: Block): number => length + (text.match(WIDE)?.length ?? 0);

/** How much running text each Block brings, by Block index. Negative for rows of links and short bits. */
export function proseOf({ blocks }: Page): Float64Array {
  const prose = new Float64Array(blocks.length);
  for (let i = 0; i < blocks.length; i++) prose[i] = proseIn(blocks[i] as Block);
  return prose;
}

function proseIn(block: Block): number {
  const { kind, box, length, linkLength } = block;
  if (box.hidden || kind === 'control' || kind === 'heading' || kind === 'caption') return 0;
  const size = sizeOf(block);
  const links = length > 0 ? (size * linkLength) / length : 0;
  const free = size - 2 * links;
  if (free <= 0) return Math.max(free, -100);
  if (size < 40 || (size < 80 && block.stops + block.commas === 0)) return kind === 'cell' ? 0 : -5;
  return free;
}

/** Positive running text in each Box of the page, by Box index. */
export function proseInBoxes(page: Page, prose: Float64Array): Float64Array {
  const sums = new Float64Array(page.boxes.length);
  for (const { box, index } of page.blocks)
    if ((prose[index] as number) > 0) sums[box.index] = (sums[box.index] as number) + (prose[index] as number);
  for (let i = page.boxes.length - 1; i > 0; i--) {
    const up = page.boxes[i]?.parent;
    if (up) sums[up.index] = (sums[up.index] as number) + (sums[i] as number);
  }
  return sums;
}
