/** Numbers between 0 and 1, the same at every run (a linear congruential generator). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The middle 95 % of the means of 2,000 samples with replacement. */
export function interval(values: readonly number[]): [low: number, high: number] {
  const next = random(1);
  const means = Array.from({ length: 2000 }, () =>
    mean(values.map(() => values[Math.floor(next() * values.length)] as number)),
  ).sort((a, b) => a - b);
  return [means[50] as number, means[1949] as number];
}

export function standardError(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1) / values.length);
}
