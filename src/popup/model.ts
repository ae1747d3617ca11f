/** What the popup knows of the tab it is about, kept up to date and drawn. */
import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import type { PageMessage, PageProtocol, PopupMessage, Report } from '../messages.ts';
import { hasAccess } from '../settings/access.ts';
import { areaInForce, isPathArea, modeFor, pathAreas } from '../settings/area.ts';
import { DEFAULTS, type Settings } from '../settings/schema.ts';
import { siteOf } from '../settings/site.ts';
import { loadOrDefaults, update } from '../settings/store.ts';
import { ask, askReport, iconOf, lookInto, shortcuts, targetTab } from './api.ts';
import { Correcting } from './correcting.ts';
import { MemoryQuestions, type Remembered } from './memory-questions.ts';
import { type PopupState, stateOf, type TabEntry, type TabFacts, withMemory } from './state.ts';

/** How long a page may take over an answer before it counts as one that cannot be reached. */
const ANSWER_TIMEOUT_MS = 4000;
/** A page that goes on loading for longer counts as what has come of it by then. */
const PATIENCE_MS = 1000;
/** Between two questions about a page that changes. */
const REFRESH_PAUSE_MS = 50;
/** Paths that are offered as exceptions: those nearest to the Site. */
const MAX_PATHS = 3;

/** `selection-only` where there is no article; `article` where nothing is selected, `article-instead` where something is. */
export type Taking = 'nothing' | 'article' | 'article-instead' | 'selection' | 'selection-only';

/** Everything the popup draws. */
export interface PopupView extends Pick<TabFacts, 'site' | 'area' | 'paths' | 'mode' | 'report'> {
  readonly state: PopupState;
  readonly icon: string | null;
  readonly look: Settings['look'];
  readonly textSize: Settings['textSize'];
  /** Command → the keys that give it. */
  readonly keys: Readonly<Record<string, string>>;
  readonly remembered: Remembered;
  /** What is copied, saved and printed: the article, or what is selected on the page, which it can be instead or not. */
  readonly taking: Taking;
  /** Passing news: "Copied" and the like. The number tells the same news, said again, apart. */
  readonly news: { readonly text: string; readonly number: number } | null;
}

const UNKNOWN: TabFacts = {
  known: false,
  site: null,
  area: null,
  paths: [],
  mode: 'auto',
  access: true,
  waiting: true,
  patient: true,
  report: null,
  entry: 'unknown',
};

/** `null` after a while: a page that is busy with itself may never answer. */
export function inTime<T>(answer: Promise<T>): Promise<T | null> {
  return Promise.race([answer, new Promise<null>((done) => setTimeout(done, ANSWER_TIMEOUT_MS, null))]);
}

