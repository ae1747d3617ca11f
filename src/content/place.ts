import { readableNodes, readableText } from '../engine/remaining-text.ts';
import { spansOf } from '../engine/spans.ts';
import type { Analysis, Block, TextSpan } from '../engine/types.ts';
import { collapseWhitespace } from '../engine/whitespace.ts';

/**
 * Where a sentence of the article stands on the page, also across inline elements: in the body, or else above it, as the
 * standfirst does. Empty when it is not found.
 */
export function placeOfSentence(analysis: Analysis, sentence: string): TextSpan[] {
  const { page, article } = analysis;
  const words = collapseWhitespace(sentence);
  const readable = (blocks: readonly Block[]) =>
    blocks.map((block) => ({ text: readableText(block, analysis), nodes: readableNodes(block, analysis) }));
  const inBody = placeIn(readable(article?.body ?? []), words);
  return inBody.length > 0 ? inBody : placeIn(readable(page.blocks.slice(0, article?.body[0]?.index ?? 0)), words);
}

/** Where a Signal was seen. Empty when it has no place in the page's text. */
export function placeOfSignal({ page, verdict }: Analysis, index: number): TextSpan[] {
  const signal = verdict.signals[index];
  const seenAt = signal?.node;
  if (!signal || !seenAt) return [];
  const around = page.blocks.filter(({ nodes }) => nodes.some((node) => seenAt.contains(node)));
  const quoted = placeIn(around, collapseWhitespace(signal.quote));
  if (quoted.length > 0) return quoted;
  return around
    .flatMap(({ nodes }) => nodes)
    .filter((node) => seenAt.contains(node) && node.data.trim() !== '')
    .map((node) => ({ node, start: 0, end: node.data.length }));
}

function placeIn(blocks: readonly Pick<Block, 'text' | 'nodes'>[], words: string): TextSpan[] {
  for (const block of blocks) {
    const start = words === '' ? -1 : block.text.indexOf(words);
    if (start >= 0) return spansOf(block, start, start + words.length);
  }
  return [];
}
