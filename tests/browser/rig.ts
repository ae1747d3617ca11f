/**
 * Drives the built extension in a real Chromium and a real Firefox, with the same surface for both.
 *
 *     import { describeEachBrowser, until } from './rig.ts';
 *
 *     describeEachBrowser('the switch', (rig) => {
 *       test('…', async () => {
 *         rig().site.page('http://news.test/one', '<!doctype html>…');       // or .host('news.test', FOLDER | HANDLER)
 *         const page = await rig().open('http://news.test/one');              // a puppeteer Page: evaluate, click, …
 *         await until('badge', () => rig().badge(page), (text) => text === '3');
 *         const popup = await rig().popup(page);                              // the real toolbar popup
 *         await popup.click('button[name=off]');
 *         expect(await popup.evaluate(() => document.body.innerText)).toContain('…');
 *       });
 *     });
 *
 * - `npm run build` first: the rig copies `dist/` when it starts, so a build meanwhile does not disturb a test.
 * - Every address is answered by `rig().site`; nothing reaches the network. `http://akhbar.test/` is
 *   `tests/fixtures/site`. There is no https. `site.requests` is everything that was asked for.
 * - A worker has one Chromium and one Firefox for all of its files. Each `describe…` gets them as good as new; within it,
 *   give each test a host of its own, or put settings back. With `own: true` it gets a browser of its own.
 * - What runs when is the folder's: here in both browsers with `npm test`; `chromium-first/` in Chromium with `npm test`
 *   and in Firefox with `npm run test:all`; `long/` in both with `npm run test:all`.
 * - Functions given to `evaluate` run elsewhere: they see no variables from around them, only their arguments.
 * - Never wait for a time: wait with {@link until} for what is to become true.
 * - `vitest run --project browser -t firefox` runs one browser's tests, `--project long` what `npm run test:all` adds.
 * - `SCREENSHOTS=1` has pictures written.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, inject, type RunnerTestCase } from 'vitest';
import { Rig, type RigOptions } from '../../scripts/drive/rig.ts';
import type { View } from '../../scripts/drive/view.ts';
import { ROOT, TARGETS, type Target } from '../../scripts/paths.ts';
import { closeAtEnd } from './environment.ts';

export { FIXTURES, Rig, type RigOptions } from '../../scripts/drive/rig.ts';
export { until } from '../../scripts/drive/until.ts';
export type { View } from '../../scripts/drive/view.ts';

/** With `SCREENSHOTS=1`, writes a picture below `screenshots/`, which is not in the repository. */
export async function picture(name: string, of: Page | View): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  const file = join(ROOT, 'screenshots', `${name}.png`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await of.screenshot());
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that {@link describeChromiumFirst} means in this run. */
    chromiumFirst: Target;
  }
}

/** For the `describe…` below. */
export interface BrowserOptions extends RigOptions {
  /** A browser that nobody else has: for tests that end it, or change what {@link Rig.reset} does not put back. */
  readonly own?: boolean;
}

/** The browsers of this worker, kept from file to file. */
const shared = new Map<Target, Rig>();
closeAtEnd(async () => {
  await Promise.all([...shared.values()].map((rig) => rig.close()));
});

/** The browser of this worker, as good as new. */
async function borrow(target: Target, options: RigOptions): Promise<Rig> {
  const kept = shared.get(target);
  shared.delete(target);
  let rig = kept;
  try {
    await rig?.reset(options);
  } catch (error) {
    console.warn(`${target} is started anew:`, error);
    await rig?.close();
    rig = undefined;
  }
  rig ??= await Rig.start(target, options);
  shared.set(target, rig);
  return rig;
}

/** What the last try of a test ran into, where that was the end of its time. */
const timeoutOf = ({ result }: Readonly<RunnerTestCase>) => {
  const last = result?.errors?.at(-1);
  return last?.message.includes('timed out') ? last : undefined;
};

type Tests = (rig: () => Rig, target: Target) => void;

function describeIn(targets: readonly Target[], name: string, tests: Tests, options: BrowserOptions): void {
  const { own = false, ...rigOptions } = options;
  describe.each(targets)(`%s: ${name}`, (target) => {
    let rig: Rig | undefined;
    beforeAll(async () => {
      rig = own ? await Rig.start(target, rigOptions) : await borrow(target, rigOptions);
    });
    let seen: unknown;
    // A browser that hangs goes on hanging: each test would wait for the end of its time, and the run would have none.
    afterEach(async ({ task }) => {
      const timeout = timeoutOf(task);
      if (!timeout || timeout === seen) return;
      seen = timeout;
      console.warn(`${target} hangs in “${task.name}” and is started anew`);
      rig?.browser.process()?.kill('SIGKILL');
      await rig?.close().catch(() => {});
      rig = await Rig.start(target, rigOptions);
      if (!own) shared.set(target, rig);
    });
    afterAll(async () => {
      if (own) await rig?.close();
    });
    tests(() => {
      if (!rig) throw new Error('the browser has not started');
      return rig;
    }, target);
  });
}

/** The same tests in both browsers, one after the other. A browser that is missing fails them. */
export function describeEachBrowser(name: string, tests: Tests, options: BrowserOptions = {}): void {
  describeIn(TARGETS, name, tests, options);
}

/**
 * The same tests in both browsers: in Chromium with `npm test`, in Firefox with `npm run test:all`. For files in
 * `chromium-first/`.
 */
export function describeChromiumFirst(name: string, tests: Tests, options: BrowserOptions = {}): void {
  describeIn([inject('chromiumFirst')], name, tests, options);
}

/** Tests in Firefox alone, with `npm test`. */
export function describeFirefox(name: string, tests: Tests, options: BrowserOptions = {}): void {
  describeIn(['firefox'], name, tests, options);
}
