/**
 * `npm start`: builds, opens a browser with the extension in it and the demo page, a repost, in front, with the popup open
 * where the browser allows it. `-- --demo ar` takes the page in Arabic. `-- --browser chromium|firefox` chooses, `-- --language de` makes the extension speak German whatever the browser
 * speaks; `-- --headless` opens no window, writes pictures to screenshots/, prints what was found, and ends.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { Report } from '../src/messages.ts';
import { findBrowser, howToInstall, provide } from './browsers.ts';
import { build } from './build.ts';
import { Rig, type RigOptions } from './drive/rig.ts';
import { until } from './drive/until.ts';
import { ROOT, TARGETS, type Target } from './paths.ts';

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}

/** The browser that was asked for, or the first that is here; where it may, it installs one. */
function choose(asked: string | undefined): Target {
  const target = TARGETS.find((name) => name === asked);
  if (asked !== undefined && !target) stop(`--browser ${asked}: there is ${TARGETS.join(' and ')}`);
  const wanted = target ?? TARGETS.find((name) => findBrowser(name)) ?? 'chromium';
  if (provide([wanted]).length > 0) stop(howToInstall([wanted]));
  return wanted;
}

/** The demo pages, by their language. */
const DEMOS: Readonly<Record<string, string>> = {
  en: 'http://akhbar.test/repost-en.html',
  ar: 'http://akhbar.test/repost-ar.html',
};

/** The address of the demo page that was asked for. */
const demoOf = (language: string): string =>
  DEMOS[language] ?? stop(`--demo ${language}: there is ${Object.keys(DEMOS).join(' and ')}`);

type Speaking = Pick<RigOptions, 'language'>;

/** The language that was asked for. */
function speaking(language: string | undefined): Speaking {
  if (language === undefined) return {};
  const known = existsSync(join(ROOT, 'src/locales', `${language}.json`));
  return known ? { language } : stop(`--language ${language}: there is no src/locales/${language}.json`);
}

const reportOf = async (rig: Rig, page: Page): Promise<Report | null> =>
  rig.api<Report | null>(
    `(async (tabId) => {
      await browser.scripting.executeScript({ target: { tabId }, files: ['reading.js'] });
      return (await browser.tabs.sendMessage(tabId, { type: 'report' })) ?? null;
    })(${await rig.tabId(page)}).catch(() => null)`,
  );

function describe({ verdict, original, pieces, summary, article }: Report): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`${title}:`, ...lines.map((line) => `  - ${line}`)] : [];
  return [
    `Headline: ${article?.headline ?? '(none)'}`,
    `Verdict: ${verdict.kind} (confidence ${verdict.confidence.toFixed(2)})`,
    ...list(
      'Signals',
      verdict.signals.map(({ id, quote }) => `${id}: ${quote}`),
    ),
    `Original: ${original?.url ?? original?.publisher ?? '(unknown)'}`,
    ...list(
      'Hidden',
      pieces.map(({ kind, text }) => `${kind}: ${text}`),
    ),
    ...list('Key sentences', [...(summary?.gist ?? []), ...(summary?.points ?? [])]),
  ].join('\n');
}

/** Pictures of the page before and after, and of the popup; prints what was found. */
async function show(target: Target, inLanguage: Speaking, demo: string): Promise<void> {
  const rig = await Rig.start(target, { ...inLanguage, extension: null });
  try {
    const folder = join(ROOT, 'screenshots');
    mkdirSync(folder, { recursive: true });
    const keep = (name: string, picture: Uint8Array) => {
      writeFileSync(join(folder, name), picture);
      console.log(`screenshots/${name}`);
    };
    const page = await rig.open(demo);
    keep('before.png', await page.screenshot({ fullPage: true }));
    await rig.install();
    // The first page of a new installation has opened over it, and a tab behind another is left as it is.
    await page.bringToFront();
    await page.reload();
    const report = await until(
      'the demo page is cleaned',
      () => reportOf(rig, page),
      (answer) => answer !== null && !answer.loading && answer.cleaning === 'cleaned',
      15_000,
    );
    keep('after.png', await page.screenshot({ fullPage: true }));
    const popup = await rig.popup(page);
    await until('the popup has its content', () => popup.evaluate(() => document.body.innerText.length > 100));
    keep('popup.png', await popup.screenshot());
    if (report) console.log(describe(report));
  } finally {
    await rig.close();
  }
}

/** A window that stays until its reader closes it. */
async function open(target: Target, inLanguage: Speaking, demo: string): Promise<void> {
  const rig = await Rig.start(target, { ...inLanguage, visible: true });
  const [first] = await rig.browser.pages();
  const page = first ?? (await rig.browser.newPage());
  await page.goto(demo);
  // The first page of a new installation opens beside it, and what opens last is in front.
  await page.bringToFront();
  await rig.popup(page).catch(() => console.log('This browser opens the popup only when its button is clicked.'));
  await rig.closeApi();
  console.log(`${await rig.browser.version()} with Clean Copy, at ${demo}. Close the window to end.`);
  const ended = new Promise<void>((done) => rig.browser.once('disconnected', () => done()));
  process.once('SIGINT', () => void rig.browser.close());
  await ended;
  await rig.close();
}

/** Whether a window can be opened. */
const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    language: { type: 'string' },
    demo: { type: 'string', default: 'en' },
    headless: { type: 'boolean', default: false },
  },
});
const inLanguage = speaking(values.language);
const demo = demoOf(values.demo);
const target = choose(values.browser);
const headless = values.headless || !hasDisplay();
if (headless && !values.headless) console.log('There is no display here: going on as with --headless.');
try {
  await build({ print: () => {} });
  await (headless ? show : open)(target, inLanguage, demo);
} catch (error) {
  stop((error as Error).message);
}
