import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

/** Tests of what is pure: no file of theirs replaces a module or a global, or has state that another one could meet. */
const PURE = [
  '{article,clutter,repost,rules,scripts,summary}/**/*',
  'copies',
  'every-fixture',
  'fixtures',
  'phrases',
].map((name) => `tests/unit/${name}.test.ts`);
/** vitest would leave one processor to itself, and it has little to do once the files are read. */
const ofUnit = { pool: 'threads', testTimeout: 60_000, maxWorkers: Math.max(2, availableParallelism()) } as const;

/**
 * Files share the browsers of their worker, see tests/browser/environment.ts. A browser on a busy machine now and then
 * misses a press: what fails is run once more, and named at the end of the run if it passes then.
 */
const inBrowsers = {
  retry: 1,
  environment: './tests/browser/environment.ts',
  isolate: false,
  maxWorkers: Math.min(4, Math.max(2, Math.ceil(1.5 * availableParallelism()))),
  sequence: { groupOrder: 1 },
  testTimeout: 120_000,
  hookTimeout: 180_000,
};

/**
 * `unit` and `unit-alone` run in Node (a file asks for jsdom with `@vitest-environment jsdom`). Files of `unit` share a
 * worker and so load jsdom and the engine once; those of `unit-alone` have one each. `browser` drives the built extension.
 * `long` does the same with what is too long for `npm test`: which folder belongs to which, tests/browser/rig.ts says.
 * `machine` drives it, too, and changes the clock and the disk under the browser: it takes Linux, root and a C compiler.
 */
export default defineConfig({
  test: {
    reporters: ['default', './tests/browser/flaky-reporter.ts'],
    projects: [
      { test: { ...ofUnit, name: 'unit', include: PURE, isolate: false } },
      {
        oxc: { jsx: { runtime: jsx.jsx, importSource: jsx.jsxImportSource } },
        test: { ...ofUnit, name: 'unit-alone', include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: PURE },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/{,chromium-first/}*.test.ts'],
          provide: { chromiumFirst: 'chromium' },
          ...inBrowsers,
        },
      },
      {
        test: {
          name: 'long',
          include: ['tests/browser/{chromium-first,long}/*.test.ts'],
          provide: { chromiumFirst: 'firefox' },
          ...inBrowsers,
        },
      },
      {
        test: {
          name: 'machine',
          // After a full disk Chromium now and then forgets a key when it starts again. See `inBrowsers`.
          retry: 1,
          include: ['tests/machine/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
