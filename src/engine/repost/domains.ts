import { HASH_DIGITS, hashOf, printHash, readNumber } from '../fingerprint.ts';

/** Names, separated by white space, as fingerprints without a sign between them. */
export const printNames = (names: string): string =>
  names
    .split(/\s+/)
    .map((name) => printHash(hashOf(name)))
    .join('');

/**
 * A set of registered names, from what {@link printNames} wrote. Cheaper than a pattern of alternatives, which costs its
 * first use more than most pages have to give.
 */
export class Domains {
  readonly #printed: string;
  #hashes: Set<number> | undefined;

  constructor(printed: string) {
    this.#printed = printed;
  }

  /** This very name is one of them. */
  hasExactly(name: string): boolean {
    if (!this.#hashes) {
      this.#hashes = new Set();
      for (let at = 0; at < this.#printed.length; at += HASH_DIGITS)
        this.#hashes.add(readNumber(this.#printed.slice(at, at + HASH_DIGITS)));
    }
    return this.#hashes.has(hashOf(name));
  }

  /** The host itself, or what remains of it after some dot, is one of them. */
  has(host: string): boolean {
    const labels = host.split('.');
    return labels.some((_, i) => this.hasExactly(labels.slice(i).join('.')));
  }
}
