/** Keyboard commands, where the browser has them. */
import browser from 'webextension-polyfill';

/** Calls with the tab that the command is for. */
export function onCommand(name: string, action: (tabId: number) => unknown): void {
  browser.commands?.onCommand.addListener(async (command, tab) => {
    if (command !== name) return;
    const id = tab?.id ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
    if (id !== undefined) action(id);
  });
}
