/** Runs in the page: how long a bare walk takes, and each stage of the engine. */
import { analysing, type Stage } from '../../src/engine/analyse.ts';
import { summarise } from '../../src/engine/summary/summarise.ts';
import { timed, walk } from './walk.ts';

const RUNS = 5;
export type Measured = Stage | 'hidden' | 'clutter' | 'summary' | 'walk';
/** Milliseconds of each run, in order; the first is the first call on a fresh page. */
export type Times = Record<Measured, number[]> & { readonly nodes: number };

/** The walk first, all of its runs, then the engine. */
export function measure(url: string): Times {
  const times = { nodes: 0, walk: [], blocks: [], article: [], verdict: [], hidden: [], clutter: [], summary: [] } as {
    nodes: number;
  } & Record<Measured, number[]>;
  for (let run = 0; run < RUNS; run++) timed(times.walk, walk);
  for (let run = 0; run < RUNS; run++) {
    const slices = analysing(document, url);
    let last = performance.now();
    for (;;) {
      const step = slices.next();
      if (!step.done && !step.value) continue;
      if (!step.done) {
        const now = performance.now();
        times[step.value as Stage].push(now - last);
        last = now;
        continue;
      }
      times.nodes = step.value.page.nodes;
      timed(times.hidden, () => (step.value.verdict.kind === 'repost' ? step.value.clutter : step.value.tokens));
      timed(times.clutter, () => step.value.clutter);
      timed(times.summary, () => summarise(step.value));
      break;
    }
  }
  return times;
}
