/** ms */
const WITHIN = 60_000;

/** Counts how often the page does the same to us: a page that puts back what we hid is left alone in the end. */
export class Rounds {
  readonly #times = new Map<unknown, number[]>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** One more of `what`. @returns whether that was more than `most` within a minute */
  tooMany(what: unknown, most: number): boolean {
    const now = this.#now();
    const times = (this.#times.get(what) ?? []).filter((time) => now - time < WITHIN);
    times.push(now);
    // The last to come stands last, so those that are over stand first: nodes are held for a minute and no longer.
    this.#times.delete(what);
    this.#times.set(what, times);
    for (const [other, past] of this.#times) {
      if (now - (past.at(-1) ?? 0) < WITHIN) break;
      this.#times.delete(other);
    }
    return times.length > most;
  }

  reset(): void {
    this.#times.clear();
  }
}
