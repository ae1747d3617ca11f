/** The environment of a worker that drives browsers: they live until the worker ends, not only until a file does. */
import type { Environment } from 'vitest/runtime';

type Close = () => Promise<void>;
/** Tests load this module once more than Vitest does; what they share is on the global object. */
const { closing } = Object.assign(globalThis, {
  closing: (globalThis as { closing?: Set<Close> }).closing ?? new Set<Close>(),
});

/** Has something done when the worker ends. */
export function closeAtEnd(close: Close): void {
  closing.add(close);
}

export default {
  name: 'browsers',
  viteEnvironment: 'ssr',
  setup: () => ({
    async teardown() {
      await Promise.all([...closing].map((close) => close()));
    },
  }),
} satisfies Environment;
