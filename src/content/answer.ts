import type { Analysis } from '../engine/types.ts';
import type { PageAnswers, PageMessage } from '../messages.ts';
import { api } from './api.ts';
import type { Cleaner } from './clean.ts';
import type { Hiding } from './hide.ts';
import { placeOfSentence, placeOfSignal } from './place.ts';
import { reading, report } from './report.ts';

type Answers = {
  readonly [T in PageMessage['type']]: (
    message: Extract<PageMessage, { type: T }>,
  ) => T extends keyof PageAnswers ? PageAnswers[T] : void;
};

/** Answers the popup and the background until `signal` is aborted. `off` ends everything. */
export function answer(cleaner: Cleaner, hiding: Hiding, off: () => void, signal: AbortSignal): void {
  const asReport = () => report(cleaner, hiding, location.href);
  const after = (act: () => void) => {
    act();
    return asReport();
  };
  const analysed = <T>(act: (analysis: Analysis) => T, otherwise: T): T =>
    cleaner.analysis ? act(cleaner.analysis) : otherwise;
  const answers: Answers = {
    report: asReport,
    peek: ({ on }) => after(() => cleaner.peek(on)),
    pause: () => after(() => cleaner.ask('pause')),
    clean: () => after(() => cleaner.ask('clean')),
    mode: (message) => (message.mode === 'off' ? off() : cleaner.choose(message)),
    'show-sentence': ({ text }) => analysed((analysis) => hiding.show(placeOfSentence(analysis, text)), false),
    'show-signal': ({ index }) => analysed((analysis) => hiding.show(placeOfSignal(analysis, index)), false),
    export: ({ format }) => analysed((analysis) => reading()?.formats[format](analysis) ?? '', ''),
    'telling-sentence': () => analysed((analysis) => reading()?.tellingSentence(analysis) ?? '', ''),
  };

  const { runtime } = api() ?? {};
  const listener = (message: unknown, sender: { id?: string }, reply: (answer: unknown) => void): undefined => {
    if (sender.id !== runtime?.id) return;
    const { type } = message as PageMessage;
    if (!Object.hasOwn(answers, type)) return;
    try {
      reply((answers[type] as (message: unknown) => unknown)(message));
    } catch {
      reply(undefined);
    }
  };
  // The polyfill's types know only listeners that return a promise.
  runtime?.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => runtime?.onMessage.removeListener(listener as never));
}
