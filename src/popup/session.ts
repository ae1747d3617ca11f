/** What each button of the popup does. */
import browser from 'webextension-polyfill';
import { type ExportedArticle, exportedArticle, exportedSelection, fileName } from '../formats/exported-article.ts';
import { webAddress } from '../formats/fit-to-show.ts';
import { asHtmlFile, asQuote } from '../formats/html.ts';
import { asMarkdown, asMarkdownFile } from '../formats/markdown.ts';
import { asText } from '../formats/text.ts';
import { t } from '../locales/t.ts';
import type { PageMessage } from '../messages.ts';
import { requestAccess } from '../settings/access.ts';
import { type Area, inheritedMode, isPathArea, switchMode, withMode } from '../settings/area.ts';
import { type Mode, type Settings, TEMPLATE_PLACES, type TemplatePlace } from '../settings/schema.ts';
import { chosenTemplates, type Templates } from '../templates/templates.ts';
import { askSelection, cleanTab, download, openTab, search } from './api.ts';
import type { Correcting } from './correcting.ts';
import { inTime, PopupModel, type PopupView } from './model.ts';

/** The templates that something is written with; the rest of it is as it always is. */
interface Templated {
  readonly uses: readonly TemplatePlace[];
}

interface CopyWriter extends Templated {
  readonly copy: (copy: ExportedArticle, templates: Templates) => Promise<void>;
}

/** To the clipboard. A quotation goes as rich text, and as plain text for those who take no other. */
const COPIES = {
  text: { uses: ['text'], copy: (copy, { text }) => navigator.clipboard.writeText(asText(copy, text)) },
  markdown: { uses: ['text'], copy: (copy, { text }) => navigator.clipboard.writeText(asMarkdown(copy, text)) },
  quote: {
    uses: [],
    copy: (copy) =>
      navigator.clipboard.write([new ClipboardItem({ 'text/html': asQuote(copy), 'text/plain': asText(copy) })]),
  },
} as const satisfies Readonly<Record<string, CopyWriter>>;
export type CopyFormat = keyof typeof COPIES;

interface FileWriter extends Templated {
  readonly ending: string;
  readonly type: string;
  readonly write: (copy: ExportedArticle, templates: Templates) => string;
}

const FILES = {
  markdown: { uses: TEMPLATE_PLACES, ending: 'md', type: 'text/markdown', write: asMarkdownFile },
  html: { uses: ['fileName'], ending: 'html', type: 'text/html', write: (copy) => asHtmlFile(copy) },
} as const satisfies Readonly<Record<string, FileWriter>>;
export type FileFormat = keyof typeof FILES;

/** The Mode of an Area that is switched on: the one around it, or the usual one where that is off. */
function onIn(settings: Settings, area: Area): Mode {
  const inherited = inheritedMode(area, settings);
  return inherited === 'off' ? 'auto' : inherited;
}

/** One popup over one tab. */
export class Session {
  readonly #model: PopupModel;
  /** Counts clicks on the switch: what comes of one that was followed by another is not drawn. */
  #switched = 0;

  constructor(draw: (view: PopupView) => void) {
    this.#model = new PopupModel(draw);
  }

  get view(): PopupView {
    return this.#model.view;
  }

  get correcting(): Correcting | null {
    return this.#model.correcting;
  }

  /** Resolves when everything that can be known at once is drawn. */
  start(): Promise<void> {
    return this.#model.start();
  }

  // The page.

  /** "Restore this page" and "Clean this page". */
  async tell(type: 'pause' | 'clean'): Promise<void> {
    await this.#model.change({ type, notice: this.#model.settings.notice });
  }

  /** Shows what is hidden, each piece with a button that has it shown from now on. */
  async peek(on: boolean): Promise<void> {
    await this.#model.change({ type: 'peek', on });
    if (on) await this.correcting?.offerAgain();
  }

  /** Shows where on the page something was seen. */
  async show(message: PageMessage<'show-sentence' | 'show-signal'>): Promise<void> {
    const isFound = await this.#model.ask(message);
    if (isFound === null) this.#model.say(t('popup_failed'));
    else if (!isFound) this.#model.say(t('popup_no_place'));
    // There the popup covers the page.
    else if (/Android/.test(navigator.userAgent)) window.close();
  }

  /** "Clean this page" where the Site is off. */
  async cleanOnce(): Promise<void> {
    const id = this.#model.tab?.id;
    if (!id) return;
    if (await inTime(cleanTab(id))) await this.#model.refresh();
    else this.#model.say(t('popup_failed'));
  }

  async reload(): Promise<void> {
    const id = this.#model.tab?.id;
    if (!id) return;
    this.#model.forgetPage({ waiting: true });
    await browser.tabs.reload(id);
  }

  // The settings.

