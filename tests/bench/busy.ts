/** What our script takes of the main thread on a page that never stands still, in Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendToPage, waitUntilRead } from '../../scripts/drive/content-script.ts';
import { FIXTURES, Rig } from '../../scripts/drive/rig.ts';
import type { Bench } from './bench.ts';
import { median } from './table.ts';

const URL = 'http://busy.test/news/story';
const ROUNDS = 3;
/** ms in which what was saved up for quick answers is spent, and ms that are measured. */
const SETTLE = 4000;
const MEASURE = 10_000;

/** A thousand nodes a second, the oldest of which go when there are many. */
const GROW = `<script>setInterval(() => {
  const parts = document.createDocumentFragment();
  for (let i = 0; i < 25; i++) {
    const p = document.createElement('p');
    p.textContent = 'Line ' + i + ' of a page that never ends, with a few words in it.';
    parts.append(p, ' ');
  }
  const content = document.querySelector('.entry-content');
  content.append(parts);
  for (let p = content.querySelectorAll(':scope > p'), i = p.length - 1; i > 4000; i--) p[i].remove();
}, 50);</script>`;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Share of the time in which script ran. */
async function scriptShare(rig: Rig, off: boolean): Promise<number> {
  const page = await rig.open(URL);
  await waitUntilRead(rig, page);
  if (off) await sendToPage(rig, page, { type: 'end' });
  await pause(SETTLE);
  const before = await page.metrics();
  await pause(MEASURE);
  const after = await page.metrics();
  await page.close();
  const spent = (key: 'ScriptDuration' | 'Timestamp') => (after[key] ?? 0) - (before[key] ?? 0);
  return spent('ScriptDuration') / spent('Timestamp');
}

export const busy: Bench = {
  name: 'busy',
  async run() {
    const html = readFileSync(join(FIXTURES, 'repost-en.html'), 'utf8').replace('</body>', `${GROW}</body>`);
    const rig = await Rig.start('chromium', { site: (site) => site.page(URL, html) });
    const shares: Record<'without' | 'with', number[]> = { without: [], with: [] };
    try {
      for (let round = 0; round < ROUNDS; round++) {
        shares.without.push(await scriptShare(rig, true));
        shares.with.push(await scriptShare(rig, false));
      }
    } finally {
      await rig.close();
    }
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    const [without, withUs] = [median(shares.without), median(shares.with)];
    return [
      {
        title: 'A page that adds 1,000 nodes a second: share of the main thread that script takes, Chromium',
        columns: ['page alone', 'with Clean Copy', 'ours'],
        rows: [[percent(without), percent(withUs), percent(withUs - without)]],
        notes: [`Medians of ${ROUNDS} rounds of ${MEASURE / 1000} s each.`],
      },
    ];
  },
};
