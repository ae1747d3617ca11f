/** Opens a framework's page with us and without us, uses it, and says what was otherwise. */
import type { Page } from 'puppeteer-core';
import { sendToPage, waitUntilRead } from '../../../scripts/drive/content-script.ts';
import type { Rig } from '../../../scripts/drive/rig.ts';
import { until } from '../../../scripts/drive/until.ts';
import type { Framework } from './frameworks.ts';
import { handlerOf, STORY_PATH } from './serve.ts';
import { STORIES } from './story.ts';

export type StoryName = keyof typeof STORIES;
export const STORY_NAMES = Object.keys(STORIES) as StoryName[];

/** What is left in a page by us: our attribute, whose name and value are made up anew on each page load. */
const OUR_ATTRIBUTE = / data-[a-z]{6,12}="[^"]*"/g;

/** As the page's own scripts see it. */
interface Snapshot {
  /** Of the document, and of its open shadow roots. */
  readonly html: string;
  readonly texts: readonly string[];
  readonly address: string;
  /** In the history. */
  readonly entries: number;
}
interface Use {
  readonly console: readonly string[];
  /** Texts when the framework's script began and when it had run, and every change from then on. */
  readonly log: { readonly texts: readonly string[]; readonly changes: readonly string[] };
  /** After each step. */
  readonly snapshots: readonly Snapshot[];
  /** What each step put on the page. */
  readonly answers: readonly string[];
  /** Elements that hold nothing but a token, in the end, and those of them that are seen. */
  readonly litter: number;
  readonly seen: readonly string[];
  /** When the reader has clicked on "restore this page". */
  readonly restored: Snapshot;
}

/** What a page's recorder leaves in its window, see serve.ts. */
interface Recorded {
  readonly isStarted?: boolean;
  readonly log: Use['log'];
  find(css: string): HTMLElement | null;
  snapshot(): Snapshot;
  /** Milliseconds since the page's last change. */
  quietFor(): number;
}

/** A page that has not changed for so long has done what it was asked for. Milliseconds. */
const QUIET_MS = 60;

/** What a reader does: what is clicked (nothing: the way back), and what is another than before in the end. */
const STEPS: readonly (readonly [click: string | null, changes: string])[] = [
  ['#change', '#lead'],
  ['#change', '#lead'],
  ['#relist', '#list'],
  ['#go', '#view'],
  [null, '#view'],
  ['#change', '#lead'],
  ['#relist', '#list'],
];

const textOf = (page: Page, css: string) =>
  page.evaluate((selector) => (window as unknown as Recorded).find(selector)?.textContent ?? '', css);

/** What holds nothing but a token, or nothing but the link to the original. */
const litterOf = (page: Page) =>
  page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const all = roots.flatMap((root) => [...root.querySelectorAll('p, li')]);
    const litter = all.filter(({ textContent }) => /^(?:\[ad_\d\]|Source link)\s*$/.test(textContent ?? ''));
    const seen = litter.filter((element) => element.checkVisibility()).map(({ outerHTML }) => outerHTML);
    return { litter: litter.length, seen };
  });

const snapshotOf = (page: Page) => page.evaluate(() => (window as unknown as Recorded).snapshot());

