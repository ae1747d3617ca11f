/** A long day: many tabs, thousands of navigations, one session of the browser. What grows is looked at all along. */
import type { Page } from 'puppeteer-core';
import { FIXTURES, Rig } from '../../scripts/drive/rig.ts';
import type { Site } from '../../scripts/drive/site.ts';
import { until } from '../../scripts/drive/until.ts';
import type { Target } from '../../scripts/paths.ts';
import type { Bench } from './bench.ts';
import type { Table } from './table.ts';

const TABS = 50;
const NAVIGATIONS = 2000;
/** Navigations between two looks at what there is. */
const EACH = 400;
/** Tabs that load at once. */
const AT_ONCE = 4;
const HOSTS = Array.from({ length: 40 }, (_, i) => `day${i}.test`);
const PATHS = ['repost-en', 'original-en', 'repost-ar', 'category', 'search', 'repost-en'];
const MB = 1024 * 1024;

/** What there is of ours. Chromium tells heaps after they were swept, Firefox the memory of the extension's process. */
interface Look {
  readonly navigations: number;
  /** Bytes. */
  readonly background: number | null;
  readonly page: number | null;
  /** Of the one page that is looked at. */
  readonly listeners: number | null;
  readonly documents: number | null;
  readonly registrations: number;
  /** UTF-16 units of all that is stored, the memory of articles aside. */
  readonly stored: number;
  readonly session: number;
  /** Bytes that the origin of the extension takes on disk, the memory of articles among them. */
  readonly disk: number;
}

function serve(site: Site): void {
  for (const host of HOSTS) site.host(host, FIXTURES);
}

const addressOf = (turn: number) =>
  `http://${HOSTS[turn % HOSTS.length]}/${PATHS[turn % PATHS.length]}.html?turn=${turn}`;

/** Bytes of the background's heap once it was swept. `null` where it sleeps. */
async function workerHeap(rig: Rig): Promise<number | null> {
  const worker = rig.browser.targets().find((target) => target.type() === 'service_worker');
  const session = await worker?.createCDPSession();
  if (!session) return null;
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  await session.detach();
  return usedSize;
}

/** Bytes that Firefox's process for extensions has for itself. */
const extensionProcess = (rig: Rig) =>
  rig.firefox.evaluate<number | null>(
    `ChromeUtils.requestProcInfo().then(({ children }) => children.find(({ type }) => type === 'extension')?.memory ?? null)`,
  );

async function pageOf(page: Page): Promise<Pick<Look, 'page' | 'listeners' | 'documents'>> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const { JSHeapUsedSize = null, JSEventListeners = null, Documents = null } = await page.metrics();
  return { page: JSHeapUsedSize, listeners: JSEventListeners, documents: Documents };
}

async function look(rig: Rig, first: Page, navigations: number): Promise<Look> {
  const isChromium = rig.target === 'chromium';
  // The same page each time, in the tab that has been through as many as the others.
  await first.goto(`http://${HOSTS[0]}/repost-en.html`, { waitUntil: 'load' });
  await until('the page is cleaned', () => rig.badge(first));
  const counts = await rig.api<Pick<Look, 'registrations' | 'stored' | 'session' | 'disk'>>(`(async () => ({
    registrations: (await browser.scripting.getRegisteredContentScripts()).length,
    stored: JSON.stringify(await browser.storage.local.get()).length,
    session: JSON.stringify(await browser.storage.session.get()).length,
    disk: (await navigator.storage.estimate()).usage ?? 0,
  }))()`);
  return {
    navigations,
    background: await (isChromium ? workerHeap(rig) : extensionProcess(rig)),
    ...(isChromium ? await pageOf(first) : { page: null, listeners: null, documents: null }),
    ...counts,
  };
}

async function dayIn(target: Target, navigations: number): Promise<Look[]> {
  const rig = await Rig.start(target, { site: serve });
  try {
    // What makes the background and the pages work the most.
    await rig.api(`browser.storage.local.set({ remember: 'on', sites: { 'day7.test': 'off' } })`);
    const tabs: Page[] = [];
    for (let i = 0; i < Math.min(TABS, navigations); i++) tabs.push(await rig.browser.newPage());
    const [first] = tabs as [Page];
    let done = 0;
    const looks = [await look(rig, first, done)];
    while (done < navigations) {
      const end = Math.min(done + EACH, navigations);
      const worker = async () => {
        while (done < end) {
          const turn = done++;
          // Each worker has tabs of its own, as long as it takes the turns in order.
          const tab = tabs[turn % tabs.length] as Page;
          await tab.goto(addressOf(turn), { waitUntil: 'load' });
          if (turn % 10 === 0) await tab.bringToFront();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      looks.push(await look(rig, first, done));
    }
    return looks;
  } finally {
    await rig.close();
  }
}

const megabytes = (bytes: number | null) => (bytes === null ? '' : (bytes / MB).toFixed(1));

function tableOf(target: Target, looks: readonly Look[]): Table {
  return {
    title: `A long day in ${target}: ${TABS} tabs in one session`,
    columns: [
      'navigations',
      target === 'chromium' ? 'background, MB' : 'extension process, MB',
      'page, MB',
      'listeners',
      'documents',
      'registrations',
      'settings, characters',
      'session, characters',
      'disk, KB',
    ],
    rows: looks.map((one) => [
      one.navigations,
      megabytes(one.background),
      megabytes(one.page),
      one.listeners ?? '',
      one.documents ?? '',
      one.registrations,
      one.stored,
      one.session,
      Math.round(one.disk / 1024),
    ]),
    notes: [
      'Six pages of every sort on 40 hosts, one of them switched off; articles are remembered. Page, listeners and documents: one page that is cleaned, loaded again before each look, in a tab that has seen all the others; Chromium only, after a collection of garbage. Background: its heap after one; in Firefox the whole process of extensions.',
    ],
  };
}

export const day: Bench = {
  name: 'day',
  async run({ browsers, most }) {
    const tables: Table[] = [];
    for (const target of browsers) tables.push(tableOf(target, await dayIn(target, Math.min(NAVIGATIONS, most))));
    return tables;
  },
};
