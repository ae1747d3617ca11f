/** What 10,000 Sites cost: the options page, a change of the settings, and the browser at each navigation. */
import type { Page } from 'puppeteer-core';
import { Rig } from '../../scripts/drive/rig.ts';
import { until } from '../../scripts/drive/until.ts';
import type { Target } from '../../scripts/paths.ts';
import { MODES, type Mode } from '../../src/settings/schema.ts';
import type { Bench } from './bench.ts';
import { bootstrap } from './extraction/metric.ts';
import { median, type Table } from './table.ts';

const COUNT = 10_000;
const ROUNDS = 15;
/** Blocks of navigations, by turns with and without the Sites, and navigations of each sort in a block. */
const BLOCKS = 8;
const NAVIGATIONS = 8;

const HTML = '<!doctype html><title>A page</title><h1>A page</h1><p>A few words that are no article.';

type Sites = Readonly<Record<string, Mode>>;

const many = (modeOf: (at: number) => Mode): Sites =>
  Object.fromEntries(Array.from({ length: COUNT }, (_, at) => [`listed-site-${at}.test`, modeOf(at)]));
const OFF = many(() => 'off');
/** Each Mode in turn. */
const MIXED = many((at) => MODES[at % MODES.length] ?? 'off');

/** Milliseconds from a change of the Sites until the background has applied it: registered it, and told open tabs. */
async function apply(rig: Rig, sites: Sites): Promise<number> {
  return rig.api<number>(`(async () => {
    const done = new Promise((resolve) => browser.storage.onChanged.addListener(function applied(changes, area) {
      if (area !== 'session' || !changes.applied?.newValue) return;
      browser.storage.onChanged.removeListener(applied);
      resolve();
    }));
    const start = performance.now();
    await browser.storage.local.set({ sites: ${JSON.stringify(sites)} });
    await done;
    return performance.now() - start;
  })()`);
}

/** Milliseconds that the browser takes to register the same scripts anew. */
const registerAgain = (rig: Rig) =>
  rig.api<number>(`(async () => {
    const scripts = await browser.scripting.getRegisteredContentScripts();
    const again = scripts.map(({ id, js, matches, excludeMatches = [], runAt }) => ({ id, js, matches, excludeMatches, runAt }));
    const start = performance.now();
    await browser.scripting.updateContentScripts(again);
    return performance.now() - start;
  })()`);

/** Milliseconds from the options page's `performance.timeOrigin` until its list is there. */
async function openOptions(rig: Rig): Promise<number> {
  const view = await rig.extensionPage('options.html');
  const drawn = await until('the list is there', () =>
    view.evaluate<number>(`document.querySelector('.sites li') && performance.getEntriesByName('drawn')[0]?.startTime`),
  );
  await view.close();
  return drawn;
}

async function changes(rig: Rig): Promise<string[][]> {
  const rows: string[][] = [];
  const row = (what: string, times: readonly number[]) =>
    rows.push([`${rig.target}: ${what}`, median(times).toFixed(0), Math.max(...times).toFixed(0)]);
  const repeated = async (measure: (round: number) => Promise<number>) => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await measure(round));
    return times;
  };
  for (const [name, sites] of [
    ['all off', OFF],
    ['each Mode in turn', MIXED],
  ] as const) {
    await apply(rig, sites);
    row(`${name}: options open`, await repeated(() => openOptions(rig)));
    row(`${name}: the browser registers`, await repeated(() => registerAgain(rig)));
    row(
      `${name}: one more Site, from the change until all is applied`,
      await repeated((round) => apply(rig, { ...sites, [`one-more-${round}.test`]: 'off' })),
    );
  }
  return rows;
}

/** Milliseconds from the start of a navigation to the end of its load event, by the page's own clock. */
async function load(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  return until('the load event has ended', () =>
    page.evaluate(() => performance.getEntriesByType('navigation').map((entry) => entry.toJSON().loadEventEnd)[0]),
  );
}

interface Loads {
  readonly known: number[];
  readonly fresh: number[];
}

async function navigations(rig: Rig): Promise<string[][]> {
  const loads: Record<'without' | 'with', Loads> = {
    without: { known: [], fresh: [] },
    with: { known: [], fresh: [] },
  };
  let host = 0;
  for (let block = 0; block < BLOCKS; block++) {
    // By turns 0, 10,000, 10,000, 0: what changes slowly on the machine falls on both.
    const which = block % 4 === 0 || block % 4 === 3 ? 'without' : 'with';
    await apply(
      rig,
      which === 'with' ? { ...OFF, [`block-${block}.test`]: 'off' } : { [`block-${block}.test`]: 'off' },
    );
    const page = await rig.open('http://known.test/');
    for (let at = 0; at < 3; at++) await load(page, 'http://known.test/');
    for (let at = 0; at < NAVIGATIONS; at++) {
      loads[which].known.push(await load(page, 'http://known.test/'));
    }
    for (let at = 0; at < NAVIGATIONS; at++) {
      loads[which].fresh.push(await load(page, `http://fresh-${host++}.test/`));
    }
    await page.close();
  }
  return (['known', 'fresh'] as const).map((sort) => {
    const [none, all] = [loads.without[sort], loads.with[sort]];
    const difference = (draw: readonly number[]) =>
      median(draw.map((i) => all[i] ?? 0)) - median(draw.map((i) => none[i] ?? 0));
    const [from, to] = bootstrap(none.length, difference);
    const what = sort === 'known' ? 'the site’s next page' : 'first page of a site';
    return [
      `${rig.target}: ${what}`,
      ...[median(none), median(all), difference([...none.keys()]), from, to].map((ms) => ms.toFixed(1)),
    ];
  });
}

async function inBrowser<T>(target: Target, work: (rig: Rig) => Promise<T>): Promise<T> {
  const rig = await Rig.start(target, {
    site: (site) => {
      const names = ['known', ...Array.from({ length: BLOCKS * NAVIGATIONS }, (_, at) => `fresh-${at}`)];
      for (const name of names) site.page(`http://${name}.test/`, HTML);
    },
  });
  try {
    return await work(rig);
  } finally {
    await rig.close();
  }
}

export const sites: Bench = {
  name: 'sites',
  run: async ({ browsers }) => {
    const rows: Record<'changes' | 'navigations', string[][]> = { changes: [], navigations: [] };
    for (const target of browsers)
      await inBrowser(target, async (rig) => {
        rows.changes.push(...(await changes(rig)));
        rows.navigations.push(...(await navigations(rig)));
      });
    const tables: Table[] = [
      {
        title: `${COUNT.toLocaleString('en')} Sites with a Mode of their own, milliseconds`,
        columns: ['', 'median', 'worst'],
        rows: rows.changes,
        notes: [
          `${ROUNDS} times each. Open: from the page’s own performance.timeOrigin until its list is there. Applied: read from storage, registered with the browser, and written down as applied. Build first.`,
        ],
      },
      {
        title: `A navigation with 0 and with ${COUNT.toLocaleString('en')} Sites that are off, milliseconds to the end of the load event`,
        columns: ['', 'median with 0', `median with ${COUNT.toLocaleString('en')}`, 'difference', '95 % from', 'to'],
        rows: rows.navigations,
        notes: [
          `A local page of one line, which is not among the Sites, so that the browser looks at all of them. ${BLOCKS} blocks, by turns with and without the Sites, ${NAVIGATIONS} loads of each sort in a block. Paired percentile bootstrap of the difference of the medians.`,
        ],
      },
    ];
    return tables;
  },
};
