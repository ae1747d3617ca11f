import { hashOf, PrintedSet } from '../fingerprint.ts';

/**
 * A set of registered names, from their hashes as printed.ts has them. Cheaper than a pattern of alternatives, which
 * costs its first use more than most pages have to give.
 */
export class Domains {
  readonly #names: PrintedSet;

  constructor(printed: string) {
    this.#names = new PrintedSet(printed);
  }

  /** This very name is one of them. */
  hasExactly(name: string): boolean {
    return this.#names.has(hashOf(name));
  }

  /** The host itself, or what remains of it after some dot, is one of them. */
  has(host: string): boolean {
    const labels = host.split('.');
    return labels.some((_, i) => this.hasExactly(labels.slice(i).join('.')));
  }
}
