import type { Browser } from 'webextension-polyfill';
import type { BackgroundAnswer, BackgroundMessage, BackgroundProtocol } from '../messages.ts';

/**
 * The browser's own extension object: the polyfill would cost every page up to 1.2 ms. Read at each use, because the
 * browser takes it away when the extension is updated, disabled or removed.
 */
export function api(): Browser | undefined {
  const { browser, chrome } = globalThis as { browser?: Browser; chrome?: Browser };
  return browser ?? chrome;
}

/** `false` once the extension that this script came from is gone. */
export function isExtensionThere(): boolean {
  try {
    return typeof api()?.runtime?.id === 'string';
  } catch {
    return false;
  }
}

/** Sends to the background and to open popups. `undefined` where nobody answers, which is no error. */
export async function send<Type extends keyof BackgroundProtocol>(
  message: BackgroundMessage<Type>,
): Promise<BackgroundAnswer<Type> | undefined> {
  try {
    return await api()?.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}
