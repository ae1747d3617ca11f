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
    this.#times.set(what, times);
    return times.length > most;
  }

  reset(): void {
    this.#times.clear();
  }
}
