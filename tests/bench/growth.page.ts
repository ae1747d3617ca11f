/** Runs in the page: how long the engine takes as a page grows, and its longest slice. */
import { analyzeSteps } from '../../src/engine/analyse.ts';

const RUNS = 3;
/** ms of work between two chances for the page to go on, as in the content script. */
const SLICE = 40;

export interface Growth {
  readonly nodes: number;
  readonly tooLarge: boolean;
  /** ms of each run. */
  readonly times: number[];
  /** ms: the longest that the page had to wait, over all runs. */
  readonly wait: number;
}

export function measure(url: string): Growth {
  let last = { nodes: 0, tooLarge: false };
  let wait = 0;
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    let sliceStart = start;
    const slices = analyzeSteps(document, url);
    for (;;) {
      const step = slices.next();
      const now = performance.now();
      if (step.done || now - sliceStart >= SLICE) {
        wait = Math.max(wait, now - sliceStart);
        sliceStart = now;
      }
      if (!step.done) continue;
      times.push(now - start);
      last = step.value.page;
      break;
    }
  }
  return { nodes: last.nodes, tooLarge: last.tooLarge, times, wait };
}
