/** The interface's words, in the reader's language. */
import browser from 'webextension-polyfill';
import type en from './en.json';

/** A message with a text of its own. */
export type Key = keyof typeof en;
/** A message whose texts are named after the plural categories: `KEY_one`, `KEY_other`, … */
export type PluralKey = Key extends infer K ? (K extends `${infer Stem}_one` ? Stem : never) : never;

/** A message, with `$1`, `$2`, … replaced. A message that is missing is shown as its key. */
export function t(key: Key, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions) || key;
}

/**
 * The message for something the engine names, such as a Signal's id or a Clutter's kind. `null` when there is none.
 * Names of messages have no hyphens: `kind` and `ad-token` make `kind_ad_token`.
 */
export function word(family: 'kind' | 'mode' | 'reason' | 'signal', name: string): string | null {
  return browser.i18n.getMessage(`${family}_${name.replaceAll('-', '_')}`) || null;
}

/** BCP 47 tag of the language that the messages are in, which need not be the browser's. */
export function language(): string {
  return t('language_tag');
}

/** The direction of that language. */
export function direction(): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language()) ? 'rtl' : 'ltr';
}

/** A number as that language writes it. */
export function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** The text for `count` in that language's plural form; `$1` is the count, as that language writes numbers. */
export function plural(key: PluralKey, count: number): string {
  const form = new Intl.PluralRules(language()).select(count);
  const written = number(count);
  return (
    browser.i18n.getMessage(`${key}_${form}`, written) ||
    browser.i18n.getMessage(`${key}_other`, written) ||
    `${key}_other`
  );
}
