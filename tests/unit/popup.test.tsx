import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../src/messages.ts';

const messages: Record<string, string> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../src/locales/en.json'), 'utf8'),
);
let tag = 'en';

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: {
      getMessage: (key: string, values: string | string[] = []) =>
        key === 'language_tag'
          ? tag
          : (messages[key] ?? '').replace(/\$(\d)/g, (_, place) => [values].flat()[Number(place) - 1] ?? ''),
    },
  },
}));

const { dateText, plainName, safeHost, webAddress } = await import('../../src/formats/fit-to-show.ts');
const { stateOf } = await import('../../src/popup/state.ts');
const { direction, plural, word } = await import('../../src/locales/t.ts');

beforeEach(() => {
  tag = 'en';
});

const article: Report['article'] = {
  headline: 'Lamps go out',
  publisher: null,
  byline: null,
  published: null,
  language: 'en',
  dir: 'ltr',
  words: 10,
  readingMinutes: 1,
};

const report: Report = {
  url: 'https://copies.example/lamps',
  loading: false,
  tooLarge: false,
  hasSelection: false,
  mode: 'auto',
  cleaning: 'cleaned',
  hidden: 0,
  peeking: false,
  verdict: { kind: 'repost', confidence: 1, signals: [] },
  original: { url: 'https://harbour.example/lamps', publisher: null, via: null },
  article,
  summary: null,
  pieces: [],
};

describe('the state', () => {
  const facts = {
    known: true,
    site: 'copies.example',
    area: 'copies.example',
    paths: [],
    mode: 'auto',
    access: true,
    waiting: false,
    patient: true,
    report: null,
    entry: 'open',
  } as const;
  const bare = { ...report, article: null };

  test.each([
    ['article', { ...facts, report }],
    ['article', { ...facts, mode: 'off', report }],
    ['article', { ...facts, report: { ...report, loading: true } }],
    ['no-article', { ...facts, report: bare }],
    ['loading', { ...facts, report: { ...bare, loading: true } }],
    ['loading', { ...facts, patient: false, report: { ...bare, loading: true } }],
    ['no-article', { ...facts, patient: false, waiting: true, report: { ...bare, loading: true } }],
    ['too-large', { ...facts, report: { ...bare, tooLarge: true } }],
    ['off', { ...facts, mode: 'off' }],
    ['off', { ...facts, mode: 'off', waiting: true }],
    ['loading', { ...facts, waiting: true }],
    ['unreachable', facts],
    ['no-article', { ...facts, entry: 'not-html' }],
    ['barred', { ...facts, entry: 'barred' }],
    ['barred', { ...facts, mode: 'off', site: null }],
    ['barred', { ...facts, site: null, waiting: true }],
    ['loading', { ...facts, known: false, site: null, waiting: true }],
    ['no-access', { ...facts, access: false }],
    ['no-access', { ...facts, access: false, site: null }],
  ] as const)('%s %#', (is, given) => {
    expect(stateOf(given).is).toBe(is);
  });
});

describe('addresses', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://files.example/',
    'about:blank',
    '/x',
    '',
    null,
  ])('%s is not opened', (url) => {
    expect(webAddress(url)).toBeNull();
  });

  test.each([
    ['https://www.harbour.example/a', 'harbour.example'],
    ['https://bank.example@harbour.example/', 'harbour.example'],
    ['https://h\u0430rbour.example/', 'xn--hrbour-3nf.example'],
    ['http://harbour.example:8080/', 'harbour.example:8080'],
    ['https://www.example/', 'www.example'],
    [`https://bank.example.${'x'.repeat(60)}.harbour.example/`, /^….{47}$/],
  ])('%s is shown as %s', (url, host) => {
    const address = webAddress(url);
    const shown = address && safeHost(address);
    if (typeof host === 'string') expect(shown).toBe(host);
    else expect(shown).toMatch(host);
  });

  test('a very long host shows its end', () => {
    const address = webAddress(`https://bank.example.${'x'.repeat(60)}.harbour.example/`);
    expect(address && safeHost(address)).toMatch(/harbour\.example$/);
  });
});

test('a name cannot turn the words around it', () => {
  expect(plainName('Harbour\u202E elttazaG\u2066 \n\t Gazette\u0000')).toBe('Harbour elttazaG Gazette');
  expect(plainName('x'.repeat(500))).toHaveLength(80);
  // What joins letters in Persian and pictures in emoji stays.
  expect(plainName('خانه\u200Cها')).toBe('خانه\u200Cها');
});

describe('dates', () => {
  test.each([
    ['2024', '2024'],
    ['2024-03', 'March 2024'],
    ['2024-03-12', 'March 12, 2024'],
    ['2024-03-12T00:00:00Z', 'March 12, 2024'],
    ['2024-03-12T00:00:00.000-08:00', 'March 12, 2024'],
    ['2024-03-12T09:30', 'Mar 12, 2024, 9:30 AM'],
    ['2024-03-12 09:30:15', 'Mar 12, 2024, 9:30 AM'],
    ['2024-03-12T23:30:00Z', 'Mar 13, 2024, 8:30 AM'],
    ['2024-03-12T23:30:00+0900', 'Mar 12, 2024, 11:30 PM'],
    ['last Tuesday', null],
    ['2024-13-45', null],
  ])('%s in Tokyo is %s', (published, shown) => {
    const text = dateText(published, 'en', 'Asia/Tokyo');
    expect(text?.replace(/\s/g, ' ') ?? null).toBe(shown);
  });
});

describe('words', () => {
  test('follow the plural of the language, and fall back to the form that every language has', () => {
    expect(plural('popup_hidden', 1)).toBe('1 thing hidden');
    expect(plural('popup_hidden', 1200)).toBe('1,200 things hidden');
    tag = 'ar';
    expect(plural('popup_hidden', 3)).toMatch(/^[3٣] things hidden$/);
  });

  test('have a direction', () => {
    expect(direction()).toBe('ltr');
    tag = 'fa';
    expect(direction()).toBe('rtl');
  });

  test('for what has none are missing', () => {
    expect(word('signal', 'no-such-signal')).toBeNull();
  });
});
