import { guarded } from './guarded.ts';

/** Work between two chances for the page to go on. Milliseconds. */
const SLICE_MS = 8;
/** A page that is never idle is worked on all the same after this time. Milliseconds. */
const MAX_IDLE_WAIT_MS = 150;

/** Asks the browser for a time in which the page has nothing to do. */
export type RequestIdle = (work: (deadline: Pick<IdleDeadline, 'timeRemaining'>) => void) => void;

const requestIdle: RequestIdle = (work) => requestIdleCallback(work, { timeout: MAX_IDLE_WAIT_MS });

/** Does work in the page's idle times, in slices. New work takes the place of what was under way. */
export class IdleWork {
  readonly #request: RequestIdle;
  #current: Generator<unknown, unknown> | null = null;

  constructor(request = requestIdle) {
    this.#request = request;
  }

  /** @param done called with the result, and with the milliseconds that the work took */
  start<T>(work: Generator<unknown, T>, done: (result: T, cost: number) => void): void {
    this.#current = work;
    let cost = 0;
    const next = () => this.#request(guarded(slice));
    const slice: Parameters<RequestIdle>[0] = (deadline) => {
      if (this.#current !== work) return;
      const start = performance.now();
      const end = start + Math.min(SLICE_MS, Math.max(1, deadline.timeRemaining()));
      let step = work.next();
      while (!step.done && performance.now() < end) step = work.next();
      cost += performance.now() - start;
      if (step.done) {
        this.#current = null;
        done(step.value, cost);
      } else next();
    };
    next();
  }

  cancel(): void {
    this.#current = null;
  }
}
