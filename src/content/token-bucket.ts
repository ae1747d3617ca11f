/** Work that can be saved up while nothing happens, so that what comes after a pause is answered at once. */
const MAX_SAVED_MS = 100;

/**
 * Lets something costly run again and again within a share of the main thread. It is a token bucket: time fills it with
 * `share` ms of work for each ms, each run takes out what it cost, and nothing runs while the bucket is empty.
 */
export class TokenBucket {
  readonly #run: () => void;
  readonly #now: () => number;
  #share: number;
  /** Milliseconds of work. Below zero after a run that cost more than there was. */
  #saved = MAX_SAVED_MS;
  #filledAt: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Infinity;

  /**
   * @param share of the main thread, 0 to 1
   * @param now the time in milliseconds
   */
  constructor(share: number, run: () => void, now: () => number) {
    this.#share = share;
    this.#run = run;
    this.#now = now;
    this.#filledAt = now();
  }

  setShare(share: number): void {
    this.#fill();
    this.#share = share;
  }

  /**
   * Runs after `delay` ms, or later when the bucket is empty. With no delay and something saved: at once. What is asked
   * for while a run is due anyway is that run.
   */
  schedule(delay: number): void {
    const time = this.#fill();
    const next = time + Math.max(delay, -this.#saved / this.#share);
    if (next >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = next;
    if (next <= time) this.#runNow();
    else this.#timer = setTimeout(() => this.#runNow(), next - time);
  }

  /** A run cost this many milliseconds. */
  spend(cost: number): void {
    this.#fill();
    this.#saved -= cost;
  }

  /** So much more was spent than there was that nothing may run before its time. */
  get isOverdrawn(): boolean {
    this.#fill();
    return this.#saved < -MAX_SAVED_MS;
  }

  /** A new page: what was spent on the one before no longer counts. */
  refill(share: number): void {
    this.#share = share;
    this.#saved = MAX_SAVED_MS;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#dueAt = Infinity;
  }

  /** @returns the time */
  #fill(): number {
    const time = this.#now();
    this.#saved = Math.min(this.#saved + (time - this.#filledAt) * this.#share, MAX_SAVED_MS);
    this.#filledAt = time;
    return time;
  }

  #runNow(): void {
    this.stop();
    try {
      this.#run();
    } catch {
      // A timer's exception would reach the page's console.
    }
  }
}
