/**
 * What a reader feels of the extension while a page loads: without any, with an empty one of the same shape, with ours,
 * and with those of others that `--beside NAME=DIR` names, page by page in turns. `npm run build` first. It goes on where
 * it was stopped, so that it can be run in parts: `--most N` takes the next N pages.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { Rig } from '../../scripts/drive/rig.ts';
import { distOf, ROOT, type Target } from '../../scripts/paths.ts';
import type { Bench, BenchOptions } from './bench.ts';
import { type BenchPage, movedTo, readPages } from './pages.ts';
import { median, type Table } from './table.ts';

/** Without an extension, with an empty one, with ours, or with one of another name. */
type Way = 'none' | 'empty' | 'ours' | string;
/** Others may have lists to read before they are ready. Milliseconds. */
const GETTING_READY = 4000;
/** Loads of each page in each way, in turns. */
const ROUNDS = 5;
/** Draws of the bootstrap. */
const DRAWS = 2000;
/** What is still going on so long after the load event is not the load's. Milliseconds. */
const AFTER = 300;

/** Milliseconds since the navigation began; blocking: what tasks of more than 50 ms take beyond these. */
interface Load {
  readonly paint: number;
  readonly parsed: number;
  readonly blocking: number | null;
  /** Time in which the main thread was at work. */
  readonly busy: number | null;
}
/** Of one page: a load for each round and way. */
type Loads = Record<Way, Load[]>;
type Kept = Record<string, Loads>;

/** The same manifest and the same registrations; the scripts are empty. */
export function emptyOf(target: Target, folder: string): string {
  cpSync(distOf(target), folder, { recursive: true });
  for (const name of ['watcher.js', 'cleaner.js', 'corrected.js']) writeFileSync(join(folder, name), '');
  return folder;
}

async function loadOf(page: Page, target: Target, url: string): Promise<Load> {
  const before = target === 'chromium' ? await page.metrics() : null;
  await page.goto(url, { waitUntil: 'load' });
  const seen = await page.evaluate(async (after) => {
    const blocking = { sum: 0 };
    const isKnown = PerformanceObserver.supportedEntryTypes.includes('longtask');
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocking.sum += duration - 50;
    });
    if (isKnown) observer.observe({ type: 'longtask', buffered: true });
    await new Promise((done) => setTimeout(done, after));
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return {
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      parsed: navigation?.domContentLoadedEventEnd ?? 0,
      blocking: isKnown ? blocking.sum : null,
    };
  }, AFTER);
  const now = before && (await page.metrics());
  return { ...seen, busy: now && before ? ((now.TaskDuration ?? 0) - (before.TaskDuration ?? 0)) * 1000 : null };
}

/** Adds a browser for each way, with its extension in it, to `rigs`: what was started is there when a later one fails. */
async function startAll(rigs: Map<Way, Rig>, target: Target, empty: string, { beside }: BenchOptions): Promise<void> {
  rigs.set('none', await Rig.start(target, { extension: null }));
  rigs.set('empty', await Rig.start(target, { extension: empty }));
  rigs.set('ours', await Rig.start(target, { extension: distOf(target) }));
  for (const [name, folder] of beside) {
    const rig = await Rig.start(target, { extension: null });
    rigs.set(name, rig);
    await rig.installOther(folder);
  }
  if (beside.length > 0) await new Promise((done) => setTimeout(done, GETTING_READY));
}

