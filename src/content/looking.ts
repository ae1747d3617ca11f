import type { Analysis } from '../engine/types.ts';
import type { Engine } from './engine.ts';
import { guarded } from './guarded.ts';
import { engine } from './injected.ts';

/** ms of the engine's work between two chances for the page to go on. */
const SLICE = 40;

type Analysing = Engine['analysing'];

export interface Sight {
  /** Has the engine brought to this page. Resolves once it is there, or cannot be had. */
  readonly bring: () => Promise<unknown>;
  /** What the engine is to look at, asked as a look begins. */
  readonly begin: () => Parameters<Analysing>;
  /** Runs a slice of the engine's work, with the page as the page itself has it. */
  readonly quietly: (work: () => void) => void;
  readonly found: (analysis: Analysis) => void;
  /** Told how long a slice took, in ms. */
  readonly spent: (cost: number) => void;
  readonly now: () => number;
}

/** Looks at the page, in slices when that takes long, and once the engine has come. One look at a time, the last. */
export class Looking {
  readonly #sight: Sight;
  #work: ReturnType<Analysing> | null = null;
  /** While the engine is on its way: what is to be done after its look. */
  #coming: (() => void)[] | null = null;

  constructor(sight: Sight) {
    this.#sight = sight;
  }

  /** A look is under way. */
  get isBusy(): boolean {
    return this.#work !== null;
  }

  /** @param done called when the look has come to its end, or cannot begin */
  look(done: () => void): void {
    const analysing = engine()?.analysing;
    if (!analysing) {
      this.#await(done);
      return;
    }
    const { begin, quietly, found, spent, now } = this.#sight;
    const work = analysing(...begin());
    this.#work = work;
    const slice = () => {
      if (this.#work !== work) return;
      const start = now();
      quietly(() => {
        let result = work.next();
        while (!result.done && now() - start < SLICE) result = work.next();
        if (!result.done) return;
        this.#work = null;
        found(result.value);
      });
      spent(now() - start);
      if (this.#work === work) setTimeout(guarded(slice));
      else done();
    };
    slice();
  }

  /** What is under way comes to nothing. */
  stop(): void {
    this.#work = null;
    this.#coming = null;
  }

  #await(done: () => void): void {
    if (this.#coming) {
      this.#coming.push(done);
      return;
    }
    const coming = [done];
    const allDone = () => {
      for (const one of coming) one();
    };
    this.#coming = coming;
    const come = guarded(() => {
      if (this.#coming !== coming) return;
      this.#coming = null;
      if (engine()) this.look(allDone);
      else allDone();
    });
    void this.#sight.bring().then(come);
  }
}
