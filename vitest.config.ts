import { defineConfig } from 'vitest/config';

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

/**
 * `unit` runs in Node (a file asks for jsdom with `@vitest-environment jsdom`), `browser` drives the built extension.
 * `machine` does, too, and changes the clock and the disk under the browser: it takes Linux, root and a C compiler.
 */
export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx: { runtime: jsx.jsx, importSource: jsx.jsxImportSource } },
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'machine',
          include: ['tests/machine/**/*.test.ts'],
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
