import type { PageAnswer, PageMessage, PageProtocol } from '../messages.ts';
import { api } from './api.ts';

type PageMessageType = keyof PageProtocol;

/** What answers each of these messages. */
export type PageHandlers<Types extends PageMessageType> = {
  readonly [T in Types]: (message: PageMessage<T>) => PageAnswer<T>;
};

/** Answers what comes from the extension's own pages and the background. @returns what ends it */
export function listen<Types extends PageMessageType>(handlers: PageHandlers<Types>): () => void {
  const { runtime } = api() ?? {};
  const listener = (message: unknown, sender: { id?: string }, reply: (answer: unknown) => void): undefined => {
    if (sender.id !== runtime?.id) return;
    const { type } = message as { type: Types };
    if (!Object.hasOwn(handlers, type)) return;
    try {
      // The handler is looked up by the message's type, so it is the one for this message.
      reply((handlers[type] as (message: unknown) => unknown)(message));
    } catch {
      reply(undefined);
    }
  };
  // The polyfill's types know only listeners that return a promise.
  runtime?.onMessage.addListener(listener as never);
  return () => runtime?.onMessage.removeListener(listener as never);
}
