import type { TextSpan } from '../engine/types.ts';

interface Cut {
  /** In the text as the page wrote it, in order, not overlapping. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** As the page wrote it. */
  readonly before: string;
  /** Without the words. */
  readonly after: string;
  applied: boolean;
}

/**
 * Words taken out of text nodes. A node stays the same node, and what the page has selected in it stays selected:
 * only the words themselves are deleted and inserted.
 */
export function makeCuts() {
  const cuts = new Map<Text, Cut>();
  let suspended = false;

  /** Takes out exactly these words, and puts back all others. */
  function set(wanted: readonly TextSpan[]): void {
    const wantedIn = byNode(wanted);
    for (const node of cuts.keys()) {
      const spans = wantedIn.get(node);
      if (!spans || !same(node, spans)) putBack(node);
    }
    for (const [node, spans] of wantedIn) if (!cuts.has(node)) add(node, spans);
  }

  /** @param spans in the node's present `data` */
  function add(node: Text, spans: readonly { readonly start: number; readonly end: number }[]): void {
    const inOrder = [...spans].sort((a, b) => a.start - b.start);
    const before = node.data;
    let after = '';
    let at = 0;
    for (const { start, end } of inOrder) {
      if (start < at || end > before.length) return;
      after += before.slice(at, start);
      at = end;
    }
    after += before.slice(at);
    const cut: Cut = { spans: inOrder, before, after, applied: false };
    cuts.set(node, cut);
    if (!suspended) apply(node, cut);
  }

  /** Gives the words back, also when the page changed other words of the node meanwhile. */
  function putBack(node: Text): void {
    const cut = cuts.get(node);
    cuts.delete(node);
    if (cut) undo(node, cut);
  }

  /** Whether the page wrote something else into the node since words were taken out of it. */
  function changed(node: Text): boolean {
    const cut = cuts.get(node);
    return cut?.applied === true && node.data !== cut.after;
  }

  /** Every text as the page wrote it, until {@link resume}. */
  function suspend(): void {
    suspended = true;
    for (const [node, cut] of cuts) if (!undo(node, cut)) cuts.delete(node);
  }

  function resume(): void {
    suspended = false;
    for (const [node, cut] of cuts) {
      if (cut.applied) continue;
      if (node.data === cut.before) apply(node, cut);
      else cuts.delete(node);
    }
  }

  /** Nodes that left the document become as the page wrote them. */
  function forgetDetached(): void {
    for (const node of cuts.keys()) if (!node.isConnected) putBack(node);
  }

  /** A place in the page's own text as a place in the node's present `data`. */
  function placeNow(node: Text, place: number): number {
    const cut = cuts.get(node);
    if (!cut?.applied) return Math.min(place, node.data.length);
    let taken = 0;
    for (const { start, end } of cut.spans) {
      if (start >= place) break;
      taken += Math.min(end, place) - start;
    }
    return Math.min(place - taken, node.data.length);
  }

  function same(node: Text, spans: readonly TextSpan[]): boolean {
    const cut = cuts.get(node);
    return (
      cut !== undefined &&
      node.data === (cut.applied ? cut.after : cut.before) &&
      cut.spans.length === spans.length &&
      cut.applied !== suspended &&
      cut.spans.every(({ start, end }, i) => start === spans[i]?.start && end === spans[i]?.end)
    );
  }

  return {
    /** Nodes and the words' places in them. The places hold while suspended. */
    get spans(): TextSpan[] {
      return [...cuts].flatMap(([node, { spans }]) => spans.map((span) => ({ node, ...span })));
    },
    get size() {
      return cuts.size;
    },
    has: (node: Text) => cuts.has(node),
    set,
    add,
    putBack,
    changed,
    suspend,
    resume,
    forgetDetached,
    placeNow,
  };
}

/** Spans by their text node. */
export function byNode(spans: readonly TextSpan[]): Map<Text, TextSpan[]> {
  const map = new Map<Text, TextSpan[]>();
  for (const span of spans) {
    const others = map.get(span.node);
    if (others) others.push(span);
    else map.set(span.node, [span]);
  }
  return map;
}

function apply(node: Text, cut: Cut): void {
  if (cut.applied) return;
  for (const { start, end } of cut.spans.toReversed()) node.deleteData(start, end - start);
  cut.applied = true;
}

/**
 * Puts the words back. Where the page wrote into the node meanwhile, each word goes back to its place before or after
 * what was written; where the page replaced the text around it, or put the word back itself, it does not.
 *
 * @returns whether the text is now as it was before the cut
 */
function undo(node: Text, cut: Cut): boolean {
  if (!cut.applied) return node.data === cut.before;
  cut.applied = false;
  const { before, after, spans } = cut;
  const now = node.data;
  if (now === before) return true;
  if (wasReplaced(node, cut)) return false;
  const head = commonStart(after, now);
  const tail = Math.min(commonEnd(after, now), Math.min(after.length, now.length) - head);
  // Nothing of the text around the words is left: they were replaced with it.
  if (after !== '' && head + tail === 0) return false;
  let taken = 0;
  let put = 0;
  for (const { start, end } of spans) {
    const words = before.slice(start, end);
    const place = start - taken;
    const fromEnd = after.length - place;
    taken += words.length;
    // What was written before the first word of all stands before the words that were taken from there.
    const followsStart = place <= head && !(place === 0 && head === 0 && tail > 0);
    const placeNow = followsStart ? place : fromEnd <= tail ? now.length - fromEnd : -1;
    if (placeNow < 0 || (now !== after && now.startsWith(words, placeNow))) continue;
    node.insertData(placeNow + put, words);
    put += words.length;
  }
  return node.data === before;
}

/** Nothing was left of the text, and the page wrote a new one. While the page streams in, it is the rest of the old. */
const wasReplaced = (node: Text, { after }: Cut): boolean =>
  after.trim() === '' && node.data.trim() !== '' && node.ownerDocument.readyState !== 'loading';

function commonStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

function commonEnd(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.at(-1 - i) === b.at(-1 - i)) i++;
  return i;
}
