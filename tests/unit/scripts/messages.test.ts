import { describe, expect, test } from 'vitest';
import { checkWords, collect, type Messages, type Words } from '../../../scripts/messages.ts';

const ENGLISH: Messages = {
  language_tag: 'en',
  extension_description: 'Hides what reposts carry along.',
  greeting: 'Clean Copy on $1',
  pieces_one: '$1 piece',
  pieces_other: '$1 pieces',
  look_dark: 'Dark',
};
const GERMAN: Messages = {
  language_tag: 'de',
  extension_description: 'Blendet aus, was Kopien mitschleppen.',
  greeting: 'Clean Copy auf $1',
  pieces_one: '$1 Stück',
  pieces_other: '$1 Stücke',
  look_dark: 'Dunkel',
};
const CODE = "t('greeting', site);\nplural('pieces', list.length);";

function checked({
  en = {},
  de = {},
  code = CODE,
  named = ['look_dark'],
  optional = [] as string[],
  more = {} as Words['languages'],
} = {}) {
  const only = (messages: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(messages).filter(([, text]) => text !== undefined)) as Messages;
  return checkWords({
    languages: {
      en: only({ ...ENGLISH, ...en }),
      de: only({ ...GERMAN, popup_original_line: undefined, ...de }),
      ...more,
    },
    sources: {
      'src/popup/a.ts': `${code}\nt('popup_original_line', host);\nt('language_tag');`,
      'manifest.json': '{ "description": "__MSG_extension_description__" }',
    },
    named,
    optional,
  });
}

/** The one message that is the same in German. */
const LINE = { en: { popup_original_line: 'Original: $1' }, de: { popup_original_line: 'Original: $1' } };
const look = ({ en = {}, de = {}, ...rest }: Parameters<typeof checked>[0] = {}) =>
  checked({ en: { ...LINE.en, ...en }, de: { ...LINE.de, ...de }, ...rest });

test('the words of this checkout have no fault', () => {
  const words = collect();
  expect(Object.keys(words.languages).sort()).toEqual(
    'ar de en es fa fr he hi id it ja ko pl pt-BR ru tr uk zh-CN'.split(' '),
  );
  expect(words.named).toEqual(expect.arrayContaining(['kind_ad_token', 'mode_off', 'signal_own_links']));
  expect(words.optional).toContain('reason_share');
  expect(checkWords(words).faults).toEqual([]);
});

test('nothing is found where nothing is wrong', () => {
  expect(look()).toEqual({ faults: [], untranslated: new Map() });
});

describe('what a language lacks is listed, and no fault', () => {
  test.each<[string, Parameters<typeof look>[0], string[]]>([
    ['a message', { de: { greeting: undefined } }, ['greeting']],
    ['a new one', { en: { look_dim: 'Dim' }, named: ['look_dark', 'look_dim'] }, ['look_dim']],
    [
      'all forms of a plural',
      { de: { pieces_one: undefined, pieces_other: undefined } },
      ['pieces_one', 'pieces_other'],
    ],
    ['one that is the same in both languages', { de: { popup_original_line: undefined } }, ['popup_original_line']],
  ])('%s', (_, given, keys) => {
    expect(look(given)).toEqual({ faults: [], untranslated: new Map(keys.map((key) => [key, ['de']])) });
  });
});

test('a message that need not be there may be there', () => {
  const words = { en: { reason_share: 'Buttons' }, de: { reason_share: 'Knöpfe' } };
  expect(look({ ...words, optional: ['reason_share'] }).faults).toEqual([]);
  expect(look({ optional: ['reason_share'] }).faults).toEqual([]);
});

describe('a fault is named with its file, its key and what it is', () => {
  test.each<[string, Parameters<typeof look>[0], string]>([
    ['empty', { de: { look_dark: ' ' } }, 'src/locales/de.json: look_dark: empty; in English: Dark'],
    ['missing in English', { named: ['look_dark', 'look_dim'] }, 'src/locales/en.json: look_dim: missing'],
    ['unused', { en: { old: 'Old' }, de: { old: 'Alt' } }, 'src/locales/en.json: old: nothing in src/ uses it'],
    ['unused family', { named: [] }, 'src/locales/en.json: look_dark: nothing in src/ uses it'],
    ['not in English', { de: { neu: 'Neu' } }, 'src/locales/de.json: neu: English has no such message'],
    ['without its blank', { de: { greeting: 'Hier' } }, 'src/locales/de.json: greeting: has “” where English has “$1”'],
    [
      'with another blank',
      { de: { greeting: 'Clean Copy auf $2' } },
      'src/locales/de.json: greeting: has “$2” where English has “$1”',
    ],
    [
      'with its blank twice',
      { de: { greeting: '$1: Clean Copy auf $1' } },
      'src/locales/de.json: greeting: has “$1 $1” where English has “$1”',
    ],
    ['given too little', { code: CODE.replace(', site', '') }, 'src/popup/a.ts:1: greeting takes 1, is given 0'],
    [
      'given too much',
      { code: CODE.replace('site', 'name(a, [b, c]),\n site,') },
      'src/popup/a.ts:1: greeting takes 1, is given 2',
    ],
    [
      'without a plural form',
      { de: { pieces_one: undefined } },
      'src/locales/de.json: pieces_one: missing; in English: $1 pieces',
    ],
    [
      'with a plural form too many',
      { de: { pieces_few: '$1 Stücke' } },
      'src/locales/de.json: pieces_few: de has no such plural form',
    ],
    ['not translated', { de: { look_dark: 'Dark' } }, 'src/locales/de.json: look_dark: still in English: Dark'],
    ['with the wrong tag', { de: { language_tag: 'de-AT' } }, 'src/locales/de.json: language_tag: must be de'],
    [
      'too long for the stores',
      { de: { extension_description: 'a'.repeat(133) } },
      'src/locales/de.json: extension_description: more than 132 characters',
    ],
    [
      'translated after all',
      { de: { popup_original_line: 'Quelle: $1' } },
      'src/locales/de.json: popup_original_line: not the same as in English; take it off SAME_AS_ENGLISH',
    ],
  ])('%s', (_, given, line) => {
    expect(look(given)).toEqual({ faults: [line], untranslated: new Map() });
  });

  test('a word forgotten in another script', () => {
    const japanese: Messages = {
      ...GERMAN,
      ...LINE.de,
      language_tag: 'ja',
      greeting: '$1 の Clean Copy',
      pieces_other: '$1 個',
      look_dark: 'Dark テーマ',
    };
    const { pieces_one: _, ...rest } = japanese;
    expect(
      look({ more: { ja: { ...rest, extension_description: '隠します', popup_original_line: '元: $1' } } }).faults,
    ).toEqual(['src/locales/ja.json: look_dark: still in English: Dark']);
  });

  test('a form of one number may say it in words, a form of several may not', () => {
    const { pieces_one: _, pieces_other: __, ...rest } = GERMAN;
    const common = {
      ...rest,
      ...LINE.de,
      popup_original_line: 'מקור: $1',
      look_dark: 'כהה',
      extension_description: 'מסתיר',
      greeting: '‏Clean Copy ב־$1',
    };
    const hebrew = { ...common, language_tag: 'he', pieces_one: 'חלק אחד', pieces_two: 'שני חלקים' };
    expect(look({ more: { he: { ...hebrew, pieces_other: '$1 חלקים' } } }).faults).toEqual([]);
    expect(look({ more: { he: { ...hebrew, pieces_other: 'חלקים' } } }).faults).toEqual([
      'src/locales/he.json: pieces_other: has “” where English has “$1”',
    ]);
  });
});
