import type { Cleaner } from './clean.ts';
import type { Hiding } from './hide.ts';
import { listen } from './listen.ts';
import { report } from './report.ts';

/** Answers the popup and the background until `signal` is aborted. `off` ends everything. */
export function answer(cleaner: Cleaner, hiding: Hiding, off: () => void, signal: AbortSignal): void {
  const asReport = () => report(cleaner, hiding, location.href);
  const after = (act: () => void) => {
    act();
    return asReport();
  };
  const stop = listen<'report' | 'peek' | 'pause' | 'clean' | 'mode'>({
    report: asReport,
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