export class PopupModel {
  readonly #draw: (view: PopupView) => void;
  readonly #remembering = new MemoryQuestions();
  #tab: Tabs.Tab | null = null;
  #correcting: Correcting | null = null;
  #settings: Settings = DEFAULTS;
  #keys: PopupView['keys'] = {};
  #facts: TabFacts = UNKNOWN;
  /** Resolves when {@link TabFacts.known} is true. */
  #known: Promise<void> | null = null;
  #news: PopupView['news'] = null;
  /** The reader wants the whole article, though something is selected. */
  #wantsArticle = false;
  /** Counts questions, so that a late answer to an old one is dropped. */
  #question = 0;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;
  #patienceTimer: ReturnType<typeof setTimeout> | undefined;
  #arrivalTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(draw: (view: PopupView) => void) {
    this.#draw = draw;
  }

  get tab(): Tabs.Tab | null {
    return this.#tab;
  }

  get facts(): TabFacts {
    return this.#facts;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** What puts right what is wrong on the page. */
  get correcting(): Correcting | null {
    return this.#correcting;
  }

  get view(): PopupView {
    const { site, area, paths, mode, report } = this.#facts;
    const icon = this.#tab && site ? iconOf(this.#tab) : null;
    const remembered = this.#remembering.known;
    const state = withMemory(stateOf(this.#facts), remembered);
    const { look, textSize } = this.#settings;
    const place = { site, area, paths, mode };
    const taking = takingOf(state, report, this.#wantsArticle);
    return { ...place, report, icon, look, textSize, keys: this.#keys, state, remembered, taking, news: this.#news };
  }

  draw(): void {
    this.#draw(this.view);
  }

  /** Something is selected: whether it, or the whole article, is taken along. */
  takeSelection(on: boolean): void {
    this.#wantsArticle = !on;
    this.draw();
  }

  /** Shows passing news. */
  say(text: string): void {
    this.#news = { text, number: (this.#news?.number ?? 0) + 1 };
    this.draw();
  }

  // The page.

  /** Resolves when everything that can be known at once is drawn. */
  async start(): Promise<void> {
    this.#bePatient();
    const stored = Promise.all([loadOrDefaults(), hasAccess(), shortcuts()]);
    this.#setTab(await targetTab());
    this.#listen();
    const corrections = this.#correcting?.look().catch(() => undefined);
    this.#known = stored.then(async ([{ settings }, access, keys]) => {
      await corrections;
      this.#settings = settings;
      this.#keys = keys;
      this.#know({ known: true, access, ...this.#place() });
    });
    await this.refresh();
  }

  /** Asks for a Report, finds out why there is none, and draws. An answer that comes late is drawn late. */
  async refresh(): Promise<void> {
    const question = ++this.#question;
    const isCurrent = () => question === this.#question;
    const id = this.#tab?.id;
    // The tab is asked before the settings are there.
    const answer = id ? askReport(id) : null;
    await this.#known;
    const timeout = setTimeout(() => isCurrent() && this.#settle(null), ANSWER_TIMEOUT_MS);
    const report = await answer;
    const { site, mode, access } = this.#facts;
    const entry = !report && id && site && access && mode !== 'off' ? await lookInto(id) : 'unknown';
    clearTimeout(timeout);
    if (isCurrent()) this.#settle(report, entry);
  }

  /** What the page answers; `null` when that takes too long. */
  async ask<Type extends keyof PageProtocol>(message: PageMessage<Type>) {
    const id = this.#tab?.id;
    return id === undefined ? null : inTime(ask(id, message));
  }

  /** Has the page change something, and draws what comes of it. */
  async change(message: PageMessage<'peek' | 'pause' | 'clean'>): Promise<void> {
    const question = ++this.#question;
    const standing = await this.ask(message);
    const report = standing && (await this.ask({ type: 'report' }));
    if (question !== this.#question) return;
    if (report) this.#settle(report);
    else this.say(t('popup_failed'));
  }

  /** The content script is on its way into a tab that was without one. The background says when it is there. */
  async awaitContentScript(): Promise<void> {
    const id = this.#tab?.id;
    if (!id) return;
    const question = ++this.#question;
    this.#know({ waiting: true });
    this.draw();
    clearTimeout(this.#arrivalTimer);
    this.#arrivalTimer = setTimeout(() => this.refresh(), ANSWER_TIMEOUT_MS);
    // It may be there already.
    const report = await inTime(askReport(id));
    if (report && question === this.#question) this.#settle(report);
  }

  /** What was known of the page no longer counts. The page is not asked: a content script may answer while it ends. */
  forgetPage(facts: Pick<Partial<TabFacts>, 'waiting'> = {}): void {
    this.#question++;
    clearTimeout(this.#arrivalTimer);
    this.#know({ report: null, entry: 'unknown', ...facts });
    this.draw();
  }

  // The settings.

  /** Takes settings as if they were stored already, so that the popup shows at once what it was told. */
  setSettings(settings: Settings): void {
    this.#settings = settings;
    this.#know(this.#place());
  }

  async reloadSettings(): Promise<void> {
    this.setSettings((await loadOrDefaults()).settings);
  }

  /** Changes the stored settings, or says that it did not work. @returns whether it worked */
  async updateSettings(change: (settings: Settings) => Settings): Promise<boolean> {
    try {
      this.#settings = await update(change);
      return true;
    } catch {
      this.say(t('popup_failed'));
      return false;
    }
  }

  /** The reader lets the extension read pages. */
  gotAccess(): void {
    this.#know({ access: true });
  }

  // The memory.

  /** The reader has said whether articles may be remembered. */
  answeredRemembering(): void {
    this.#remembering.answered();
  }

  /** Whether the article was met before is known later than the rest. */
  async recall(): Promise<void> {
    const { report } = this.#facts;
    if (this.#tab && report?.article && (await this.#remembering.ask(this.#tab, report, this.#settings))) this.draw();
  }

  #setTab(tab: Tabs.Tab | null): void {
    this.#tab = tab;
    this.#correcting =
      tab &&
      new Correcting(
        tab,
        () => this.say(t('popup_failed')),
        () => this.#settings.notice,
      );
  }

  #know(facts: Partial<TabFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  /** A page may load without end. */
  #bePatient(): void {
    clearTimeout(this.#patienceTimer);
    this.#know({ patient: true });
    this.#patienceTimer = setTimeout(() => {
      this.#know({ patient: false });
      if (this.#facts.known) this.draw();
      // What could not answer when the popup opened may not say by itself that it can now.
      if (this.#tab?.status === 'loading' && !this.#facts.report) void this.refresh();
    }, PATIENCE_MS);
  }

  /** What the tab's address says. */
  #place(): Pick<TabFacts, 'site' | 'area' | 'paths' | 'mode'> {
    const url = this.#tab?.url ?? '';
    const site = siteOf(url);
    const inForce = areaInForce(url, this.#settings);
    const mode = modeFor(url, this.#settings);
    if (inForce !== null && isPathArea(inForce)) return { site, area: inForce, paths: [], mode };
    return { site, area: site, paths: inForce === null ? [] : pathAreas(url).slice(0, MAX_PATHS), mode };
  }

  #settle(report: Report | null, entry: TabEntry = 'unknown'): void {
    clearTimeout(this.#arrivalTimer);
    this.#know({ report, entry, waiting: this.#tab?.status === 'loading' });
    this.draw();
    void this.recall();
  }

  /** A page that changes all the time is not asked all the time. */
  #refreshSoon(): void {
    this.#refreshTimer ??= setTimeout(() => {
      this.#refreshTimer = undefined;
      this.refresh();
    }, REFRESH_PAUSE_MS);
  }

  #listen(): void {
    const id = this.#tab?.id;
    browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
      if (isAbout(id, message, sender)) this.#refreshSoon();
      // Nothing is returned: the answer, if any, is the background's.
      return undefined;
    });
    browser.tabs.onUpdated.addListener((tabId, change, tab) => {
      if (tabId !== id || !(change.status || change.url)) return;
      if (change.status === 'loading') this.#bePatient();
      this.#setTab(tab);
      this.#know(this.#place());
      this.refresh();
    });
  }
}

function takingOf(state: PopupState, report: Report | null, wantsArticle: boolean): Taking {
  const hasSelection = report?.hasSelection === true && !report.tooLarge;
  if (state.is !== 'article') return hasSelection ? 'selection-only' : 'nothing';
  return !hasSelection ? 'article' : wantsArticle ? 'article-instead' : 'selection';
}

/** Whether a message says that the page of this tab stands otherwise, or that the content script has come into it. */
function isAbout(tabId: number | undefined, message: unknown, { tab }: Runtime.MessageSender): boolean {
  const { type, ...rest } = (message ?? {}) as Partial<PopupMessage>;
  if (type === 'arrived') return tab === undefined && rest.tabId === tabId;
  return (type as unknown) === 'changed' && tab?.id === tabId;
}
