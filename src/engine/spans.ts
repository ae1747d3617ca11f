import type { Block, TextSpan } from './types.ts';

const SPACE = /\s/;
/** The words of the article that a reader is shown have none; the page's may. */
const SOFT_HYPHEN = '\u00AD';

/** A stretch of a text: its first character, and after its last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a stretch of a Block's text lies in its text nodes.
 *
 * @param start first character in `block.text`
 * @param end after the last character in `block.text`
 */
export const spansOf = (block: Pick<Block, 'text' | 'nodes'>, start: number, end: number): TextSpan[] =>
  spansOfAll(block, [{ start, end }]);

/** The same for several stretches, which stand in order and do not overlap, in one go through the text. */
export function spansOfAll(block: Pick<Block, 'text' | 'nodes'>, stretches: readonly Stretch[]): TextSpan[] {
  const spans: TextSpan[] = [];
  // Counts as the Block's text was collapsed: a run of white space is one character, and none at the ends.
  let at = 0;
  let pending = false;
  let next = 0;
  for (const node of block.nodes) {
    const { data } = node;
    let from = -1;
    let to = -1;
    const close = () => {
      if (from >= 0) spans.push({ node, start: from, end: to });
      from = -1;
    };
    for (let i = 0; i < data.length && next < stretches.length; i++) {
      if (SPACE.test(data[i] as string)) {
        pending = at > 0;
        continue;
      }
      if (data[i] === SOFT_HYPHEN && block.text[at + Number(pending)] !== SOFT_HYPHEN) continue;
      if (pending) at++;
      else if (at > 0 && i === 0 && block.text[at] === ' ') at++; // a <br> between two nodes
      pending = false;
      while (next < stretches.length && at >= (stretches[next] as Stretch).end) {
        close();
        next++;
      }
      if (at >= (stretches[next]?.start ?? Number.POSITIVE_INFINITY)) {
        if (from < 0) from = i;
        to = i + 1;
      }
      at++;
    }
    close();
  }
  return spans;
}

/** Spans, by their text node. */
export function spansByNode(spans: readonly TextSpan[]): Map<Text, TextSpan[]> {
  const map = new Map<Text, TextSpan[]>();
  for (const span of spans) {
    const others = map.get(span.node);
    if (others) others.push(span);
    else map.set(span.node, [span]);
  }
  return map;
}
