/** One popup over one tab: gathers the facts, keeps them up to date, and does what the reader presses. */
import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import type { PageMessage, Report } from '../messages.ts';
import { hasAccess, requestAccess } from '../settings/access.ts';
import { DEFAULTS, type Mode, type Settings } from '../settings/schema.ts';
import { inheritedMode, modeFor, siteOf, switchMode } from '../settings/site.ts';
import { loadOrDefaults, update } from '../settings/store.ts';
import { ask, askReport, cleanTab, download, iconOf, lookInto, openTab, search, targetTab } from './api.ts';
import { Correcting } from './correcting.ts';
import { webAddress } from './format.ts';
import { type Copy, copyOf, fileName } from './formats/copy.ts';
import { asHtmlFile, asQuote } from './formats/html.ts';
import { asMarkdown, asMarkdownFile } from './formats/markdown.ts';
import { asText } from './formats/text.ts';
import { type Remembered, Remembering } from './remembering.ts';
import { type Entry, type Facts, type State, stateOf, withMemory } from './state.ts';

/** After the reader switched the Site on, the background needs a moment to reach the tab. Milliseconds. */
const ARRIVAL = { tries: 20, pause: 100 };

/** How long a page may take over an answer before it counts as one that cannot be reached. Milliseconds. */
const PATIENCE = 4000;

/** Between two questions about a page that changes. Milliseconds. */
const PAUSE = 50;

/** To the clipboard. A quotation goes as rich text, and as plain text for those who take no other. */
const COPIES = {
  text: (copy: Copy) => navigator.clipboard.writeText(asText(copy)),
  markdown: (copy: Copy) => navigator.clipboard.writeText(asMarkdown(copy)),
  quote: (copy: Copy) =>
    navigator.clipboard.write([new ClipboardItem({ 'text/html': asQuote(copy), 'text/plain': asText(copy) })]),
};
export type CopyFormat = keyof typeof COPIES;

const FILES = {
  markdown: { ending: 'md', type: 'text/markdown', write: asMarkdownFile },
  html: { ending: 'html', type: 'text/html', write: asHtmlFile },
};
export type FileFormat = keyof typeof FILES;

/** Everything the popup draws. */
export interface View extends Pick<Facts, 'site' | 'mode' | 'report'> {
  readonly state: State;
  readonly icon: string | null;
  readonly look: Settings['look'];
  readonly textSize: Settings['textSize'];
  readonly remembered: Remembered;
  /** Passing news: "Copied" and the like. The number tells the same news, said again, apart. */
  readonly news: { readonly text: string; readonly number: number } | null;
}

const UNKNOWN: Facts = {
  known: false,
  site: null,
  mode: 'auto',
  access: true,
  waiting: true,
  report: null,
  entry: 'unknown',
};
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A page that is busy with itself may never answer. */
const inTime = <T>(answer: Promise<T>): Promise<T | null> => Promise.race([answer, sleep(PATIENCE).then(() => null)]);

export class Session {
  #draw: (view: View) => void;
  #tab: Tabs.Tab | null = null;
  /** What puts right what is wrong on the page. */
  correcting: Correcting | null = null;
  #settings: Settings = DEFAULTS;
  #facts: Facts = UNKNOWN;
  /** Resolves when {@link Facts.known} is true. */
  #known: Promise<void> | null = null;
  #news: View['news'] = null;
  #remembering = new Remembering();
  /** Counts questions, so that a late answer to an old one is dropped. */
  #question = 0;
  /** Counts presses of the switch: what comes of one that was followed by another is not drawn. */
  #turn = 0;
  #soon: ReturnType<typeof setTimeout> | null = null;

  constructor(draw: (view: View) => void) {
    this.#draw = draw;
  }

