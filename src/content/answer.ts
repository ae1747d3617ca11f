import type { Cleaner } from './clean.ts';
import { listen } from './listen.ts';

/** Answers the popup and the background until `signal` is aborted. `off` ends everything. */
export function answer(cleaner: Cleaner, off: () => void, signal: AbortSignal): void {
  const after = (act: () => void) => {
    act();
    return cleaner.standing;
  };
  const stop = listen<'standing' | 'peek' | 'pause' | 'clean' | 'mode'>({
    standing: () => cleaner.standing,
    peek: ({ on }) => after(() => cleaner.peek(on)),
    pause: () => after(() => cleaner.ask('pause')),
    clean: () => after(() => cleaner.ask('clean')),
    mode: (message) => {
      if (message.mode === 'off') off();
      else cleaner.choose(message);
      return true;
    },
  });
  signal.addEventListener('abort', stop);
}
