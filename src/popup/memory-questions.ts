/** What the popup knows of the reader's memory: whether the article was met before, or whether to ask for consent. */
import browser, { type Tabs } from 'webextension-polyfill';
import type { Recollection, Report } from '../messages.ts';
import type { Settings } from '../settings/schema.ts';
import { recall } from './api.ts';

export interface Remembered {
  /** `null` where nothing is remembered, and until it is known. */
  readonly recollection: Recollection | null;
  /** The reader is asked whether articles may be remembered. */
  readonly asks: boolean;
}

/** The reader is asked over this repost, counted from the first on which they open the popup: they know by then what it is good for. */
const ASKS_AT_REPOST = 3;

/** How many reposts the popup was opened over while nobody had been asked; no setting, and not a reader's to see. */
const COUNT = 'repostsBeforeAsking';

export class MemoryQuestions {
  #known: Remembered = { recollection: null, asks: false };
  /** The address that the last question was about. */
  #url: string | null = null;
  #counted = false;

  get known(): Remembered {
    return this.#known;
  }

  /** Asks about a page, once. Whether there is more to draw now. */
  async ask(tab: Tabs.Tab, report: Report, { remember }: Settings): Promise<boolean> {
    if (tab.incognito || tab.id === undefined || report.loading) return false;
    if (remember === 'on') return this.#recall(tab.id, report.url);
    if (remember === 'ask') return this.#count(report);
    return false;
  }

  async #recall(tabId: number, url: string): Promise<boolean> {
    if (this.#url === url) return false;
    this.#url = url;
    this.#known = { ...this.#known, recollection: null };
    const recollection = await recall(tabId);
    if (this.#url !== url) return false;
    this.#known = { ...this.#known, recollection };
    return true;
  }

  /** Asked once, whatever the answer: a popup that is closed without one is a no until the options say otherwise. */
  async #count({ verdict: { kind } }: Report): Promise<boolean> {
    if (this.#counted || (kind !== 'repost' && kind !== 'likely-repost')) return false;
    this.#counted = true;
    try {
      const stored = (await browser.storage.local.get(COUNT))[COUNT];
      const count = (typeof stored === 'number' ? stored : 0) + 1;
      await browser.storage.local.set({ [COUNT]: count });
      this.#known = { ...this.#known, asks: count === ASKS_AT_REPOST };
      return this.#known.asks;
    } catch {
      // Asked another time.
      return false;
    }
  }

  /** The reader has said yes or no. */
  answered(): void {
    this.#known = { ...this.#known, asks: false };
  }
}
