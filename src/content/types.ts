import type { Clutter, TextSpan } from '../engine/types.ts';
import type { PieceKind } from '../messages.ts';
import type { HiddenMarks } from './marks.ts';

/** What is hidden of a page: what the engine found to be clutter, or what the reader chose. */
export interface HiddenPiece extends Omit<Clutter, 'kind'> {
  readonly kind: PieceKind;
}

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