  /** Resolves when everything that can be known at once is drawn. */
  async start(): Promise<void> {
    const known = Promise.all([loadOrDefaults(), hasAccess()]);
    this.#tab = await targetTab();
    this.#meet();
    this.#listen();
    const corrections = this.correcting?.look().catch(() => undefined);
    this.#known = known.then(async ([{ settings }, access]) => {
      await corrections;
      this.#settings = settings;
      this.#know({ known: true, access, ...this.#place() });
    });
    await this.refresh();
  }

  #meet(): void {
    this.correcting = this.#tab && new Correcting(this.#tab, () => this.#say(t('popup_failed')));
  }

  /** What the tab's address says. */
  #place(): Pick<Facts, 'site' | 'mode'> {
    const url = this.#tab?.url ?? '';
    return { site: siteOf(url), mode: modeFor(url, this.#settings) };
  }

  get view(): View {
    const { site, mode, report } = this.#facts;
    const icon = this.#tab && site ? iconOf(this.#tab) : null;
    const remembered = this.#remembering.known;
    const state = withMemory(stateOf(this.#facts), remembered);
    const { look, textSize } = this.#settings;
    return { site, mode, report, icon, look, textSize, state, remembered, news: this.#news };
  }

  #know(facts: Partial<Facts>): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  /** Asks for a Report, finds out why there is none, and draws. An answer that comes late is drawn late. */
  async refresh(): Promise<void> {
    const question = ++this.#question;
    const isCurrent = () => question === this.#question;
    const id = this.#tab?.id;
    // The tab is asked before the settings are there.
    const answer = id ? askReport(id) : null;
    await this.#known;
    const tooLong = setTimeout(() => isCurrent() && this.#settle(null), PATIENCE);
    const report = await answer;
    const { site, mode, access } = this.#facts;
    const entry = !report && id && site && access && mode !== 'off' ? await lookInto(id) : 'unknown';
    clearTimeout(tooLong);
    if (isCurrent()) this.#settle(report, entry);
  }

  #settle(report: Report | null, entry: Entry = 'unknown'): void {
    this.#know({ report, entry, waiting: this.#tab?.status === 'loading' });
    this.#draw(this.view);
    this.#recall();
  }

  /** Whether the article was met before is known later than the rest. */
  async #recall(): Promise<void> {
    const { report } = this.#facts;
    if (this.#tab && report?.article && (await this.#remembering.ask(this.#tab, report, this.#settings)))
      this.#draw(this.view);
  }

  /** What the reader says to being asked whether articles may be remembered. */
  async setRemember(remember: 'on' | 'off'): Promise<void> {
    if (!(await this.#change((settings) => ({ ...settings, remember })))) return;
    this.#remembering.answered();
    this.#say(t(remember === 'on' ? 'popup_remembering' : 'popup_not_remembering'));
    await this.#recall();
  }

  /** Everything that is remembered, in a tab of its own. */
  async history(): Promise<void> {
    if (this.#tab) await openTab(browser.runtime.getURL('history.html'), this.#tab);
    window.close();
  }

  /** A page that changes all the time is not asked all the time. */
  #refreshSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      this.refresh();
    }, PAUSE);
  }

  #listen(): void {
    const id = this.#tab?.id;
    browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
      if ((message as { type?: unknown } | null)?.type === 'changed' && sender.tab?.id === id) this.#refreshSoon();
      // Nothing is returned: the answer, if any, is the background's.
      return undefined;
    });
    browser.tabs.onUpdated.addListener((tabId, change, tab) => {
      if (tabId !== id || !(change.status || change.url)) return;
      this.#tab = tab;
      this.#meet();
      this.#know(this.#place());
      this.refresh();
    });
  }

  /** Changes the settings, or says that it did not work. */
  async #change(change: (settings: Settings) => Settings): Promise<boolean> {
    try {
      this.#settings = await update(change);
      return true;
    } catch {
      this.#say(t('popup_failed'));
      return false;
    }
  }

  /** What the page answers; `null` when that takes too long. */
  async #ask<M extends PageMessage>(message: M) {
    const id = this.#tab?.id;
    return id === undefined ? null : inTime(ask(id, message));
  }

  #say(text: string): void {
    this.#news = { text, number: (this.#news?.number ?? 0) + 1 };
    this.#draw(this.view);
  }

  /** Sends what changes the page, and draws what comes of it. */
  async tell(message: Extract<PageMessage, { type: 'peek' | 'pause' | 'clean' }>): Promise<void> {
    const question = ++this.#question;
    const standing = await this.#ask(message);
    const report = standing && (await this.#ask({ type: 'report' }));
    if (question !== this.#question) return;
    if (report) this.#settle(report);
    else this.#say(t('popup_failed'));
  }

  /** Shows what is hidden, each piece with a button that has it shown from now on. */
  async peek(on: boolean): Promise<void> {
    await this.tell({ type: 'peek', on });
    if (on) await this.correcting?.offerAgain();
  }

  /** Shows where on the page something was seen. */
  async show(message: Extract<PageMessage, { type: 'show-sentence' | 'show-signal' }>): Promise<void> {
    const found = await this.#ask(message);
    if (found === null) this.#say(t('popup_failed'));
    else if (found === false) this.#say(t('popup_no_place'));
    // There the popup covers the page.
    else if (/Android/.test(navigator.userAgent)) window.close();
  }

  /** Sets the Site's Mode; `on` is the one it would have had, had it not been switched off. */
  async setMode(mode: Mode | 'on'): Promise<void> {
    const { site, mode: before } = this.#facts;
    if (!site) return;
    const change = (settings: Settings) => {
      const inherited = inheritedMode(site, settings);
      const on = inherited === 'off' ? 'auto' : inherited;
      return switchMode(settings, site, mode === 'on' ? on : mode);
    };
    const turn = ++this.#turn;
    // Drawn before it is stored: pressed again meanwhile, the switch means the opposite.
    this.#settings = change(this.#settings);
    this.#know(this.#place());
    this.#draw(this.view);
    const isChanged = await this.#change(change);
    if (turn !== this.#turn) return;
    if (!isChanged) this.#settings = (await loadOrDefaults()).settings;
    this.#know(this.#place());
    if (!isChanged) this.#draw(this.view);
    else if (this.#facts.mode === 'off') {
      // Not asked: the content script may answer once more while it takes its leave.
      this.#question++;
      this.#know({ report: null, entry: 'unknown' });
      this.#draw(this.view);
    } else if (before === 'off') await this.#arrive();
    else this.#draw(this.view);
  }

  /** Waits for the content script to come into a tab that was without one. */
  async #arrive(): Promise<void> {
    if (!this.#tab?.id) return;
    const question = ++this.#question;
    this.#know({ waiting: true });
    this.#draw(this.view);
    for (let attempt = 0; attempt < ARRIVAL.tries; attempt++) {
      const report = await inTime(askReport(this.#tab.id));
      if (question !== this.#question) return;
      if (report) return this.#settle(report);
      await sleep(ARRIVAL.pause);
    }
    await this.refresh();
  }

  /** "Clean this page" where the Site is off. */
  async cleanOnce(): Promise<void> {
    if (!this.#tab?.id) return;
    if (await inTime(cleanTab(this.#tab.id))) await this.refresh();
    else this.#say(t('popup_failed'));
  }

  async open(url: string): Promise<void> {
    const address = webAddress(url);
    if (address && this.#tab) await openTab(address.href, this.#tab);
  }

  async find(): Promise<void> {
    if (!this.#tab) return;
    const phrase = await this.#ask({ type: 'telling-sentence' });
    try {
      if (!phrase) throw new Error('no sentence to search for');
      await search(`"${phrase.replaceAll('"', ' ').trim()}"`, this.#settings.search, this.#tab);
    } catch {
      this.#say(t('popup_find_failed'));
    }
  }

  /** The article as it is copied and saved. `null` when the page does not hand it over. */
  async #copied(): Promise<Copy | null> {
    const { report } = this.#facts;
    if (!report) return null;
    const parts = await this.#ask({ type: 'export' });
    return parts?.length ? copyOf(report, parts) : null;
  }

  async copy(format: CopyFormat): Promise<void> {
    try {
      const copy = await this.#copied();
      if (!copy) throw new Error('nothing to copy');
      await COPIES[format](copy);
      this.#say(t('popup_copied'));
    } catch {
      this.#say(t('popup_copy_failed'));
    }
  }

  async save(format: FileFormat): Promise<void> {
    const copy = await this.#copied();
    if (!copy) return this.#say(t('popup_failed'));
    const { ending, type, write } = FILES[format];
    download(write(copy), type, fileName(copy, ending));
    this.#say(t('popup_saved'));
  }

  /** The clean article in a tab of its own, which opens the browser's print dialogue. */
  async print(): Promise<void> {
    const id = this.#tab?.id;
    if (id && this.#tab) await openTab(browser.runtime.getURL(`popup.html?print=${id}`), this.#tab);
  }

  async reload(): Promise<void> {
    if (!this.#tab?.id) return;
    this.#know({ report: null, waiting: true, entry: 'unknown' });
    this.#draw(this.view);
    await browser.tabs.reload(this.#tab.id);
  }

  async allow(): Promise<void> {
    if (!(await requestAccess())) return;
    this.#know({ access: true });
    await this.#arrive();
  }

  async options(): Promise<void> {
    await browser.runtime.openOptionsPage();
    window.close();
  }
}
