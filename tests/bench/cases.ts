/** The small pages of `../shared/cases`, each with one fault of a kind: what is seen of them in each browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { Rig } from '../../scripts/drive/rig.ts';
import type { Shown } from '../../scripts/drive/running-browser.ts';
import { ROOT, type Target } from '../../scripts/paths.ts';
import type { Bench } from './bench.ts';

const DIR = join(ROOT, '../shared/cases');
/** Between the load event, or the last step, and the look at the page. */
const SETTLE_MS = 1500;
/** Before the first step, and between two parts of a page that arrives in parts. */
const STEP_MS = 900;
const PART_MS = 250;

interface Expected {
  readonly visible?: readonly string[];
  readonly hidden?: readonly string[];
  /** Expressions that are true in the page. */
  readonly evalTrue?: readonly string[];
  /** `true` for any. */
  readonly badge?: string | true;
  readonly maxLongTaskMs?: number;
}
interface Case {
  readonly name: string;
  readonly kind: string;
  readonly file?: string;
  readonly url: string;
  readonly mode?: 'always';
  readonly chunks?: boolean;
  readonly steps?: readonly Record<string, string | number>[];
  readonly expect: Expected;
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));
const folded = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** Everything that can be read on the page, in open shadow roots too. */
const TEXT = `(() => {
  const inside = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])]);
  const roots = [document.documentElement, ...inside.filter((element) => element.checkVisibility())];
  return roots.map((element) => element.innerText).join('\\n');
})()`;

const setMode = (rig: Rig, { url }: Case, mode: string) =>
  rig.api(`browser.storage.local.get('sites').then(({ sites = {} }) =>
    browser.storage.local.set({ sites: { ...sites, ${JSON.stringify(new URL(url).hostname)}: ${JSON.stringify(mode)} } })).then(() => 0)`);

/** What each step does. */
const STEPS: Readonly<Record<string, (page: Page, value: string, rig: Rig, one: Case) => Promise<unknown>>> = {
  eval: (page, code) => page.evaluate(`(async () => { ${code} })()`),
  wait: (_, ms) => sleep(Number(ms)),
  click: (page, selector) => page.click(selector),
  focus: (page, selector) => page.focus(selector),
  type: (page, text) => page.keyboard.type(text),
  key: (page, key) => page.keyboard.press(key as 'Tab'),
  wheel: async (page, deltaY) => {
    await page.mouse.move(300, 300);
    await page.mouse.wheel({ deltaY: Number(deltaY) });
  },
  mouse: async (page, selector) => {
    const box = await (await page.$(selector))?.boundingBox();
    if (!box) throw new Error(`there is no ${selector}`);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.up();
  },
  mode: (_, mode, rig, one) => setMode(rig, one, mode),
};

/** A case that this can judge: something is seen, and every step is known. */
const canJudge = ({ file, steps = [], expect }: Case): boolean =>
  file !== undefined &&
  expect.maxLongTaskMs === undefined &&
  ['visible', 'hidden', 'evalTrue', 'badge'].some((key) => key in expect) &&
  steps.every((step) => Object.keys(step).every((key) => key in STEPS));

async function isRight(rig: Rig, page: Shown, { expect }: Case): Promise<boolean> {
  const text = folded(String(await page.evaluate(TEXT)));
  const trues = await Promise.all((expect.evalTrue ?? []).map((code) => page.evaluate(code).catch(() => false)));
  const badge = 'badge' in expect ? await rig.badge(page) : expect.badge;
  return (
    (expect.visible ?? []).every((words) => text.includes(folded(words))) &&
    !(expect.hidden ?? []).some((words) => text.includes(folded(words))) &&
    trues.every((is) => is === true) &&
    (expect.badge === true ? badge !== '' : badge === expect.badge)
  );
}

async function judge(rig: Rig, one: Case): Promise<boolean> {
  const url = one.url.replace(/^https:/, 'http:');
  const html = readFileSync(join(DIR, one.file ?? ''), 'utf8');
  rig.site.page(url, async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    for (const part of one.chunks ? html.split('<!--CHUNK-->') : [html]) {
      response.write(part);
      if (one.chunks) await sleep(PART_MS);
    }
    response.end();
  });
  if (one.mode) await setMode(rig, one, one.mode);
  const page = await rig.open(url);
  try {
    await page.bringToFront();
    await sleep(STEP_MS);
    for (const step of one.steps ?? [])
      for (const [key, value] of Object.entries(step)) await STEPS[key]?.(page, String(value), rig, one);
    await sleep(SETTLE_MS);
    return await isRight(rig, await rig.shownIn(page), one);
  } finally {
    await page.close().catch(() => {});
  }
}

async function wrongIn(target: Target, cases: readonly Case[]): Promise<string[]> {
  const rig = await Rig.start(target);
  const wrong: string[] = [];
  try {
    for (const one of cases) if (!(await judge(rig, one).catch(() => false))) wrong.push(`${one.kind}/${one.name}`);
  } finally {
    await rig.close();
  }
  return wrong;
}

async function run({ browsers, only }: Parameters<Bench['run']>[0]) {
  const lines = readFileSync(join(DIR, 'cases.jsonl'), 'utf8').split('\n').filter(Boolean);
  const isWanted = ({ kind }: Case) => only.length === 0 || only.includes(kind);
  const cases = lines.map((line) => JSON.parse(line) as Case).filter((one) => canJudge(one) && isWanted(one));
  const rows: string[][] = [];
  const notes: string[] = [];
  for (const target of browsers) {
    const wrong = await wrongIn(target, cases);
    rows.push([target, `${cases.length - wrong.length} of ${cases.length}`]);
    if (wrong.length > 0) notes.push(`Wrong in ${target}: ${wrong.join(', ')}.`);
  }
  return [{ title: 'Small pages with one fault each, as they are seen', columns: ['browser', 'right'], rows, notes }];
}

export const cases: Bench = { name: 'cases', run };
