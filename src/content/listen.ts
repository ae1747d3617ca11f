import type { PageAnswers, PageMessage } from '../messages.ts';
import { api } from './api.ts';

type Type = PageMessage['type'];

/** What is answered to each of these messages. */
export type Answers<T extends Type> = {
  readonly [K in T]: (
    message: Extract<PageMessage, { type: K }>,
  ) => K extends keyof PageAnswers ? PageAnswers[K] : unknown;
};

/** Answers what comes from the extension's own pages and the background. @returns what ends it */
export function listen<T extends Type>(answers: Answers<T>): () => void {
  const { runtime } = api() ?? {};
  const listener = (message: unknown, sender: { id?: string }, reply: (answer: unknown) => void): undefined => {
    if (sender.id !== runtime?.id) return;
    const { type } = message as { type: T };
    if (!Object.hasOwn(answers, type)) return;
    try {
      reply((answers[type] as (message: unknown) => unknown)(message));
    } catch {
      reply(undefined);
    }
  };
  // The polyfill's types know only listeners that return a promise.
  runtime?.onMessage.addListener(listener as never);
  return () => runtime?.onMessage.removeListener(listener as never);
}