  /**
   * Sets the Mode of the Area that the switch is for; `on` is the one it would have had, had it not been switched off.
   * A path keeps its own Mode until the reader takes it away: the switch does not become the Site's under their hand.
   */
  async setMode(mode: Mode | 'on'): Promise<void> {
    const { area } = this.#model.facts;
    if (!area) return;
    await this.#changeModes((settings) => {
      const wanted = mode === 'on' ? onIn(settings, area) : mode;
      return isPathArea(area) ? withMode(settings, area, wanted) : switchMode(settings, area, wanted);
    });
  }

  /** Makes a path of the Site an exception: on where the Site is off, off where it is on. */
  async exceptPath(path: Area): Promise<void> {
    const isOff = this.#model.facts.mode === 'off';
    await this.#changeModes((settings) => withMode(settings, path, isOff ? onIn(settings, path) : 'off'));
  }

  /** Takes the path's own Mode away: it is again as the rest of the Site. */
  async followSite(): Promise<void> {
    const { area } = this.#model.facts;
    if (area && isPathArea(area)) await this.#changeModes((settings) => withMode(settings, area, null));
  }

  async #changeModes(change: (settings: Settings) => Settings): Promise<void> {
    const model = this.#model;
    const { mode: before } = model.facts;
    const own = ++this.#switched;
    // Drawn before it is stored: clicked again meanwhile, the switch means the opposite.
    model.setSettings(change(model.settings));
    model.draw();
    const isChanged = await model.updateSettings(change);
    if (own !== this.#switched) return;
    if (!isChanged) await model.reloadSettings();
    else model.setSettings(model.settings);
    if (isChanged && model.facts.mode === 'off') model.forgetPage();
    else if (isChanged && before === 'off') await model.awaitContentScript();
    else model.draw();
  }

  /** What the reader says to being asked whether articles may be remembered. */
  async setRemember(remember: 'on' | 'off'): Promise<void> {
    if (!(await this.#model.updateSettings((settings) => ({ ...settings, remember })))) return;
    this.#model.answeredRemembering();
    this.#model.say(t(remember === 'on' ? 'popup_remembering' : 'popup_not_remembering'));
    await this.#model.recall();
  }

  async allow(): Promise<void> {
    if (!(await requestAccess())) return;
    this.#model.gotAccess();
    await this.#model.awaitContentScript();
  }

  async options(): Promise<void> {
    await browser.runtime.openOptionsPage();
    window.close();
  }

  // Elsewhere.

  /** Everything that is remembered, in a tab of its own. */
  async history(): Promise<void> {
    await this.#openTab(browser.runtime.getURL('history.html'));
    window.close();
  }

  async open(url: string): Promise<void> {
    const address = webAddress(url);
    if (address) await this.#openTab(address.href);
  }

  /** Searches for the original, by the article's most telling sentence. */
  async find(): Promise<void> {
    const { tab, settings } = this.#model;
    if (!tab) return;
    const phrase = await this.#model.ask({ type: 'telling-sentence' });
    try {
      if (!phrase) throw new Error('no sentence to search for');
      await search(`"${phrase.replaceAll('"', ' ').trim()}"`, settings.search, tab);
    } catch {
      this.#model.say(t('popup_find_failed'));
    }
  }

  // The article.

  /** Something is selected: whether it, or the whole article, is taken along. */
  takeSelection(on: boolean): void {
    this.#model.takeSelection(on);
  }

  async copy(format: CopyFormat): Promise<void> {
    try {
      const copy = await this.#copied();
      if (!copy) throw new Error('nothing to copy');
      const { templates, wrong } = chosenTemplates(this.#model.settings);
      const { uses, copy: write }: CopyWriter = COPIES[format];
      await write(copy, templates);
      this.#model.say(t(uses.some((place) => wrong.includes(place)) ? 'popup_copied_standard' : 'popup_copied'));
    } catch {
      this.#model.say(t('popup_copy_failed'));
    }
  }

  async save(format: FileFormat): Promise<void> {
    const copy = await this.#copied();
    if (!copy) return this.#model.say(t('popup_failed'));
    const { templates, wrong } = chosenTemplates(this.#model.settings);
    const { uses, ending, type, write }: FileWriter = FILES[format];
    download(write(copy, templates), type, fileName(copy, ending, templates.fileName));
    this.#model.say(t(uses.some((place) => wrong.includes(place)) ? 'popup_saved_standard' : 'popup_saved'));
  }

  /** The clean article in a tab of its own, which opens the browser's print dialogue. */
  async print(): Promise<void> {
    const id = this.#model.tab?.id;
    const what = this.#isSelection ? '&selection=1' : '';
    if (id) await this.#openTab(browser.runtime.getURL(`popup.html?print=${id}${what}`));
  }

  get #isSelection(): boolean {
    return /^selection/.test(this.#model.view.taking);
  }

  /** The article, or what is selected, as it is copied and saved. `null` when the page does not hand it over. */
  async #copied(): Promise<ExportedArticle | null> {
    const { facts, settings, tab } = this.#model;
    const { report } = facts;
    if (!report || !tab?.id) return null;
    if (this.#isSelection) {
      const selection = await inTime(askSelection(tab.id));
      return selection && exportedSelection(selection, settings.pictures);
    }
    const parts = await this.#model.ask({ type: 'export' });
    return parts?.length ? exportedArticle(report, parts, new Date(), settings.pictures) : null;
  }

  async #openTab(url: string): Promise<void> {
    if (this.#model.tab) await openTab(url, this.#model.tab);
  }
}
