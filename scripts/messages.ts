/**
 * The interface's words in every language: part of `npm run check`. Whatever the code names has English words; what a
 * language has of them has the same blanks and the plural forms of that language; nothing is left over, and nothing left
 * in English. A message that a language lacks is listed and does no harm: the browser shows the English one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SIGNAL_RULES } from '../src/engine/repost/signals/index.ts';
import { CLUTTER_KINDS } from '../src/engine/types.ts';
import { TROUBLES } from '../src/memory/database.ts';
import { MET_BEFORE } from '../src/memory/recalled.ts';
import { MODES } from '../src/settings/schema.ts';
import { ROOT } from './paths.ts';

/** Key → text, as in `src/locales/LANGUAGE.json`. */
export type Messages = Readonly<Record<string, string>>;

export interface Words {
  /** By language; `en` is the list that the others are held against. */
  readonly languages: Readonly<Record<string, Messages>>;
  /** Files that name messages, as `path` → text: scripts, and the manifest. */
  readonly sources: Readonly<Record<string, string>>;
  /** Keys that are put together while the program runs, such as `kind_` and a Clutter's kind. */
  readonly named: readonly string[];
  /** The same, of messages that need not be there: something else is shown then. */
  readonly optional: readonly string[];
}

/** Words that are the same in every language. */
const NAMES = /\bClean Copy\b|\bMarkdown\b|\bObsidian\b|\bEsc\b|\bJSON\b|\bMIT\b/g;
/** What stands for itself and has to be in every translation, as often as in English. */
const FIXED = /\$\d|%s|\[ad_1\]|https:\/\/|(?:\w+\.)?example\.com(?:\/\w+)?/g;
/** The browsers' stores cut a longer one off. */
const MAX_DESCRIPTION_CHARS = 132;

/** Words that are as in English because the language has the same word. */
const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  de: [
    'popup_original_line',
    'options_text_size_normal',
    'options_look_system',
    'history_led_to',
    'options_about_version',
  ],
  es: ['popup_original_line', 'history_led_to', 'options_counts_total'],
  fr: [
    'popup_options',
    'options_site',
    'options_sites',
    'history_led_to',
    'options_own_modes',
    'options_about_version',
  ],
  'pt-BR': ['popup_original_line', 'options_site', 'options_sites', 'history_led_to'],
  tr: ['options_site'],
};

/** Languages whose own letters are not Latin: a Latin word in them was forgotten, unless it is a name. */
const LATIN_IS_FOREIGN = new Set(['ar', 'fa', 'he', 'hi', 'ja', 'ko', 'ru', 'uk', 'zh-CN']);

const words = (text: string) => text.replace(NAMES, '').replace(FIXED, '');
const latinWords = (text: string) => words(text).match(/[A-Za-z]{2,}/g) ?? [];
const fixed = (text: string) => (text.match(FIXED) ?? []).sort().join(' ');

/** Stems of messages with plural forms: `popup_hidden` of `popup_hidden_one`. */
function pluralsOf(english: Messages): readonly string[] {
  return Object.keys(english)
    .filter((key) => key.endsWith('_one'))
    .map((key) => key.slice(0, -'_one'.length))
    .filter((stem) => `${stem}_other` in english);
}

/** Plural forms that stand for one number alone, such as two: their texts may say it in words. */
function formsOfOneNumber(language: string): ReadonlySet<string> {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 1001 }, (_, number) => rules.select(number));
  return new Set(numbers.filter((form) => numbers.indexOf(form) === numbers.lastIndexOf(form)));
}

const formsOf = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/** What a check of the words found. */
export interface WordsReport {
  /** A line for each, `FILE: KEY: what`. */
  readonly faults: readonly string[];
  /** Key → languages that lack the message and show it in English. */
  readonly untranslated: ReadonlyMap<string, readonly string[]>;
}

/** What is found in one translation: faults without the file's name, and the keys of messages that it lacks. */
function lookAt(language: string, messages: Messages, english: Messages) {
  const found: string[] = [];
  const untranslated: string[] = [];
  const plurals = pluralsOf(english);
  const exact = formsOfOneNumber(language);
  /** Key in this language → the English text that it has to say. */
  const wanted = new Map<string, string>();
  for (const [key, text] of Object.entries(english)) {
    const stem = plurals.find((stem) => key === `${stem}_one` || key === `${stem}_other`);
    if (!stem) wanted.set(key, text);
    else if (key.endsWith('_other')) for (const form of formsOf(language)) wanted.set(`${stem}_${form}`, text);
  }
  for (const [key, text] of wanted) {
    const own = messages[key];
    const stem = plurals.find((stem) => key.startsWith(`${stem}_`));
    if (!own?.trim()) {
      // With some of its forms in its own language and some in English, a text would change its language with a number.
      const isTorn = stem !== undefined && Object.keys(messages).some((other) => other.startsWith(`${stem}_`));
      if (language !== 'en' && own === undefined && !isTorn) untranslated.push(key);
      else found.push(`${key}: ${own === undefined ? 'missing' : 'empty'}; in English: ${text}`);
      continue;
    }
    const form = stem ? key.slice(stem.length + 1) : '';
    const inWords = exact.has(form) && fixed(own) === '';
    if (fixed(own) !== fixed(text) && !inWords)
      found.push(`${key}: has “${fixed(own)}” where English has “${fixed(text)}”`);
    if (language === 'en' || key === 'language_tag') continue;
    const same = own === text && /\p{L}/u.test(words(text)) && !SAME_AS_ENGLISH[language]?.includes(key);
    const forgotten = LATIN_IS_FOREIGN.has(language) ? latinWords(own).filter((word) => text.includes(word)) : [];
    if (same || forgotten.length > 0) found.push(`${key}: still in English: ${same ? own : forgotten.join(', ')}`);
  }
  for (const key of Object.keys(messages)) {
    if (wanted.has(key)) continue;
    const isForm = plurals.some((stem) => key.startsWith(`${stem}_`));
    found.push(`${key}: ${isForm ? `${language} has no such plural form` : 'English has no such message'}`);
  }
  for (const key of SAME_AS_ENGLISH[language] ?? [])
    if (messages[key] !== undefined && messages[key] !== english[key])
      found.push(`${key}: not the same as in English; take it off SAME_AS_ENGLISH`);
  if (messages.language_tag !== language) found.push(`language_tag: must be ${language}`);
  if ((messages.extension_description ?? '').length > MAX_DESCRIPTION_CHARS)
    found.push(`extension_description: more than ${MAX_DESCRIPTION_CHARS} characters`);
  return { faults: found, untranslated };
}

