import type { Analysis } from '../engine/types.ts';
import { guarded } from './guarded.ts';

/** Work of the engine between two chances for the page to go on. */
const SLICE_MS = 40;
/** Work for one analysis, in milliseconds. Ordinary pages take a tenth of it; whoever builds a page that takes more keeps it. */
const MAX_MS = 1000;
/** So much of a slice counts for that: on a busy machine a slice may wait in the middle, and that is not its work. */
const MAX_COUNTED_MS = 2 * SLICE_MS;

interface RunnerOptions {
  /** Told what each slice cost, in milliseconds. */
  readonly onCost: (milliseconds: number) => void;
  /** An analysis would take too long, and was ended. */
  readonly onTooLong: () => void;
  /** The time in milliseconds. */
  readonly now: () => number;
}

type Steps = Generator<unknown, Analysis>;

/** Runs analyses in slices. One at a time: a new one takes the place of the one before, of which nothing more is heard. */
export class AnalysisRunner {
  readonly #options: RunnerOptions;
  #steps: Steps | null = null;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#steps !== null;
  }

  /**
   * @param found called with the result, inside the last slice
   * @param done called after the last slice
   */
  start(steps: Steps, found: (analysis: Analysis) => void, done: () => void): void {
    this.#steps = steps;
    const { onCost, onTooLong, now } = this.#options;
    let spent = 0;
    const slice = () => {
      if (this.#steps !== steps) return;
      const start = now();
      let step = steps.next();
      while (!step.done && now() - start < SLICE_MS) step = steps.next();
      if (step.done) {
        this.#steps = null;
        found(step.value);
      }
      const cost = now() - start;
      spent += Math.min(cost, MAX_COUNTED_MS);
      onCost(cost);
      if (this.#steps !== steps) done();
      else if (spent < MAX_MS) setTimeout(guarded(slice));
      else {
        this.#steps = null;
        onTooLong();
      }
    };
    slice();
  }

  cancel(): void {
    this.#steps = null;
  }
}
