import { repeatedHeadline } from './early-headline.ts';
import { arrivedToken } from './early-tokens.ts';
import type { Hiding } from './hide.ts';
import { type HiddenPiece, MAX_HIDDEN, sizeOf } from './types.ts';

/**
 * What was hidden of the page as it came, before the engine has seen it. Needs nothing of the engine but its tokens.
 */
export class Arrival {
  readonly #document: Document;
  readonly #hiding: Hiding;
  /** Hidden before the engine saw it: tokens, and a headline beside one. */
  #pieces: HiddenPiece[] = [];
  /** Of all that was found. */
  #size = 0;

  constructor(document: Document, hiding: Hiding) {
    this.#document = document;
    this.#hiding = hiding;
  }

  /** What was hidden as it came, until the engine has the whole page. */
  get pieces(): readonly HiddenPiece[] {
    return this.#pieces;
  }

  /** Hides a token in a text that came or changed, at once. */
  hideTokenIn(node: Text): void {
    if (this.#hiding.has(node)) return;
    const token = arrivedToken(node);
    if (token) this.#hide(token);
  }

  /** Hides the headline that stands there twice, where a token stands beside it, before it is painted. */
  hideRepeatedHeadline(): void {
    const isFound = this.#pieces.some(({ kind }) => kind === 'duplicate-headline');
    if (this.#pieces.length === 0 || isFound) return;
    const headline = repeatedHeadline(this.#document, this.#pieces);
    if (headline) this.#hide(headline);
  }

  /** The engine has the whole page, and the last word; or another document is in its place. */
  forget(): void {
    this.#pieces = [];
    this.#size = 0;
  }

  #hide(piece: HiddenPiece): void {
    this.#size += sizeOf([piece]);
    if (this.#size > MAX_HIDDEN) return;
    this.#pieces.push(piece);
    this.#hiding.add(piece);
  }
}
