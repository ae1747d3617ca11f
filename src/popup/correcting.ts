/** How the reader corrects what is wrong on one tab's page. */
import { useEffect, useState } from 'preact/hooks';
import browser, { type Tabs } from 'webextension-polyfill';
import type { PageMessage, PickPurpose, ReportedPiece } from '../messages.ts';
import { rulesOf, withRule } from '../rules/lines.ts';
import { printRule } from '../rules/print.ts';
import type { Correction, Rule, Verb } from '../rules/rule.ts';
import { holdsAt, whereIs } from '../rules/where.ts';
import { changeRules, privateRules, rulesIn } from '../settings/corrections.ts';
import { ask, injectWithCleaner } from './api.ts';

export type CorrectionScope = 'site' | 'page';

/** What comes back on the page may be out of sight there. */
const BRINGS_BACK: readonly Verb[] = ['show', 'keep'];

export class Correcting {
  readonly tab: Tabs.Tab;
  readonly #failed: () => void;
  readonly #isNoticed: () => boolean;
  /** The corrections that hold on the tab's page. `null`: not read yet. */
  rules: readonly Rule[] | null = null;

  /**
   * @param failed says that something did not work
   * @param isNoticed whether the page is to say what came back
   */
  constructor(tab: Tabs.Tab, failed: () => void, isNoticed: () => boolean) {
    this.tab = tab;
    this.#failed = failed;
    this.#isNoticed = isNoticed;
  }

  /** Reads the corrections that hold on the tab's page. */
  async look(): Promise<readonly Rule[]> {
    const { url = '', incognito } = this.tab;
    this.rules = rulesOf(await rulesIn(incognito)).filter((rule) => holdsAt(rule, url));
    return this.rules;
  }

  /** Whether the reader has said something of the kind here. What they said is taken back where it is listed. */
  hasSaid(...verbs: Verb[]): boolean {
    return this.rules?.some(({ verb }) => verbs.includes(verb)) ?? false;
  }

  /** Keeps a correction for the Site, or for the one page. The page follows by itself. */
  async correct(correction: Correction, scope: CorrectionScope = 'site'): Promise<void> {
    const { url = '', incognito } = this.tab;
    const where = whereIs(url, scope);
    if (!where) return this.#failed();
    try {
      await changeRules(incognito, (lines) => withRule(lines, { ...where, ...correction }));
    } catch {
      return this.#failed();
    }
    if (BRINGS_BACK.includes(correction.verb) && this.#isNoticed()) await this.#ask({ type: 'corrected', correction });
  }

  /** Takes a correction back, wherever it is kept. */
  async undo(rule: Rule): Promise<void> {
    const line = printRule(rule);
    const isPrivate = this.tab.incognito && (await privateRules()).includes(line);
    await changeRules(isPrivate, (lines) => lines.filter((other) => other !== line)).catch(this.#failed);
  }

  /** Has a hidden piece shown from now on. @param index in the Report */
  async showAgain(index: number, { kind, text }: ReportedPiece): Promise<void> {
    const piece = await this.#ask({ type: 'describe', index, piece: { kind, text } });
    if (piece) await this.correct({ verb: 'show', piece });
    else this.#failed();
  }

  /** Puts a button on each piece while what is hidden is shown. */
  async offerAgain(): Promise<void> {
    await this.#ask({ type: 'offer-again' });
  }

  /** The pieces without their words. */
  async outlines(): Promise<readonly string[]> {
    return (await this.#ask({ type: 'outlines' })) ?? [];
  }

  /** Lets the reader point. The popup gives way to the page. */
  async pick(what: PickPurpose): Promise<void> {
    await this.#ask({ type: 'pick', what });
    window.close();
  }

  /** The content script answers once what understands the question is there. */
  async #ask<Type extends 'describe' | 'offer-again' | 'outlines' | 'pick' | 'corrected'>(message: PageMessage<Type>) {
    const { id: tabId } = this.tab;
    if (tabId === undefined) return null;
    try {
      await injectWithCleaner(tabId, 'correcting.js');
      return await ask(tabId, message);
    } catch {
      return null;
    }
  }
}

/** The corrections that hold on the tab's page, kept up to date. `null` until they are known. */
export function useCorrections(correcting: Correcting): readonly Rule[] | null {
  const [rules, setRules] = useState(correcting.rules);
  useEffect(() => {
    const look = () => correcting.look().then(setRules, () => undefined);
    look();
    browser.storage.onChanged.addListener(look);
    return () => browser.storage.onChanged.removeListener(look);
  }, [correcting]);
  return rules;
}