/** @param withUs whether we are there; `'cleaned'` where there is something to clean, too */
async function use(rig: Rig, url: string, withUs: boolean | 'cleaned'): Promise<Use> {
  const page = await rig.browser.newPage();
  const console: string[] = [];
  page.on('console', (message) => {
    // A mark for the browser's profiler: nobody sees it, and which ones there are depends on the time.
    if ((message.type() as string) !== 'timeStamp') console.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.push(`error: ${(error as Error).message ?? error}`));
  await page.goto(url, { waitUntil: 'load' });
  await until('the framework has begun', () => page.evaluate(() => (window as unknown as Recorded).isStarted === true));
  /** The page has done what it does, and so have we. */
  const settle = async () => {
    await until(
      'the page rests',
      () =>
        page.evaluate(() => {
          const isBusy = document.querySelector('[busy], [aria-busy=true]') !== null;
          return isBusy ? 0 : (window as unknown as Recorded).quietFor();
        }),
      (quiet) => quiet > QUIET_MS,
    );
    if (!withUs) return;
    await waitUntilRead(rig, page);
    // What stays is told in the end.
    await until('the litter is hidden', async () => (await litterOf(page)).seen.length === 0, Boolean, 3000).catch(
      () => {},
    );
  };
  const snapshots: Snapshot[] = [];
  const answers: string[] = [];
  const look = async (css: string) => {
    snapshots.push(await snapshotOf(page));
    answers.push(await textOf(page, css));
  };
  await settle();
  await look('#lead');
  for (const [click, changes] of STEPS) {
    const before = await textOf(page, changes);
    await page.evaluate((css) => {
      if (css === null) history.back();
      else (window as unknown as Recorded).find(css)?.click();
    }, click);
    const isChanged = until(
      `${changes} changes`,
      () => textOf(page, changes),
      (text) => text !== '' && text !== before,
      5000,
    );
    await isChanged.catch((error: Error) => answers.push(`${click ?? 'back'} does nothing: ${error.message}`));
    await settle();
    await look(changes);
  }
  const log = await page.evaluate(() => (window as unknown as Recorded).log);
  const litter = await litterOf(page);
  if (withUs === 'cleaned') await sendToPage(rig, page, { type: 'pause' });
  const restored = await snapshotOf(page);
  await page.close();
  return { console, log, snapshots, answers, ...litter, restored };
}

/** What is another with us than without; nothing where all is the same. */
export interface Differences {
  readonly console: readonly string[];
  /** Texts that the framework found when it began, and changes that it saw since. */
  readonly texts: readonly string[];
  readonly dom: readonly string[];
  readonly behavior: readonly string[];
  /** Litter in elements of its own that is still seen in the end. */
  readonly seen: readonly string[];
  /** The DOM when the page has been restored: our attribute is gone, too. */
  readonly restored: readonly string[];
}

export interface Comparison {
  readonly differences: Differences;
  /** Elements of litter in the end. */
  readonly litter: number;
  /** Steps after which the page was compared. */
  readonly steps: number;
}

/** Where two lists of lines part: the first few places. */
function differencesIn(without: readonly string[], withUs: readonly string[]): string[] {
  const places = Array.from({ length: Math.max(without.length, withUs.length) }, (_, at) => at);
  return places
    .filter((at) => without[at] !== withUs[at])
    .slice(0, 3)
    .map((at) => `${at}: ${excerpt(without[at], withUs[at])} became ${excerpt(withUs[at], without[at])}`);
}

/** Of a long text what stands around the first place that is another. */
function excerpt(text: string | undefined, other = ''): string {
  if (text === undefined) return 'nothing';
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 120));
}

/** Without the one thing in which the addresses of the two pages differ. */
const withoutHost = (line: string) => line.replaceAll(/\.(?:on|off)\.test/g, '');
const domOf = (snapshots: readonly Snapshot[], isHiding: boolean) =>
  snapshots.flatMap(({ html, texts }) => [
    withoutHost(isHiding ? html.replace(OUR_ATTRIBUTE, '') : html),
    texts.join('|'),
  ]);
const behaviorOf = ({ answers, snapshots }: Use) => [
  ...answers,
  ...snapshots.map(({ address, entries }) => `${address}, ${entries}`),
];

/** Gives the site of a rig both pages of a framework. Below `off.test` no code of ours runs. */
async function serve(rig: Rig, framework: Framework, name: StoryName): Promise<Record<'on' | 'off', string>> {
  const handler = await handlerOf(framework, STORIES[name]);
  const label = `${framework.name.replace(/\W+/g, '-')}-${name}`.toLowerCase();
  const hosts = { on: `${label}.on.test`, off: `${label}.off.test` };
  for (const host of Object.values(hosts)) rig.site.host(host, handler);
  return { on: `http://${hosts.on}${STORY_PATH}`, off: `http://${hosts.off}${STORY_PATH}` };
}

/** Compares a page with us and without us. */
export async function compare(rig: Rig, framework: Framework, name: StoryName): Promise<Comparison> {
  const { on, off } = await serve(rig, framework, name);
  const without = await use(rig, off, false);
  const isRepost = name === 'repost';
  const withUs = await use(rig, on, isRepost ? 'cleaned' : true);
  return {
    differences: {
      console: differencesIn(without.console.map(withoutHost), withUs.console.map(withoutHost)),
      texts: [
        ...differencesIn(without.log.texts, withUs.log.texts),
        ...differencesIn(without.log.changes, withUs.log.changes),
      ],
      dom: differencesIn(domOf(without.snapshots, isRepost), domOf(withUs.snapshots, isRepost)),
      behavior: differencesIn(behaviorOf(without), behaviorOf(withUs)),
      seen: isRepost ? withUs.seen : [],
      restored: differencesIn(domOf([without.restored], false), domOf([withUs.restored], false)),
    },
    litter: withUs.litter,
    steps: withUs.snapshots.length,
  };
}

/** Switches us off below `off.test`. */
export const SITES_OFF = { 'off.test': 'off' } as const;
