/** What 10,000 Sites cost: the options page, a change of the settings, and the browser at each navigation. */
import { Rig } from '../../scripts/drive/rig.ts';
import { until } from '../../scripts/drive/until.ts';
import type { Target } from '../../scripts/paths.ts';
import { MODES, type Mode } from '../../src/settings/schema.ts';
import type { Bench } from './bench.ts';
import { apply, BLOCKS, NAVIGATION_COLUMNS, NAVIGATIONS, navigations, type Sort } from './navigations.ts';
import { median, type Table } from './table.ts';

const COUNT = 10_000;
const ROUNDS = 15;

const HTML = '<!doctype html><title>A page</title><h1>A page</h1><p>A few words that are no article.';

type Sites = Readonly<Record<string, Mode>>;

const many = (modeOf: (at: number) => Mode): Sites =>
  Object.fromEntries(Array.from({ length: COUNT }, (_, at) => [`listed-site-${at}.test`, modeOf(at)]));
const OFF = many(() => 'off');
/** Each Mode in turn. */
const MIXED = many((at) => MODES[at % MODES.length] ?? 'off');

/** Paths, of which the browser gets several patterns each. */
const PATHS = Object.fromEntries(Object.keys(OFF).map((site) => [`${site}/blog`, 'off'])) as Sites;

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
    ['a path of each off', PATHS],
  ] as const) {
    await apply(rig, { sites });
    row(`${name}: options open`, await repeated(() => openOptions(rig)));
    row(`${name}: the browser registers`, await repeated(() => registerAgain(rig)));
    row(
      `${name}: one more Site, from the change until all is applied`,
      await repeated((round) => apply(rig, { sites: { ...sites, [`one-more-${round}.test`]: 'off' } })),
    );
  }
  return rows;
}

const SORTS: readonly Sort[] = [
  ['the site’s next page', () => 'http://known.test/'],
  ['first page of a site', (at) => `http://fresh-${at}.test/`],
];

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
        rows.navigations.push(
          ...(await navigations(rig, SORTS, {
            without: (block) => ({ sites: { [`block-${block}.test`]: 'off' } }),
            with: (block) => ({ sites: { ...OFF, [`block-${block}.test`]: 'off' } }),
          })),
        );
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
        columns: ['', 'median with 0', `median with ${COUNT.toLocaleString('en')}`, ...NAVIGATION_COLUMNS],
        rows: rows.navigations,
        notes: [
          `A local page of one line, which is not among the Sites, so that the browser looks at all of them. ${BLOCKS} blocks, by turns with and without the Sites, ${NAVIGATIONS} loads of each sort in a block. Paired percentile bootstrap of the difference of the medians.`,
        ],
      },
    ];
    return tables;
  },
};
