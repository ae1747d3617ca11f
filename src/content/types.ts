import type { Clutter, TextSpan } from '../engine/types.ts';
import type { PieceKind } from '../messages.ts';
import type { HiddenMarks } from './marks.ts';

/** What is hidden of a page: what the engine found to be clutter, or what the reader chose. */
export interface HiddenPiece extends Omit<Clutter, 'kind'> {
  readonly kind: PieceKind;
}

/**
 * So many elements and places of words of one page are hidden at most. A copied article has some dozens of them. Whoever
 * builds a page with more keeps it as it is: hiding them would take longer than a page may have to wait for us.
 */
export const MAX_HIDDEN = 1000;

export const sizeOf = (pieces: readonly HiddenPiece[]): number =>
  pieces.reduce((sum, { elements, spans }) => sum + elements.length + spans.length, 0);

/** Shows a reader what is hidden, and words of the page. See showing.ts. */
export interface Highlighter {
  /** CSS rules for what is shown now; empty when nothing is. */
  rules(isPeeking: boolean): string;
  /** @param spans in the nodes' present `data`; none: nothing is highlighted any more */
  highlight(spans: readonly TextSpan[]): void;
  /** @returns whether there is a place to scroll to */
  scrollIntoView(): boolean;
}

/** What `reading.js` brings. See reading.ts. */
export interface ReadingTools {
  readonly Showing: new (document: Document, marks: HiddenMarks) => Highlighter;
}
