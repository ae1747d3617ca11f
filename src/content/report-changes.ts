import type { BackgroundMessage, Standing } from '../messages.ts';
import { pieceKey } from './piece-key.ts';
import type { HiddenPiece } from './types.ts';

export type ChangedMessage = BackgroundMessage<'changed'>;

/** How every page begins. There is nothing to report about a page on which nothing was found. */
const NOTHING_FOUND = 'offered 0';

/** Reports how the page stands, whenever that is another than was reported. */
export class ChangeReporter {
  readonly #send: (message: ChangedMessage) => unknown;
  #reported: string | null = null;
  /** Somebody waits to hear, also where the page stands as before. */
  #isAwaited = false;
  /** Keys of pieces that were hidden on this page, now or before. */
  readonly #known = new Set<string>();

  constructor(send: (message: ChangedMessage) => unknown) {
    this.#send = send;
  }

  /** Somebody has asked, and waits to hear. */
  await(): void {
    this.#isAwaited = true;
  }

  /** Half a page was reported, and now the whole is known: whoever asked is to ask again. */
  awaitIfReported(): void {
    if (this.#reported !== null) this.#isAwaited = true;
  }

  /** Another page: pieces like those of the one before are new on it. */
  forgetPieces(): void {
    this.#known.clear();
  }

  report({ cleaning, hidden }: Standing, pieces: readonly HiddenPiece[]): void {
    // A set grows by what it did not hold.
    const fresh = pieces.filter((piece) => this.#known.size < this.#known.add(pieceKey(piece)).size);
    const standing = `${cleaning} ${hidden}`;
    if (fresh.length === 0 && !this.#isAwaited && standing === (this.#reported ?? NOTHING_FOUND)) return;
    this.#reported = standing;
    this.#isAwaited = false;
    this.#send({ type: 'changed', cleaning, hidden, fresh: fresh.map(({ kind }) => kind) });
  }
}
