import { inChromium } from '../chromium.ts';
import { median, type Table } from '../table.ts';
import type { Scale } from './scale.page.ts';

const COUNTS = [1000, 10_000, 100_000];

/** What remembering costs by the number of articles, in real Chromium. */
export async function scaleTable(): Promise<Table> {
  const pages = COUNTS.map((count) => ({
    id: String(count),
    url: `https://scale.example/${count}`,
    html: Buffer.from('<!doctype html><title>scale</title>'),
    truth: '',
  }));
  const found = await inChromium<Scale>(pages, 'tests/bench/memory/scale.page.ts');
  const ms = (times: readonly number[]) => median(times).toFixed(2);
  return {
    title: 'The memory by the number of articles in it, real Chromium',
    columns: ['articles', 'scan ms', 'look-up ms', 'insert ms', 'first look-up ms', 'bytes an article', 'MB'],
    rows: found.map(({ scans, lookUps, inserts, starts, bytes }, at) => {
      const count = COUNTS[at] as number;
      const size = [Math.round(bytes / count), (bytes / 1e6).toFixed(1)];
      return [count, ms(scans), ms(lookUps), ms(inserts), ms(starts), ...size];
    }),
    notes: [
      'Scan: the sketches in memory, from end to end. Look-up: with the question to the database whether another window has changed something.',
      'Insert: into a full memory, with a look-up before and the oldest article taken out.',
      'First look-up: of a background that has just started, which reads all sketches. Medians.',
    ],
  };
}
