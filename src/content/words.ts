import { read } from '../engine/dom.ts';
import { spansByNode } from '../engine/spans.ts';
import type { TextSpan } from '../engine/types.ts';

interface HiddenText {
  /** The text when its words were hidden. */
  readonly data: string;
  /** They move with the words when the page writes beside them, splits the text or joins it with others. */
  readonly ranges: readonly Range[];
}

/** None in what has no rendering. */
const registry = () => globalThis.CSS?.highlights;

/**
 * Hides words inside text nodes by the Custom Highlight API: they are painted in no color, and keep their place. No text
 * is changed, so that a page's scripts read what the page wrote, and nothing can be lost when they copy, join or replace
 * it.
 */
export class HiddenWords {
  /** Of the highlight: lower-case letters. */
  readonly #name: string;
  readonly #texts = new Map<Text, HiddenText>();
  #highlight: Highlight | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  get isEmpty(): boolean {
    return this.#texts.size === 0;
  }

  get nodes(): Iterable<Text> {
    return this.#texts.keys();
  }

  /** Texts of which nothing is seen. */
  get wholeTexts(): Text[] {
    return [...this.#texts.keys()].filter((node) => this.has(node) && this.#isWhole(node));
  }

  /** Where the hidden words are now. */
  get spans(): TextSpan[] {
    return [...this.#texts.values()]
      .flatMap(({ ranges }) => ranges)
      .filter((range) => !range.collapsed && range.startContainer.nodeType === 3)
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const node = startContainer as Text;
        return { node, start: startOffset, end: endContainer === node ? endOffset : node.data.length };
      });
  }

  /** Whether words of this node are hidden, and the page has left the node as it was and where it was. */
  has(node: Text): boolean {
    const text = this.#texts.get(node);
    return text?.data === node.data && !text.ranges.some(isLost);
  }

  /** Hides exactly these words. */
  set(wanted: readonly TextSpan[]): void {
    const wantedIn = spansByNode(wanted);
    for (const node of this.#texts.keys()) {
      const spans = wantedIn.get(node);
      if (!spans || !this.#isSame(node, spans)) this.show(node);
    }
    for (const [node, spans] of wantedIn) if (!this.#texts.has(node)) this.add(node, spans);
  }

  /** @param spans in the node's data. None is hidden where one does not lie in it */
  add(node: Text, spans: readonly Pick<TextSpan, 'start' | 'end'>[]): void {
    if (spans.some(({ start, end }) => start > end || end > node.data.length)) return;
    const ranges = spans.map(({ start, end }) => {
      const range = read(node.ownerDocument, 'createRange').call(node.ownerDocument);
      range.setStart(node, start);
      range.setEnd(node, end);
      return range;
    });
    this.show(node);
    this.#texts.set(node, { data: node.data, ranges });
    if (!registry()) return;
    this.#highlight ??= new Highlight();
    for (const range of ranges) this.#highlight.add(range);
    registry()?.set(this.#name, this.#highlight);
  }

  /** Shows all words of the node. */
  show(node: Text): void {
    for (const range of this.#texts.get(node)?.ranges ?? []) this.#highlight?.delete(range);
    this.#texts.delete(node);
    if (this.isEmpty) registry()?.delete(this.#name);
  }

  /** Lets go of words that left the document. */
  forgetDetached(): void {
    for (const [node, { ranges }] of this.#texts) if (ranges.every(isLost)) this.show(node);
  }

  #isWhole(node: Text): boolean {
    let at = 0;
    for (const { startOffset, endOffset } of this.#texts.get(node)?.ranges ?? []) {
      if (node.data.slice(at, startOffset).trim() !== '') return false;
      at = endOffset;
    }
    return node.data.slice(at).trim() === '';
  }

  #isSame(node: Text, spans: readonly TextSpan[]): boolean {
    const ranges = this.#texts.get(node)?.ranges;
    return (
      this.has(node) &&
      ranges?.length === spans.length &&
      ranges.every(({ startOffset, endOffset }, i) => startOffset === spans[i]?.start && endOffset === spans[i]?.end)
    );
  }
}

/** Its words have left the document, or are at another place now. */
const isLost = ({ collapsed, startContainer }: Range): boolean => collapsed || !startContainer.isConnected;
