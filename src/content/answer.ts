import type { Analysis, TextSpan } from '../engine/types.ts';
import type { PageAnswers, PageMessage } from '../messages.ts';
import { api } from './api.ts';
import type { Cleaner } from './clean.ts';
import type { Hiding } from './hide.ts';
import { reading } from './injected.ts';
import type { Reading } from './reading.ts';
import { report } from './report.ts';

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
  const analysed = <T>(act: (analysis: Analysis, tools: Reading) => T): T | null => {
    const tools = reading();
    return cleaner.analysis && tools ? act(cleaner.analysis, tools) : null;
  };
  const show = (place: (analysis: Analysis, tools: Reading) => TextSpan[]) => hiding.show(analysed(place) ?? []);
  const answers: Answers = {
    report: asReport,
    peek: ({ on }) => after(() => cleaner.peek(on)),
    pause: () => after(() => cleaner.ask('pause')),
    clean: () => after(() => cleaner.ask('clean')),
    mode: (message) => (message.mode === 'off' ? off() : cleaner.choose(message)),
    'show-sentence': ({ text }) => show((analysis, { placeOfSentence }) => placeOfSentence(analysis, text)),
    'show-signal': ({ index }) => show((analysis, { placeOfSignal }) => placeOfSignal(analysis, index)),
    export: () => analysed((analysis, { articleParts }) => articleParts(analysis)) ?? [],
    'telling-sentence': () => analysed((analysis, { tellingSentence }) => tellingSentence(analysis)) ?? '',
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
