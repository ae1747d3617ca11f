/** Words that are in a page and that nobody sees, because a highlight paints them in no color. Runs in the page. */

/** The ranges of such words, by the text that they are in. */
export function painted(): Map<Node, AbstractRange[]> {
  const found = new Map<Node, AbstractRange[]>();
  for (const [name, highlight] of CSS.highlights)
    for (const range of highlight as unknown as Iterable<AbstractRange>) {
      const { startContainer: node } = range;
      const around = node.parentElement;
      if (around && getComputedStyle(around, `::highlight(${name})`).color === 'rgba(0, 0, 0, 0)')
        found.set(node, [...(found.get(node) ?? []), range]);
    }
  return found;
}

/** The text with spaces in the place of these ranges. */
export function withoutPainted({ data }: Text, unseen: readonly AbstractRange[] = []): string {
  let left = data;
  for (const { startOffset, endOffset } of unseen)
    left = left.slice(0, startOffset) + ' '.repeat(endOffset - startOffset) + left.slice(endOffset);
  return left;
}
