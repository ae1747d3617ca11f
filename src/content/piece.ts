import { CLUTTER_KINDS, type Clutter } from '../engine/types.ts';
import type { PieceKind } from '../messages.ts';

/** What is hidden of a page: what the engine found to be clutter, or what the reader chose. */
export interface Piece extends Omit<Clutter, 'kind'> {
  readonly kind: PieceKind;
}

export const PIECE_KINDS: readonly PieceKind[] = [...CLUTTER_KINDS, 'chosen'];
