import { read } from '../engine/dom.ts';
import type { Hiding } from './hide.ts';
import { pieceKey } from './piece-key.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { HiddenPiece } from './types.ts';

/** How often a minute the page may put one thing back before it is given up on. */
const MAX_PUT_BACK_PER_MINUTE = 4;
/** How often a minute the page is analyzed at once because something that was hidden left it. */
const MAX_RUSHES_PER_MINUTE = 6;

/** Counts how often the page undoes what we do: a page that insists is left alone in the end. */
export class PutBackCounter {
  readonly #limiter: RateLimiter;
  /** Keys of pieces whose elements left the page: are they put back? */
  readonly #removed = new Set<string>();

  /** @param now the time in milliseconds */
  constructor(now: () => number) {
    this.#limiter = new RateLimiter(now);
  }

  /** The page undid something once more. @param what an element, a text or a name @returns whether that was too often */
  isTooOften(what: Node | 'sheet'): boolean {
    return this.#limiter.exceeds(what, MAX_PUT_BACK_PER_MINUTE);
  }

  /** Something hidden has left the page. @returns whether it can be analyzed at once */
  mayRush(): boolean {
    return !this.#limiter.exceeds('rush', MAX_RUSHES_PER_MINUTE);
  }

  /** Whether pieces that had left the page came back too often. @param pieces to be hidden now */
  cameBackTooOften(pieces: readonly HiddenPiece[], hiding: Hiding): boolean {
    for (const piece of hiding.pieces) {
      if (piece.elements.some((element) => !read(element, 'isConnected'))) this.#removed.add(pieceKey(piece));
    }
    const isNew = ({ elements }: HiddenPiece) => elements.some((element) => !hiding.marks.has(element));
    return pieces
      .filter((piece) => this.#removed.has(pieceKey(piece)) && isNew(piece))
      .some((piece) => {
        this.#removed.delete(pieceKey(piece));
        return this.#limiter.exceeds(pieceKey(piece), MAX_PUT_BACK_PER_MINUTE);
      });
  }

  /** The reader asks once more. */
  forgive(): void {
    this.#limiter.reset();
  }

  /** Another page. */
  reset(): void {
    this.#limiter.reset();
    this.#removed.clear();
  }
}
