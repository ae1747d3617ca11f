/** What a page load pays for the content script: the browser's own trace of the main thread, in Chromium. */
import type { Page } from 'puppeteer-core';
import { Rig } from '../../scripts/drive/rig.ts';
import type { Bench } from './bench.ts';
import { movedTo, readPages } from './pages.ts';
import { median, sum } from './table.ts';

const CATEGORIES = ['devtools.timeline', 'v8'];
/** Says whose script forced a layout. With it each timer that a script sets takes milliseconds: no time is taken then. */
const STACKS = 'disabled-by-default-devtools.timeline.stack';
/** What is still going on so long after the load event is not the load's. Milliseconds. */
const AFTER = 600;

interface Event {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** The same, without the time in which the thread did not run. */
  readonly tdur?: number;
  readonly args?: unknown;
}

/** Milliseconds. */
interface Cost {
  readonly compile: number;
  readonly run: number;
  readonly later: number;
}
/** Counts. */
interface Forced {
  readonly layouts: number;
  readonly styles: number;
}

const isOurs = ({ args }: Event): boolean => JSON.stringify(args ?? {}).includes('chrome-extension://');

/** Processor time of events that are not inside another one, in microseconds. */
function outermost(events: readonly Event[]): number[] {
  let end = 0;
  return [...events]
    .sort((a, b) => a.ts - b.ts)
    .flatMap(({ ts, dur = 0, tdur = dur }) => {
      if (ts < end) return [];
      end = ts + dur;
      return [tdur];
    });
}

/** What the trace of a page's load has of ours. */
async function traced(tab: Page, url: string, categories: string[]): Promise<Event[]> {
  await tab.tracing.start({ categories });
  await tab.goto(url, { waitUntil: 'load' });
  await tab.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), AFTER);
  const trace = Buffer.from((await tab.tracing.stop()) ?? []).toString();
  return (JSON.parse(trace) as { traceEvents: Event[] }).traceEvents.filter(isOurs);
}

async function costOf(tab: Page, url: string): Promise<Cost> {
  const ours = await traced(tab, url, CATEGORIES);
  const time = (wanted: string) => sum(outermost(ours.filter(({ name }) => name === wanted))) / 1000;
  return { compile: time('v8.compile'), run: time('v8.run'), later: time('FunctionCall') };
}

async function forcedBy(tab: Page, url: string): Promise<Forced> {
  const ours = await traced(tab, url, [...CATEGORIES, STACKS]);
  const count = (wanted: string) => ours.filter(({ name }) => name === wanted).length;
  return { layouts: count('Layout'), styles: count('UpdateLayoutTree') };
}

/** The content script on pages without scripts of their own, each a site of its own, then a second page of that site. */
export const load: Bench = {
  name: 'load',
  async run(options) {
    const pages = readPages(options);
    const rig = await Rig.start('chromium');
    try {
      const costs: Record<'first' | 'second', Cost[]> = { first: [], second: [] };
      const forced: Forced[] = [];
      for (const [i, page] of pages.entries()) {
        const host = `page${i}.test`;
        const html = movedTo(host, page);
        rig.site.host(host, (_request, response, { pathname }) => {
          if (!/^\/(?:first|second|third)$/.test(pathname)) response.writeHead(404).end();
          else
            response
              .writeHead(200, {
                'content-type': 'text/html; charset=utf-8',
                'content-security-policy': "script-src 'none'",
              })
              .end(html);
        });
        const tab = await rig.browser.newPage();
        for (const visit of ['first', 'second'] as const)
          costs[visit].push(await costOf(tab, `http://${host}/${visit}`));
        forced.push(await forcedBy(tab, `http://${host}/third`));
        await tab.close();
      }
      const row = (what: string, of: (cost: Cost) => number) => [
        what,
        median(costs.first.map(of)).toFixed(2),
        Math.max(...costs.first.map(of)).toFixed(1),
        median(costs.second.map(of)).toFixed(2),
        Math.max(...costs.second.map(of)).toFixed(1),
      ];
      return [
        {
          title: `What a page load pays, ${pages.length} pages, Chromium’s own trace, milliseconds of the main thread’s processor time`,
          columns: ['part', 'first median', 'first most', 'second median', 'second most'],
          rows: [
            row('compiling the script', ({ compile }) => compile),
            row('its start', ({ run }) => run),
            row('all it does later, the look at the page among it', ({ later }) => later),
            row('together', ({ compile, run, later }) => compile + run + later),
          ],
          notes: [
            `First: the first page of a site in a process of its own. Second: the next page of that site. Until ${AFTER} ms after the load event.`,
            `On a third page of each site it forced ${sum(forced.map(({ layouts }) => layouts))} layouts and ${sum(forced.map(({ styles }) => styles))} recalculations of style in all.`,
          ],
        },
      ];
    } finally {
      await rig.close();
    }
  },
};