/** How many arguments follow the first one, from just behind it; `null` when they cannot be counted. */
function argumentsAfter(source: string, from: number): number | null {
  let depth = 0;
  let count = 0;
  let empty = true;
  for (let at = from; at < source.length; at++) {
    const character = source[at] as string;
    if (source.startsWith('...', at) && depth === 0) return null;
    if (')]}'.includes(character) && depth-- === 0) return count - (empty && count > 0 ? 1 : 0);
    if (character === ',' && depth === 0) {
      count++;
      empty = true;
    } else if (/\S/.test(character)) empty = false;
    if ('([{'.includes(character)) depth++;
  }
  return null;
}

const CALL = /\b(t|plural)\(\s*'(\w+)'/g;
const LITERAL = /'(\w+)'|"(?:__MSG_)?(\w+?)(?:__)?"/g;

/** Keys and stems that the sources name, and calls with the wrong number of arguments. */
function uses({ sources, languages }: Words): { named: ReadonlySet<string>; found: string[] } {
  const english = languages.en ?? {};
  const named = new Set<string>();
  const found: string[] = [];
  for (const [path, source] of Object.entries(sources)) {
    for (const [, single, double] of source.matchAll(LITERAL)) named.add(single ?? double ?? '');
    for (const { 0: call, 1: name, 2: key = '', index } of source.matchAll(CALL)) {
      const given = argumentsAfter(source, index + call.length);
      const taken = name === 'plural' ? 1 : new Set((english[key] ?? '').match(/\$\d/g)).size;
      if (given === null || given === taken) continue;
      found.push(`${path}:${source.slice(0, index).split('\n').length}: ${key} takes ${taken}, is given ${given}`);
    }
  }
  return { named, found };
}

/** Looks at the interface's words. */
export function checkWords(all: Words): WordsReport {
  const english = all.languages.en ?? {};
  const { named, found } = uses(all);
  const untranslated = new Map<string, string[]>();
  for (const key of all.named) if (!english[key]) found.push(`src/locales/en.json: ${key}: missing`);
  const stems = pluralsOf(english);
  const isUsed = (key: string) =>
    named.has(key) ||
    all.named.includes(key) ||
    all.optional.includes(key) ||
    stems.some((stem) => named.has(stem) && (key === `${stem}_one` || key === `${stem}_other`));
  for (const key of Object.keys(english))
    if (!isUsed(key)) found.push(`src/locales/en.json: ${key}: nothing in src/ uses it`);
  for (const [language, messages] of Object.entries(all.languages)) {
    const seen = lookAt(language, messages, english);
    found.push(...seen.faults.map((line) => `src/locales/${language}.json: ${line}`));
    for (const key of seen.untranslated) untranslated.set(key, [...(untranslated.get(key) ?? []), language]);
  }
  return { faults: found, untranslated };
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Files below a folder of the checkout whose names match, with forward slashes. */
const filesBelow = (folder: string, name: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

const keys = (family: string, names: readonly string[]) =>
  names.map((name) => `${family}_${name.replaceAll('-', '_')}`);

/** The words of this checkout. */
export function collect(): Words {
  const locales = filesBelow('src/locales', /\.json$/);
  const scripts = filesBelow('src', /\.tsx?$/).filter(
    (path) => !/^src\/(?:engine|content(?!\/(?:picker|notice))|locales)\//.test(path),
  );
  return {
    languages: Object.fromEntries(locales.map((path) => [path.slice(12, -5), JSON.parse(read(path))])),
    sources: Object.fromEntries([...scripts, 'src/locales/t.ts', 'manifest.json'].map((path) => [path, read(path)])),
    named: [
      ...keys('kind', [...CLUTTER_KINDS, 'chosen']),
      ...keys('mode', MODES),
      ...keys('memory', [...TROUBLES, 'unavailable']),
      ...keys('signal', [...SIGNAL_RULES.map(({ id }) => id), MET_BEFORE]),
    ],
    // Without a reason, the popup shows what the kind is called.
    optional: keys('reason', CLUTTER_KINDS),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { faults, untranslated } = checkWords(collect());
  for (const [key, languages] of untranslated) console.warn(`${key} is shown in English in ${languages.join(', ')}`);
  for (const line of faults) console.error(line);
  if (faults.length > 0) process.exitCode = 1;
}
