/**
 * The metric of the public article-extraction-benchmark: shingles of four tokens, counted per page and scaled to one,
 * precision and recall averaged over the pages, F1 of the two averages.
 */
export interface PageScore {
  /** `null` where nothing was predicted. */
  readonly precision: number | null;
  /** `null` where the truth is empty. */
  readonly recall: number | null;
  /** Token for token the truth. */
  readonly exact: boolean;
}

export interface Score {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly exact: number;
}

const SHINGLE = 4;

export const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** How often each run of four tokens is there; fewer tokens are one run. */
export function shinglesOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i === 0 || i + SHINGLE <= tokens.length; i++) {
    const key = tokens.slice(i, i + SHINGLE).join(' ');
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How well `predicted` agrees with `truth`, both plain text. */
export function scorePage(truth: string, predicted: string): PageScore {
  const [wanted, got] = [tokensOf(truth), tokensOf(predicted)];
  const [right, ours] = [shinglesOf(wanted), shinglesOf(got)];
  let hits = 0;
  let missed = 0;
  let extra = 0;
  for (const [key, n] of right) {
    const m = ours.get(key) ?? 0;
    hits += Math.min(n, m);
    missed += Math.max(0, n - m);
  }
  for (const [key, m] of ours) extra += Math.max(0, m - (right.get(key) ?? 0));
  const exact = wanted.length === got.length && wanted.every((token, i) => token === got[i]);
  if (extra === 0 && missed === 0) return { precision: 1, recall: 1, exact };
  return {
    precision: hits + extra > 0 ? hits / (hits + extra) : null,
    recall: hits + missed > 0 ? hits / (hits + missed) : null,
    exact,
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

/** The benchmark's figures over pages. */
export function scoreAll(pages: readonly PageScore[]): Score {
  const precision = mean(pages.flatMap((page) => page.precision ?? []));
  const recall = mean(pages.flatMap((page) => page.recall ?? []));
  return {
    f1: (2 * precision * recall) / (precision + recall || 1),
    precision,
    recall,
    exact: mean(pages.map((page) => Number(page.exact))),
  };
}

/** F1 of a single page. */
export const f1Of = ({ precision, recall }: PageScore): number =>
  precision && recall ? (2 * precision * recall) / (precision + recall) : 0;

/** Numbers between 0 and 1 that are the same on every run (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Percentile bootstrap over pages (Efron 1979) of `statistic`, which gets the indices of the drawn pages.
 *
 * @returns the 2.5th and the 97.5th percentile
 */
export function bootstrap(
  pages: number,
  statistic: (drawn: readonly number[]) => number,
  rounds = 2000,
): [number, number] {
  const random = randomFrom(181);
  const values = Array.from({ length: rounds }, () =>
    statistic(Array.from({ length: pages }, () => Math.floor(random() * pages))),
  ).sort((a, b) => a - b);
  return [values[Math.floor(rounds * 0.025)] ?? 0, values[Math.floor(rounds * 0.975)] ?? 0];
}
