/** How soon the popup has its final content, by its own clock. */
import { DEMO, Rig } from '../../scripts/drive/rig.ts';
import { until } from '../../scripts/drive/until.ts';
import { TARGETS, type Target } from '../../scripts/paths.ts';
import type { Bench } from './bench.ts';
import { median } from './table.ts';

const ROUNDS = 15;

/** Milliseconds since `performance.timeOrigin`. */
interface Times {
  /** The document is parsed and the script begins: the browser's own share. */
  readonly begun: number;
  readonly final: number;
}

async function measure(target: Target): Promise<Times[]> {
  const rig = await Rig.start(target);
  try {
    const times: Times[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // A new tab each time, so that its process has no segmenter yet, as a reader's has not.
      const page = await rig.open(DEMO);
      const popup = await rig.popup(page);
      const answer = await until('the popup has its final content', () =>
        popup.evaluate<Times | null>(`(() => {
            const final = performance.getEntriesByName('final')[0]?.startTime;
            return final ? { begun: performance.getEntriesByType('navigation')[0].domInteractive, final } : null;
          })()`),
      );
      if (answer) times.push(answer);
      await popup.close();
      await page.close();
    }
    return times;
  } finally {
    await rig.close();
  }
}

export const popup: Bench = {
  name: 'popup',
  run: async () => {
    const rows: string[][] = [];
    for (const target of TARGETS) {
      const times = await measure(target);
      const row = (what: string, values: number[]) =>
        rows.push([`${target}: ${what}`, median(values).toFixed(0), Math.max(...values).toFixed(0)]);
      row(
        'script begins',
        times.map(({ begun }) => begun),
      );
      row(
        'final content',
        times.map(({ final }) => final),
      );
    }
    return [
      {
        title: 'Popup, milliseconds from its performance.timeOrigin',
        columns: ['', 'median', 'worst'],
        rows,
        notes: [`${ROUNDS} openings of the real toolbar popup over the demo page, each in a new tab. Build first.`],
      },
    ];
  },
};
