import type { Target } from '../../../scripts/paths.ts';
import { inBrowser } from '../chromium.ts';
import { plot } from '../plot.ts';
import { median, type Table } from '../table.ts';
import { growthRows, tenfold, times } from './growth.ts';
import type { Scale } from './scale.page.ts';

const COUNTS = [1000, 3000, 10_000, 30_000, 100_000];

/** What takes time, with the letter that it has in the plot. */
const TIMES = [
  ['scans', 's', 'scan'],
  ['lookUps', 'l', 'look-up'],
  ['inserts', 'i', 'insert'],
  ['starts', 'f', 'first look-up'],
] as const satisfies [keyof Scale, string, string][];

/** What was found with so many articles. */
interface Found extends Scale {
  readonly count: number;
}

/** What remembering costs by the number of articles, in a real browser. */
export async function scaleTable(target: Target, most: number): Promise<Table> {
  const counts = COUNTS.filter((count) => count <= most);
  const pages = counts.map((count) => ({
    id: String(count),
    url: `https://scale.example/${count}`,
    html: Buffer.from('<!doctype html><title>scale</title>'),
    truth: '',
  }));
  const scales = await inBrowser<Scale>(target, pages, 'tests/bench/memory/scale.page.ts');
  const found = scales.map((scale, at) => ({ ...scale, count: counts[at] ?? 0 }));
  return {
    title: `The memory by the number of articles in it, real ${target}, milliseconds`,
    columns: ['articles', ...TIMES.flatMap(([, , name]) => [name, 'worst']), 'bytes an article', 'MB'],
    rows: [
      ...found.map(rowOf),
      ...growthRows(found, TIMES).map((row, at) => [...row, ...(diskGrowth(found)[at] ?? [])]),
    ],
    plot: plot(
      TIMES.map(([what, mark, name]) => ({
        mark,
        name,
        points: found.map((scale) => [scale.count, median(scale[what])] as const),
      })),
      'ms',
    ),
    notes: [
      'Medians, and the worst beside each. Scan: the sketches in memory, from end to end. Look-up: with the question to the database whether another window has changed something.',
      'Insert: into a full memory, with a look-up before and the oldest article taken out. First look-up: of a memory that has just been opened, which reads all sketches.',
      '×: by how much the median grows for ten times as many articles; 10 is growth in proportion.',
    ],
  };
}

const rowOf = (scale: Found) => [
  scale.count.toLocaleString('en'),
  ...TIMES.flatMap(([what]) => [median(scale[what]).toFixed(2), Math.max(...scale[what]).toFixed(1)]),
  Math.round(scale.bytes / scale.count),
  (scale.bytes / 1e6).toFixed(1),
];

/** How what it costs on the disk grows, at the end of the rows of {@link growthRows}. */
const diskGrowth = (found: readonly Found[]) =>
  tenfold(found).map(([few, many]) => [
    times(many.bytes / many.count, few.bytes / few.count),
    times(many.bytes, few.bytes),
  ]);
