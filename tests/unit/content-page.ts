/** A page under a cleaner, as the content script has it, with nothing of a browser but the document. For jsdom. */
import { Arrival } from '../../src/content/arrival.ts';
import { Cleaner } from '../../src/content/cleaner.ts';
import { Hiding } from '../../src/content/hide.ts';
import type { ChangedMessage } from '../../src/content/report-changes.ts';
import type { Viewport } from '../../src/content/viewport.ts';
import { Watcher } from '../../src/content/watcher.ts';
import type { PageSettings } from '../../src/messages.ts';

export const SETTINGS: PageSettings = { mode: 'auto', kindsOff: [], kindsOn: [], adTokensAnywhere: true };

const PARAGRAPHS = [
  'The boats came back to the harbour in the evening, one after another, with their nets folded on the deck.',
  'The harbour master had waited since noon, and counted them in as he had counted them out two days before.',
  'Nobody was hurt, she said, and the catch was small; what mattered was that every boat had kept its radio on.',
  'All but one had taken shelter behind the island, where the storm could be heard and hardly felt at all.',
];
/** An article of four paragraphs, with no sign of a repost. */
export const ARTICLE = `<h1>Boats return after the storm</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}`;
export const SOURCE_LINK = '<p><a href="https://other.example/2026/boats">Source link</a></p>';

class FakeSheet {
  replaceSync(): void {}
}

/** jsdom has no constructed sheets. */
export function fakeSheets(): void {
  Object.assign(globalThis, { CSSStyleSheet: FakeSheet });
  const adopted = new WeakMap<object, unknown[]>();
  Object.defineProperty(Document.prototype, 'adoptedStyleSheets', {
    configurable: true,
    get() {
      return adopted.get(this) ?? [];
    },
    set(sheets: unknown[]) {
      adopted.set(this, sheets);
    },
  });
}

/** A page under a watcher: what it asks for comes when the test says so. */
export function watcherOn(html: string, settings: Partial<PageSettings> = {}) {
  document.body.innerHTML = html;
  const hiding = new Hiding(document, 'testing');
  const idle: ((deadline: { timeRemaining(): number }) => void)[] = [];
  const asked: ((came: boolean) => void)[] = [];
  const watcher = new Watcher(
    {
      document,
      hiding,
      arrival: new Arrival(document, hiding),
      bring: () => new Promise((came) => asked.push(came)),
      requestIdle: (work) => void idle.push(work),
      afterPaint: (act) => act(),
    },
    { ...SETTINGS, ...settings },
  );
  /** The page has nothing to do for as long as work is left. */
  const beIdle = () => {
    while (idle.length > 0) idle.shift()?.({ timeRemaining: () => 50 });
  };
  return { watcher, hiding, beIdle, asked };
}

/**
 * @param now the time in milliseconds; by default it stands still, so that an analysis is one slice
 * @returns the cleaner, and the messages that it has sent to the background
 */
export function cleanerOn(html: string, settings: Partial<PageSettings> = {}, now = () => 0) {
  document.body.innerHTML = html;
  const changes: ChangedMessage[] = [];
  const hiding = new Hiding(document, 'testing');
  const cleaner = new Cleaner(
    {
      document,
      hiding,
      arrival: new Arrival(document, hiding),
      hasSelected: () => true,
      viewport: { hold: (_: unknown, act: () => void) => act() } as Viewport,
      withoutObserving: (act) => act(),
      applied: () => {},
      changed: (message) => changes.push(message),
      now,
    },
    { ...SETTINGS, ...settings },
  );
  return { cleaner, hiding, changes };
}
