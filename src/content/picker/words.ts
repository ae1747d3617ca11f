import type { Key, PluralKey } from '../../locales/t.ts';
import { api } from '../api.ts';

/** Words of the interface, which is all that the content script's room may have of them. */
export const word = (key: Key, ...blanks: string[]): string => api()?.i18n.getMessage(key, blanks) ?? '';

/** A message that counts, in the form that the language has for the number. */
export function counted(stem: PluralKey, count: number): string {
  const language = word('language_tag');
  const form = new Intl.PluralRules(language).select(count);
  const number = new Intl.NumberFormat(language).format(count);
  return word(`${stem}_${form}` as Key, number) || word(`${stem}_other` as Key, number);
}

/** Of the language that the words are in, which need not be the browser's. */
export const direction = (): string => (/^(?:ar|fa|he|ur)\b/.test(word('language_tag')) ? 'rtl' : 'ltr');
