/** What the history page shows of the memory, and what the reader does with it. */
import { plural, t } from '../locales/t.ts';
import type { RememberedArticle } from '../memory/article.ts';
import { asFile, BadFile, fromFile } from '../memory/file.ts';
import { Memory } from '../memory/memory.ts';
import type { Recollection } from '../messages.ts';
import { DEFAULTS, type Settings } from '../settings/schema.ts';

export interface HistoryView {
  readonly settings: Settings;
  /** The last that were met first; `null` until they are known, and when they cannot be. */
  readonly articles: readonly RememberedArticle[] | null;
  readonly trouble: Recollection['trouble'];
  /** What was done last, said aloud. */
  readonly news: string;
}

export class ReadingHistory {
  readonly #memory = new Memory();
  readonly #draw: (view: HistoryView) => void;
  #view: HistoryView = { settings: DEFAULTS, articles: null, trouble: null, news: '' };

  constructor(draw: (view: HistoryView) => void) {
    this.#draw = draw;
    // Articles that are read meanwhile in other tabs are there when the reader comes back.
    document.addEventListener('visibilitychange', () => document.hidden || this.#read());
  }

  #show(view: Partial<HistoryView>): void {
    this.#view = { ...this.#view, ...view };
    this.#draw(this.#view);
  }

  async follow(settings: Settings): Promise<void> {
    this.#view = { ...this.#view, settings };
    await this.#read();
  }

  async #read(): Promise<void> {
    try {
      const articles = await this.#memory.all();
      this.#show({ articles, trouble: await this.#memory.trouble() });
    } catch {
      this.#show({ articles: null, trouble: 'unavailable' });
    }
  }

  /** Does something to the memory and says what came of it. */
  async #act(work: () => Promise<string>): Promise<void> {
    try {
      this.#view = { ...this.#view, news: await work() };
    } catch (error) {
      const isBad = error instanceof BadFile;
      this.#view = {
        ...this.#view,
        news: isBad ? t('history_bad_file', error.at, error.message) : t('options_failed'),
      };
    }
    await this.#read();
  }

  forget(ids: readonly number[]): Promise<void> {
    return this.#act(async () => {
      await this.#memory.forget(ids);
      return plural('history_forgotten', ids.length);
    });
  }

  forgetAll(): Promise<void> {
    return this.#act(async () => {
      const count = await this.#memory.count();
      await this.#memory.forgetAll();
      return plural('history_forgotten', count);
    });
  }

  /** Takes in what a file holds. */
  takeIn(file: Blob): Promise<void> {
    return this.#act(async () => {
      const entries = fromFile(await file.text());
      return plural('history_taken_in', await this.#memory.add(entries, this.#view.settings.rememberMost));
    });
  }

  /** Hands everything to the browser as a file. */
  async save(): Promise<void> {
    try {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([asFile(await this.#memory.entries())], { type: 'application/json' }));
      link.download = 'clean-copy-memory.json';
      link.click();
    } catch {
      this.#show({ news: t('options_failed') });
    }
  }

  async troubleSeen(): Promise<void> {
    await this.#memory.troubleSeen().catch(() => undefined);
    await this.#read();
  }
}
