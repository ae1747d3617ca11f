/** ms of work that may be saved up while nothing happens, so that what comes after a pause is answered at once. */
const MOST_SAVED = 100;

/**
 * Lets something costly run again and again within a share of the main thread: time fills a purse with `share` ms of
 * work for each ms, each run empties it by what it took, and nothing runs while it is empty.
 */
export class Pace {
  readonly #run: () => void;
  readonly #now: () => number;
  #share: number;
  #saved = MOST_SAVED;
  #since: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;

  /** @param share 0 to 1 */
  constructor(share: number, run: () => void, now: () => number = () => performance.now()) {
    this.#share = share;
    this.#run = run;
    this.#now = now;
    this.#since = now();
  }

  set share(share: number) {
    this.#fill();
    this.#share = share;
  }

  /**
   * Runs after `delay` ms, or later when nothing is left to spend. With no delay and something saved: at once. What is
   * asked for while a run is due anyway is that run.
   */
  ask(delay: number): void {
    const now = this.#fill();
    const due = now + Math.max(delay, -this.#saved / this.#share);
    if (due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    if (due <= now) this.#go();
    else this.#timer = setTimeout(() => this.#go(), due - now);
  }

  /** A run took this long, in ms. */
  spent(cost: number): void {
    this.#fill();
    this.#saved -= cost;
  }

  /** A new page: what was spent on the last one counts no more. */
  renew(share: number): void {
    this.#share = share;
    this.#saved = MOST_SAVED;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
  }

  #fill(): number {
    const now = this.#now();
    this.#saved = Math.min(this.#saved + (now - this.#since) * this.#share, MOST_SAVED);
    this.#since = now;
    return now;
  }

  #go(): void {
    this.stop();
    try {
      this.#run();
    } catch {
      // A timer's exception would reach the page's console.
    }
  }
}
