import { repeatedHeadline } from './early-headline.ts';
import { arrivedToken } from './early-tokens.ts';
import type { Hiding } from './hide.ts';
import type { HiddenPiece } from './types.ts';

/**
 * What was hidden of the page as it came, before the engine has seen it. Needs nothing of the engine but its tokens.
 */
export class Arrival {
  readonly #document: Document;
  readonly #hiding: Hiding;
  /** Hidden before the engine saw it: tokens, and a headline beside one. */
  #pieces: HiddenPiece[] = [];

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

  /** Another document in the place of the last one. */
  startOver(): void {
    this.#pieces = [];
  }

  /** The page has been parsed and analyzed: the engine has the last word. */
  forgetEarly(): void {
    this.#pieces = [];
  }

  #hide(piece: HiddenPiece): void {
    this.#pieces.push(piece);
    this.#hiding.add(piece);
  }
}
