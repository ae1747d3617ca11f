/** Runs in a page, of a website or of the extension: how long the memory takes with so many articles in it. */
import { Memory, type MemoryEntry } from '../../../src/memory/memory.ts';
import { rowOf, SketchPack } from '../../../src/sketch/pack.ts';
import { type Sketch, WORDS } from '../../../src/sketch/sketch.ts';

export interface Scale {
  /** Milliseconds of each. */
  readonly scans: readonly number[];
  readonly lookUps: readonly number[];
  readonly inserts: readonly number[];
  /** Until a memory that was just made has answered, with all sketches read. */
  readonly starts: readonly number[];
  readonly bytes: number;
}

/** Articles that are taken in at once: so many sketches need no more room than a reader's page has. */
const BATCH = 25_000;
const RUNS = { scans: 50, lookUps: 50, inserts: 20, starts: 5 };

/** As unlike each other as different articles are. */
const chance = (): Sketch => ({ size: 400, bits: crypto.getRandomValues(new Uint32Array(WORDS)) });

const entry = (at: number): MemoryEntry => ({
  article: {
    id: at + 1,
    url: `https://site${at % 97}.example/news/2026/05/a-story-of-some-length-about-${at}`,
    title: `A headline of about as many words as headlines have ${at}`,
    language: 'en',
    published: '2026-05-01T08:00:00Z',
    verdict: 'none',
    original: null,
    met: 1_700_000_000_000 + at,
    copyOf: null,
  },
  sketch: chance(),
});

async function timed(runs: number, work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

/** Takes in made-up articles until there are `count`, as from a file. */
export { Memory };

export async function fill(memory: Memory, count: number): Promise<void> {
  for (let at = await memory.count(); at < count; at = await memory.count()) {
    const entries = Array.from({ length: Math.min(BATCH, count - at) }, (_, i) => entry(at + i));
    await memory.add(entries, count);
  }
}

/** @param url its path is how many articles are remembered */
export async function measure(url: string): Promise<Scale> {
  const count = Number(new URL(url).pathname.slice(1));
  const memory = new Memory();
  const used = async () => (await navigator.storage.estimate()).usage ?? 0;
  const before = await used();
  await fill(memory, count);
  const bytes = (await used()) - before;
  const pack = new SketchPack();
  for (let at = 0; at < count; at++) pack.add(rowOf(at + 1, chance()));
  const asked = chance();
  const scans = await timed(RUNS.scans, () => pack.like(asked));
  const starts = await timed(RUNS.starts, async () => {
    const fresh = new Memory();
    await fresh.like(asked, '');
    await fresh.close();
  });
  await memory.like(asked, '');
  const lookUps = await timed(RUNS.lookUps, () => memory.like(asked, ''));
  let next = count;
  const inserts = await timed(RUNS.inserts, () => {
    const { article, sketch } = entry(next++);
    return memory.remember(article, sketch, count, article.met);
  });
  return { scans, lookUps, inserts, starts, bytes };
}
