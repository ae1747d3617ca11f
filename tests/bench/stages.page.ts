/** Runs in a page: how long a bare walk takes, each stage of the engine, and other extractors. */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { analyzeSteps, type Stage } from '../../src/engine/analyse.ts';
import { summarize } from '../../src/engine/summary/summarize.ts';
import { timed, walk } from './walk.ts';

const RUNS = 5;
export type Measured = Stage | 'hidden' | 'clutter' | 'summary' | 'walk' | 'readability' | 'defuddle';
/** Milliseconds of each run, in order; the first is the first call on a fresh page. */
export type Times = Record<Measured, number[]> & { readonly nodes: number };

/** The walk first, all of its runs, then the engine, then the others. */
export function measure(url: string, page: Document = document): Times {
  const times: Record<Measured, number[]> & { nodes: number } = {
    nodes: 0,
    walk: [],
    blocks: [],
    article: [],
    verdict: [],
    hidden: [],
    clutter: [],
    summary: [],
    readability: [],
    defuddle: [],
  };
  for (let run = 0; run < RUNS; run++) timed(times.walk, () => walk(page));
  for (let run = 0; run < RUNS; run++) {
    const slices = analyzeSteps(page, url);
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
      timed(times.summary, () => summarize(step.value));
      break;
    }
  }
  for (let run = 0; run < RUNS; run++)
    timed(times.readability, () => new Readability(page.cloneNode(true) as Document).parse());
  for (let run = 0; run < RUNS; run++) timed(times.defuddle, () => new Defuddle(page, { url }).parse());
  return times;
}
