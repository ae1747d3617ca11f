import type { PageSettings, Standing, StateAnswer, TabState } from '../messages.ts';
import { corrections } from './beside.ts';

/** Whom the settings concern: the watcher, or the cleaner where it is there. */
export interface SettingsUser {
  readonly settings: PageSettings;
  readonly standing: Standing;
  setSettings(settings: PageSettings): void;
  /** The reader's corrections are others than they were. */
  correctionsChanged(): void;
}

/**
 * Takes what the background says about the settings. It always says the whole, and may say the same any number of times:
 * what is there already changes nothing.
 */
export class SettingsReceiver {
  readonly #user: () => SettingsUser;
  /** Restores the page and ends the content script. */
  readonly end: () => void;
  /** The reader has this page cleaned once, whatever the Mode of its Site. */
  #isOnce = false;

  /** @param end restores the page and ends the content script */
  constructor(user: () => SettingsUser, end: () => void) {
    this.#user = user;
    this.end = end;
  }

  /** "Clean this page" where the Site is off. */
  cleanOnce(): void {
    this.#isOnce = true;
  }

  /** @returns `null` where this ended the content script */
  receive({ rules, ...settings }: TabState): StateAnswer | null {
    const user = this.#user();
    if (settings.mode !== 'off') {
      this.#isOnce = false;
      if (!isSame(settings, user.settings)) user.setSettings(settings);
      if (corrections()?.set(rules)) user.correctionsChanged();
    } else if (!this.#isOnce) {
      this.end();
      return null;
    }
    return { ...user.standing, hasCorrections: corrections() !== undefined };
  }
}

const isSame = (a: PageSettings, b: PageSettings): boolean =>
  a.mode === b.mode &&
  a.adTokensAnywhere === b.adTokensAnywhere &&
  `${a.kindsOff}` === `${b.kindsOff}` &&
  `${a.kindsOn}` === `${b.kindsOn}`;
