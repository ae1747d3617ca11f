const WINDOW_MS = 60_000;

/** Counts how often something happened within the last minute. */
export class RateLimiter {
  readonly #now: () => number;
  readonly #times = new Map<unknown, number[]>();

  /** @param now the time in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one more of `key`. @returns whether there were more than `max` within a minute */
  exceeds(key: unknown, max: number): boolean {
    const time = this.#now();
    const recent = (this.#times.get(key) ?? []).filter((past) => time - past < WINDOW_MS);
    recent.push(time);
    // The newest key is put last, so the oldest stand first: keys, which may be nodes, are held for a minute at most.
    this.#times.delete(key);
    this.#times.set(key, recent);
    for (const [other, past] of this.#times) {
      if (time - (past.at(-1) ?? 0) < WINDOW_MS) break;
      this.#times.delete(other);
    }
    return recent.length > max;
  }

  reset(): void {
    this.#times.clear();
  }
}