async function measure(
  target: Target,
  options: BenchOptions,
  pages: readonly BenchPage[],
  keep: (id: string, loads: Loads) => void,
) {
  const folder = mkdtempSync(join(tmpdir(), 'clean-copy-felt-'));
  const empty = emptyOf(target, join(folder, 'empty'));
  const rigs = new Map<Way, Rig>();
  try {
    await startAll(rigs, target, empty, options);
    const ways = [...rigs.keys()];
    for (const [at, bench] of pages.entries()) {
      const html = movedTo(`page${at}.test`, bench);
      const loads: Loads = Object.fromEntries(ways.map((way) => [way, []]));
      for (let round = 0; round < ROUNDS; round++)
        // Whoever is first has the colder machine; each is, in its turn.
        for (let turn = 0; turn < ways.length; turn++) {
          const way = ways[(round + turn) % ways.length] as Way;
          const rig = rigs.get(way) as Rig;
          const url = `http://page${at}.test/${round}`;
          rig.site.page(url, (_request, response) => {
            const headers = {
              'content-type': 'text/html; charset=utf-8',
              'content-security-policy': "script-src 'none'",
            };
            response.writeHead(200, headers).end(html);
          });
          const page = await rig.browser.newPage();
          await page.bringToFront();
          loads[way]?.push(await loadOf(page, target, url));
          await page.close();
        }
      keep(bench.id, loads);
    }
  } finally {
    for (const rig of rigs.values()) await rig.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const fileOf = (target: Target) => join(ROOT, '.cache', `felt-${target}.json`);
const keptOf = (target: Target): Kept =>
  existsSync(fileOf(target)) ? JSON.parse(readFileSync(fileOf(target), 'utf8')) : {};

async function goOn(target: Target, options: BenchOptions): Promise<Kept> {
  const kept = keptOf(target);
  const left = readPages({ ...options, most: Number.POSITIVE_INFINITY }).filter(({ id }) => !kept[id]);
  await measure(target, options, left.slice(0, options.most), (id, loads) => {
    kept[id] = loads;
    mkdirSync(dirname(fileOf(target)), { recursive: true });
    writeFileSync(fileOf(target), JSON.stringify(kept));
  });
  return kept;
}

/** The same numbers each time: Park and Miller's generator. */
function* numbers(): Generator<number, never> {
  for (let state = 20_261_127; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

type Read = (load: Load) => number | null;
const valuesOf = (kept: Kept, way: Way, read: Read): number[][] =>
  Object.values(kept).map((loads) => (loads[way] ?? []).map(read).filter((value) => value !== null));

/** Median over pages of what each page has more in one way than in the other, by its medians, and where 95 % of draws lie. */
function difference(kept: Kept, way: Way, base: Way, read: Read): { value: number; from: number; to: number } | null {
  const [those, bases] = [valuesOf(kept, way, read), valuesOf(kept, base, read)];
  const differences = those.flatMap((values, i) =>
    values.length > 0 && bases[i]?.length ? median(values) - median(bases[i]) : [],
  );
  if (differences.length === 0) return null;
  const random = numbers();
  const draws = Array.from({ length: DRAWS }, () =>
    median(differences.map(() => differences[Math.floor(random.next().value * differences.length)] ?? 0)),
  ).sort((a, b) => a - b);
  const at = (share: number) => draws[Math.round(share * (DRAWS - 1))] ?? 0;
  return { value: median(differences), from: at(0.025), to: at(0.975) };
}

const WHAT: readonly (readonly [string, Read])[] = [
  ['first contentful paint', ({ paint }) => paint],
  ['DOMContentLoaded', ({ parsed }) => parsed],
  ['total blocking time', ({ blocking }) => blocking],
  ['main thread at work', ({ busy }) => busy],
];

function tableOf(target: Target, kept: Kept): Table {
  const signed = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
  const shown = (found: ReturnType<typeof difference>) =>
    found ? [signed(found.value), `${signed(found.from)} to ${signed(found.to)}`] : ['', ''];
  const ways = [...new Set(Object.values(kept).flatMap((loads) => Object.keys(loads)))].filter((way) => way !== 'none');
  const rows = WHAT.flatMap(([what, read]) => {
    const without = valuesOf(kept, 'none', read);
    if (without.every((values) => values.length === 0)) return [];
    return ways.map((way) => [
      what,
      median(without.map(median)).toFixed(1),
      way,
      ...shown(difference(kept, way, 'none', read)),
      ...shown(way === 'empty' ? null : difference(kept, way, 'empty', read)),
    ]);
  });
  return {
    title: `Speed as felt, ${Object.keys(kept).length} pages, ${target}, milliseconds`,
    columns: ['', 'without', 'with', 'more than without', '95 %', 'more than empty', '95 %'],
    rows,
    notes: [
      `Each page loaded ${ROUNDS} times in each way, in turns, each time in a new tab, scripts of its own off; the browsers stand side by side. Per page the difference of the medians; of these the median over pages, and where it lies in 95 % of ${DRAWS} bootstrap draws over pages. Until ${AFTER} ms after the load event.`,
      'Empty: the same manifest, background and registrations, with content scripts of no bytes. The main thread’s time and total blocking time are what the browser itself counts; Firefox counts neither.',
    ],
  };
}

export const felt: Bench = {
  name: 'felt',
  async run(options) {
    const tables: Table[] = [];
    for (const target of options.browsers) tables.push(tableOf(target, await goOn(target, options)));
    return tables;
  },
};
