/** What every reader of a page has to do at the least: a walk over all nodes that reads the length of each text. */
export function walk(page: Document = document): number {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_ALL);
  let length = 0;
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode())
    if (node.nodeType === Node.TEXT_NODE) length += (node as Text).data.length;
  return length;
}

/** Does the work and adds the milliseconds that it took. */
export function timed<T>(into: number[], work: () => T): T {
  const start = performance.now();
  const result = work();
  into.push(performance.now() - start);
  return result;
}
