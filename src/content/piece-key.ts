import type { HiddenPiece } from './types.ts';

/** What a piece is known by when its elements are replaced: its kind and its words. */
export const pieceKey = ({ kind, text }: HiddenPiece): string => `${kind} ${text}`;
