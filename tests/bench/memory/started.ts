/** How long a background that was stopped takes to say what it remembers, and the history page to show it. */
import { Rig } from '../../../scripts/drive/rig.ts';
import { until } from '../../../scripts/drive/until.ts';
import type { Target } from '../../../scripts/paths.ts';
import { bundle } from '../chromium.ts';
import { plot } from '../plot.ts';
import { random } from '../summary/random.ts';
import { median, type Table } from '../table.ts';
import { growthRows } from './growth.ts';
import { Author } from './stories.ts';
import { TONGUES, type Tongue } from './tongues.ts';

const COUNTS = [0, 1000, 10_000, 100_000];
const ROUNDS = 11;
const OPENINGS = 3;
const STORY = 'http://scale.test/story';

function html(): string {
  const author = new Author(TONGUES.find(({ language }) => language === 'en') as Tongue, random(1));
  const paragraphs = Array.from({ length: 8 }, () => `<p>${author.text(author.story(4))}</p>`);
  return `<!doctype html><html lang="en"><title>A story</title><article><h1>A story</h1>${paragraphs.join('')}</article>`;
}

/** What takes time, with the letter that it has in the plot. */
const TIMES = [
  ['background', 'a', 'any answer'],
  ['recalled', 'm', 'met before?'],
  ['history', 'h', 'history page'],
] as const;

/** Milliseconds of each, with so many articles. */
interface Found extends Record<(typeof TIMES)[number][0], readonly number[]> {
  readonly count: number;
}

/** Milliseconds until a background that is stopped before has answered a message. */
async function asked(rig: Rig, message: object): Promise<number> {
  await rig.killBackground();
  return rig.api<number>(`(async () => {
    const start = performance.now();
    await browser.runtime.sendMessage(${JSON.stringify(message)}).catch(() => 'an answer too');
    return performance.now() - start;
  })()`);
}

/** Milliseconds from the history page's `performance.timeOrigin` until everything is there. */
async function openHistory(rig: Rig): Promise<number> {
  const view = await rig.extensionPage('history.html');
  const drawn = await until(
    'the history is drawn',
    () => view.evaluate<number>(`performance.getEntriesByName('drawn')[0]?.startTime ?? 0`),
    Boolean,
    60_000,
  );
  await view.close();
  return drawn;
}

/** Fills the memory and measures it, with an article in a tab that is remembered too. */
async function measure(rig: Rig, script: string, count: number): Promise<Found> {
  await rig.api(`(async () => { ${script}; await bench.fill(new bench.Memory(), ${count}); return 0; })()`);
  await rig.api(`browser.storage.local.set({ remember: 'on', rememberMost: ${count + 1} }).then(() => 0)`);
  const page = await rig.open(STORY);
  const recall = { type: 'recall', tabId: await rig.tabId(page) };
  await until('it is remembered', () =>
    rig.api<boolean>(`browser.runtime.sendMessage(${JSON.stringify(recall)}).then(({ trouble }) => trouble === null)`),
  );
  const found = { count, background: [] as number[], recalled: [] as number[], history: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    // Only content scripts are told the state: it is refused at once.
    found.background.push(await asked(rig, { type: 'get-state' }));
    found.recalled.push(await asked(rig, recall));
  }
  await page.close();
  for (let round = 0; round < OPENINGS; round++) found.history.push(await openHistory(rig));
  return found;
}

const rowOf = (found: Found) => [
  found.count.toLocaleString('en'),
  ...TIMES.flatMap(([what]) => [median(found[what]).toFixed(0), Math.max(...found[what]).toFixed(0)]),
];

/** The real extension in a real browser. Build first. */
export async function startedTable(target: Target, most: number): Promise<Table> {
  const rig = await Rig.start(target, { site: (site) => site.page(STORY, html()) });
  try {
    const script = await bundle('tests/bench/memory/scale.page.ts');
    const found: Found[] = [];
    for (const count of COUNTS.filter((count) => count <= most)) found.push(await measure(rig, script, count));
    return {
      title: `A background that was stopped, and the history page, real ${target}, milliseconds`,
      columns: ['articles', ...TIMES.flatMap(([, , name]) => [name, 'worst'])],
      rows: [...found.map(rowOf), ...growthRows(found, TIMES)],
      plot: plot(
        TIMES.map(([what, mark, name]) => ({
          mark,
          name,
          points: found.slice(1).map((one) => [one.count, median(one[what])] as const),
        })),
        'ms',
      ),
      notes: [
        `From a message to its answer, ${ROUNDS} times each: the background is stopped, and then asked by another page of the extension. Met before: what the popup asks; the page’s article is sketched already, and looked up twice. The memory is opened for that only, so the start itself does not know how many articles there are.`,
        `History page: from its performance.timeOrigin until everything is drawn, ${OPENINGS} times each, in a tab behind another.`,
      ],
    };
  } finally {
    await rig.close();
  }
}
