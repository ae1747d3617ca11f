/** A plot of characters, both axes logarithmic, so that it can go into the documents as it is. */

export interface Series {
  /** One character. */
  readonly mark: string;
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const WIDTH = 60;
/** Lines for each power of ten. */
const LINES = 4;

/** @param unit of the upright axis; the one that lies is named by its numbers */
export function plot(series: readonly Series[], unit: string): string {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const ys = series.flatMap(({ points }) => points.map(([, y]) => y));
  const [low, high] = [Math.floor(Math.log10(Math.min(...ys))), Math.ceil(Math.log10(Math.max(...ys)))];
  const [left, right] = [Math.log10(xs[0] ?? 1), Math.log10(xs.at(-1) ?? 10)];
  const column = (x: number) => Math.round(((Math.log10(x) - left) / (right - left)) * (WIDTH - 1));
  const line = (y: number) => Math.round((high - Math.log10(y)) * LINES);

  const grid = Array.from({ length: (high - low) * LINES + 1 }, () => Array<string>(WIDTH).fill(' '));
  for (const { mark, points } of series)
    for (const [x, y] of points) {
      const row = grid[line(y)] as string[];
      // Two in one place stand beside each other.
      const at = [column(x), column(x) - 1, column(x) + 1].find((place) => row[place] === ' ');
      if (at !== undefined) row[at] = mark;
    }
  const label = (at: number) => (at % LINES === 0 ? `${10 ** (high - at / LINES)} ${unit}` : '');
  const widest = Math.max(...grid.map((_, at) => label(at).length));
  const rows = grid.map((row, at) => `${label(at).padStart(widest)} ${at % LINES === 0 ? '┤' : '│'}${row.join('')}`);
  const numbers = xs.reduce((text, x) => {
    const number = x.toLocaleString('en');
    return `${text.padEnd(Math.max(0, column(x) - (x === xs[0] ? 0 : number.length - 1)))}${number}`;
  }, '');
  const names = series.map(({ mark, name }) => `${mark} ${name}`).join('   ');
  const blank = ' '.repeat(widest + 1);
  return [...rows.map((row) => row.trimEnd()), `${blank}└${'─'.repeat(WIDTH)}`, `${blank} ${numbers}`, '', names].join(
    '\n',
  );
}
