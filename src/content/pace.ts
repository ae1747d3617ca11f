/** ms of work that may be saved up while nothing happens, so that what comes after a pause is answered at once. */
const MOST_SAVED = 100;

/**
 * Lets something costly run again and again within a share of the main thread: time fills a purse with `share` ms of
 * work for each ms, each run empties it by what it took, and nothing runs while it is empty.
 *
 * @param start share to begin with, 0 to 1
 */
export function makePace(start: number, run: () => void, now: () => number) {
  let share = start;
  let saved = MOST_SAVED;
  let since = now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;

  function setShare(other: number): void {
    fill();
    share = other;
  }

  /**
   * Runs after `delay` ms, or later when nothing is left to spend. With no delay and something saved: at once. What is
   * asked for while a run is due anyway is that run.
   */
  function ask(delay: number): void {
    const time = fill();
    const next = time + Math.max(delay, -saved / share);
    if (next >= due) return;
    clearTimeout(timer);
    due = next;
    if (next <= time) go();
    else timer = setTimeout(go, next - time);
  }

  /** A run took this long, in ms. */
  function spent(cost: number): void {
    fill();
    saved -= cost;
  }

  /** A new page: what was spent on the last one counts no more. */
  function renew(other: number): void {
    share = other;
    saved = MOST_SAVED;
  }

  function stop(): void {
    clearTimeout(timer);
    due = Infinity;
  }

  function fill(): number {
    const time = now();
    saved = Math.min(saved + (time - since) * share, MOST_SAVED);
    since = time;
    return time;
  }

  function go(): void {
    stop();
    try {
      run();
    } catch {
      // A timer's exception would reach the page's console.
    }
  }

  return { setShare, ask, spent, renew, stop };
}
