/** What a navigation costs under other settings, by turns with and without them. */
import type { Page } from 'puppeteer-core';
import type { Rig } from '../../scripts/drive/rig.ts';
import { until } from '../../scripts/drive/until.ts';
import type { Settings } from '../../src/settings/schema.ts';
import { bootstrap } from './extraction/metric.ts';
import { median } from './table.ts';

/** Blocks of navigations, by turns with and without, and navigations of each sort in a block. */
export const BLOCKS = 8;
export const NAVIGATIONS = 8;
export const NAVIGATION_COLUMNS = ['difference', '95 % from', 'to'];

/** Milliseconds from a change of the settings until the background has applied it: registered it, and told open tabs. */
export async function apply(rig: Rig, settings: Partial<Settings>): Promise<number> {
  return rig.api<number>(`(async () => {
    const done = new Promise((resolve) => browser.storage.onChanged.addListener(function applied(changes, area) {
      if (area !== 'session' || !changes.applied?.newValue) return;
      browser.storage.onChanged.removeListener(applied);
      resolve();
    }));
    const start = performance.now();
    await browser.storage.local.set(${JSON.stringify(settings)});
    await done;
    return performance.now() - start;
  })()`);
}

/** Milliseconds from the start of a navigation to the end of its load event, by the page's own clock. */
async function load(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  return until('the load event has ended', () =>
    page.evaluate(() => performance.getEntriesByType('navigation').map((entry) => entry.toJSON().loadEventEnd)[0]),
  );
}

/** A sort of navigation: its name, and the address of each one in turn. */
export type Sort = readonly [name: string, url: (at: number) => string];

/**
 * Rows of a table: what is navigated to, medians without and with, their difference and its 95 % interval.
 * @param settings of a block without, and of one with; each block's must differ from the one before
 */
export async function navigations(
  rig: Rig,
  sorts: readonly Sort[],
  settings: Readonly<Record<'without' | 'with', (block: number) => Partial<Settings>>>,
): Promise<string[][]> {
  const loads = sorts.map(() => ({ without: [] as number[], with: [] as number[] }));
  for (let block = 0; block < BLOCKS; block++) {
    // By turns without, with, with, without: what changes slowly on the machine falls on both.
    const which = block % 4 === 0 || block % 4 === 3 ? 'without' : 'with';
    await apply(rig, settings[which](block));
    const [, first] = sorts[0] as Sort;
    const page = await rig.open(first(0));
    for (let at = 0; at < 3; at++) await load(page, first(0));
    for (const [i, [, url]] of sorts.entries())
      for (let at = 0; at < NAVIGATIONS; at++) loads[i]?.[which].push(await load(page, url(block * NAVIGATIONS + at)));
    await page.close();
  }
  return loads.map(({ without, with: all }, i) => [`${rig.target}: ${sorts[i]?.[0]}`, ...difference(without, all)]);
}

/** Of as many times without as with: the medians, their difference, and its 95 % interval. */
function difference(without: readonly number[], all: readonly number[]): string[] {
  const differs = (draw: readonly number[]) =>
    median(draw.map((at) => all[at] ?? 0)) - median(draw.map((at) => without[at] ?? 0));
  const [from, to] = bootstrap(without.length, differs);
  return [median(without), median(all), differs([...without.keys()]), from, to].map((ms) => ms.toFixed(1));
}
