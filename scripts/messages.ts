/**
 * The interface's words in every language: part of `npm run check`. Whatever the code names has words, in each language
 * with the same blanks and the plural forms of that language; nothing is left over, and nothing left in English.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULES } from '../src/engine/repost/signals/index.ts';
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
}

/** Words that are the same in every language. */
const NAMES = /\bClean Copy\b|\bMarkdown\b|\bEsc\b|\bJSON\b/g;
/** What stands for itself and has to be in every translation, as often as in English. */
const FIXED = /\$\d|%s|\[ad_1\]|https:\/\/|(?:\w+\.)?example\.com/g;
/** The browsers' stores cut a longer one off. */
const LONGEST_DESCRIPTION = 132;

/** Words that are as in English because the language has the same word. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['popup_original_line', 'options_text_size_normal'],
  es: ['popup_original_line'],
  fr: ['popup_options', 'options_site', 'options_sites'],
  'pt-BR': ['popup_original_line', 'options_site', 'options_sites'],
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

/** What is wrong with one translation, each line without the file's name. */
function faultsOf(language: string, messages: Messages, english: Messages): string[] {
  const found: string[] = [];
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
    if (!own?.trim()) {
      found.push(`${key}: missing; in English: ${text}`);
      continue;
    }
    const form = plurals.some((stem) => key.startsWith(`${stem}_`)) ? key.slice(key.lastIndexOf('_') + 1) : '';
    const inWords = exact.has(form) && fixed(own) === '';
    if (fixed(own) !== fixed(text) && !inWords)
      found.push(`${key}: has “${fixed(own)}” where English has “${fixed(text)}”`);
    if (language === 'en' || key === 'language_tag') continue;
    const same = own === text && /\p{L}/u.test(words(text)) && !SAME[language]?.includes(key);
    const forgotten = LATIN_IS_FOREIGN.has(language) ? latinWords(own).filter((word) => text.includes(word)) : [];
    if (same || forgotten.length > 0) found.push(`${key}: still in English: ${same ? own : forgotten.join(', ')}`);
  }
  for (const key of Object.keys(messages)) {
    if (wanted.has(key)) continue;
    const isForm = plurals.some((stem) => key.startsWith(`${stem}_`));
    found.push(`${key}: ${isForm ? `${language} has no such plural form` : 'English has no such message'}`);
  }
  for (const key of SAME[language] ?? [])
    if (messages[key] !== english[key]) found.push(`${key}: not the same as in English; take it off SAME`);
  if (messages.language_tag !== language) found.push(`language_tag: must be ${language}`);
  if ((messages.extension_description ?? '').length > LONGEST_DESCRIPTION)
    found.push(`extension_description: more than ${LONGEST_DESCRIPTION} characters`);
  return found;
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

/**
 * What is wrong with the interface's words.
 * @returns a line for each fault, `FILE: KEY: what`
 */
export function faults(all: Words): string[] {
  const english = all.languages.en ?? {};
  const { named, found } = uses(all);
  for (const key of all.named) if (!english[key]) found.push(`src/locales/en.json: ${key}: missing`);
  const stems = pluralsOf(english);
  const isUsed = (key: string) =>
    named.has(key) ||
    all.named.includes(key) ||
    stems.some((stem) => named.has(stem) && (key === `${stem}_one` || key === `${stem}_other`));
  for (const key of Object.keys(english))
    if (!isUsed(key)) found.push(`src/locales/en.json: ${key}: nothing in src/ uses it`);
  for (const [language, messages] of Object.entries(all.languages))
    for (const fault of faultsOf(language, messages, english)) found.push(`src/locales/${language}.json: ${fault}`);
  return found;
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Files below a folder of the checkout whose names match, with forward slashes. */
const filesBelow = (folder: string, name: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

/** Reasons that a piece of Clutter can have beside the one that is named after its kind. */
const ownReasons = () =>
  filesBelow('src/engine/clutter', /\.ts$/)
    .flatMap((path) => [...read(path).matchAll(/\breason: '([\w-]+)'/g)])
    .map(([, reason]) => reason as string);

const keys = (family: string, names: readonly string[]) =>
  names.map((name) => `${family}_${name.replaceAll('-', '_')}`);

/** The words of this checkout. */
export function collect(): Words {
  const locales = filesBelow('src/locales', /\.json$/);
  const scripts = filesBelow('src', /\.tsx?$/).filter(
    (path) => !/^src\/(?:engine|content(?!\/picker)|locales)\//.test(path),
  );
  return {
    languages: Object.fromEntries(locales.map((path) => [path.slice(12, -5), JSON.parse(read(path))])),
    sources: Object.fromEntries([...scripts, 'src/locales/t.ts', 'manifest.json'].map((path) => [path, read(path)])),
    named: [
      ...keys('kind', [...CLUTTER_KINDS, 'chosen']),
      ...keys('mode', MODES),
      ...keys('reason', [...CLUTTER_KINDS, ...ownReasons()]),
      ...keys('memory', [...TROUBLES, 'unavailable']),
      ...keys('signal', [...RULES.map(({ id }) => id), MET_BEFORE]),
    ],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = faults(collect());
  for (const line of found) console.error(line);
  if (found.length > 0) process.exitCode = 1;
}
