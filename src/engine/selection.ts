/** What is selected on a page as plain data, whether the page is an article or not. */

import { read } from './dom.ts';
import { formulaAround, formulasIn } from './formulas.ts';
import { memoize } from './memoize.ts';
import { partsOf } from './part-maker.ts';
import { picturesIn, withCaptions } from './pictures.ts';
import {
  type HiddenContent,
  type Reader,
  type RemainingBlock,
  type RemovedContent,
  removedBy,
  without,
} from './remaining-text.ts';
import type { Block, Part, TextSpan, VisibilityProbe } from './types.ts';
import { CAPTION_WORDS } from './vocabulary.ts';

/** What is known of the page that something is selected on. */
export interface SelectionSource {
  readonly reader: Reader;
  /** What is hidden on the page, which is left out. */
  readonly hidden: readonly HiddenContent[];
  /** Whether an element is rendered. */
  readonly isShown: VisibilityProbe;
  /** Whether a reader can select the words of an element. */
  readonly isSelectable: VisibilityProbe;
}

/**
 * What lies in these ranges, without what is hidden, as Parts: Blocks, formulas and pictures in their places. Footnotes
 * that it refers to stand at the end, also where they are not selected.
 */
export function selectedParts(ranges: readonly Range[], source: SelectionSource): Part[] {
  const { reader, hidden, isShown } = source;
  const { page } = reader;
  const selected = new SelectedText(ranges, source);
  const isSeen = memoize(isShown);
  const blocks = page.blocks.filter(
    ({ box, nodes }) => !box.hidden && nodes.some((node) => selected.holds(node)) && isSeen(box.element),
  );
  const remains = without(blocks, selected, reader);
  const root = read(page.document, 'documentElement');
  const pictures = picturesIn(root, page.url).filter(
    ({ element }) => selected.holdsElement(element) && isSeen(element),
  );
  const isCaption = ({ block: { kind, box } }: RemainingBlock) => kind === 'caption' || CAPTION_WORDS.test(box.words);
  const placed = withCaptions(
    pictures,
    remains.filter(isCaption),
    remains.filter((one) => !isCaption(one)).map(({ block }) => block),
  );
  const captions = new Set(placed.flatMap((picture) => picture.captions));
  const parts = partsOf(
    remains.filter((one) => !captions.has(one)),
    {
      reader,
      hidden,
      formulas: formulasIn(root).filter((formula) => selected.holdsElement(formula) && isSeen(formula)),
      pictures: placed,
      standfirst: null,
      edge: null,
    },
  );
  const [only] = remains;
  return only && remains.length === 1 && isPiece(only, selected) ? parts.map(asParagraph) : parts;
}

/** A few words of a heading, an item or a cell are words, and so is a cell alone. */
const isPiece = ({ block }: RemainingBlock, selected: SelectedText): boolean =>
  block.kind === 'cell' || (block.kind !== 'code' && !selected.holdsAll(block));

const asParagraph = (part: Part): Part =>
  part.note !== undefined || part.picture
    ? part
    : { kind: 'paragraph', level: 0, around: [], group: -1, row: -1, runs: part.runs };

/** Where a selection begins and ends inside the texts of a page. Takes away from them what is hidden and what is not selected. */
class SelectedText implements RemovedContent {
  private readonly ranges: readonly Range[];
  private readonly hiding: RemovedContent;
  private readonly isSelectable: VisibilityProbe;

  constructor(ranges: readonly Range[], { hidden, isSelectable }: SelectionSource) {
    this.ranges = ranges;
    this.hiding = removedBy(hidden);
    this.isSelectable = memoize(isSelectable);
  }

  /** Something of the text is selected. A formula is selected as a whole. */
  holds(node: Text): boolean {
    const formula = this.formulaOf(node);
    return formula ? this.holdsElement(formula) : this.partsOf(node).length > 0;
  }

  holdsElement(element: Element): boolean {
    return this.ranges.some((range) => range.intersectsNode(element));
  }

  /** All words of the Block are selected. */
  holdsAll({ nodes }: Block): boolean {
    return nodes.every((node) => {
      const outside = this.outsideOf(node).map(({ start, end }) => node.data.slice(start, end));
      return outside.join('').trim() === '';
    });
  }

  // What is taken away.

  touches(): boolean {
    return true;
  }

  hides(node: Text): boolean {
    const parent = read(node, 'parentElement');
    return this.hiding.hides(node) || !this.holds(node) || (parent !== null && !this.isSelectable(parent));
  }

  spansIn(node: Text): readonly TextSpan[] {
    return this.formulaOf(node) ? [] : [...this.hiding.spansIn(node), ...this.outsideOf(node)];
  }

  private formulaOf(node: Text): Element | null {
    const parent = read(node, 'parentElement');
    return parent && formulaAround(parent);
  }

  /** The stretches of a text that are selected, in order. */
  private partsOf(node: Text): { readonly start: number; readonly end: number }[] {
    return this.ranges
      .filter((range) => range.intersectsNode(node))
      .map(({ startContainer, startOffset, endContainer, endOffset }) => ({
        start: node === startContainer ? startOffset : 0,
        end: node === endContainer ? endOffset : node.data.length,
      }))
      .filter(({ start, end }) => start < end)
      .sort((a, b) => a.start - b.start);
  }

  private outsideOf(node: Text): TextSpan[] {
    const spans: TextSpan[] = [];
    let at = 0;
    for (const { start, end } of this.partsOf(node)) {
      // Between two stretches a space stays.
      const from = at > 0 && /\s/.test(node.data[at] ?? '') ? at + 1 : at;
      if (start > from) spans.push({ node, start: from, end: start });
      at = Math.max(at, end);
    }
    if (at < node.data.length) spans.push({ node, start: at, end: node.data.length });
    return spans;
  }
}
