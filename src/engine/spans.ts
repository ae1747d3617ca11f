import type { Block, TextSpan } from './types.ts';

const SPACE = /\s/;

/**
 * Where a stretch of a Block's text lies in its text nodes.
 *
 * @param start first character in `block.text`
 * @param end after the last character in `block.text`
 */
export function spansOf(block: Pick<Block, 'text' | 'nodes'>, start: number, end: number): TextSpan[] {
  const spans: TextSpan[] = [];
  // Follows the folding of the Block's text: a run of white space is one character, at the ends it is none.
  let at = 0;
  let pending = false;
  for (const node of block.nodes) {
    const { data } = node;
    let from = -1;
    let to = -1;
    for (let i = 0; i < data.length && at < end; i++) {
      if (SPACE.test(data[i] as string)) {
        pending = at > 0;
        continue;
      }
      if (pending) at++;
      else if (at > 0 && i === 0 && block.text[at] === ' ') at++; // a <br> between two nodes
      pending = false;
      if (at >= start && at < end) {
        if (from < 0) from = i;
        to = i + 1;
      }
      at++;
    }
    if (from >= 0) spans.push({ node, start: from, end: to });
  }
  return spans;
}
