/** Reports as the content script would give them, for looking at the popup without a page. Texts are our own. */
import type { Report } from '../../../src/messages.ts';

const signal = (
  id: string,
  quote: string,
  weight: number,
  direction: 'repost' | 'syndicated' | 'against' = 'repost',
) => ({ id, quote, weight, direction });

const piece = (kind: Report['pieces'][number]['kind'], text: string) => ({ kind, text });

const repost: Report = {
  url: 'https://daily-mirror-of-news.example/harbour-lights/',
  loading: false,
  tooLarge: false,
  hasSelection: false,
  mode: 'auto',
  cleaning: 'cleaned',
  hidden: 5,
  peeking: false,
  verdict: {
    kind: 'repost',
    confidence: 0.99,
    signals: [
      signal('template-token', '[ad_1]', 3.2),
      signal('source-link', 'Source link', 2.9),
      signal('headline-twice', 'Harbour lights go out for a night of stars', 1.1),
      signal('placeholder-byline', 'admin', 0.6),
      signal('own-links', 'daily-mirror-of-news.example', -0.4, 'against'),
    ],
  },
  original: { url: 'https://www.harbour-gazette.example/2024/03/lights-out', publisher: null, via: null },
  article: {
    headline: 'Harbour lights go out for a night of stars',
    publisher: 'Daily Mirror of News',
    byline: 'Mara Ellison',
    published: '2024-03-12T09:30:00+00:00',
    language: 'en',
    dir: 'ltr',
    words: 820,
    readingMinutes: 4,
  },
  summary: {
    description: null,
    gist: [
      'The harbour town of Elmouth switched off its street lamps on Saturday night so that its people could see the Milky Way for the first time in forty years.',
    ],
    points: [
      'More than 3,000 people came down to the quay with blankets and telescopes.',
      'The council expects to save 12,000 pounds a year if the lamps stay off after midnight.',
      'Fishermen asked for the beacon on the outer pier to stay lit, and it did.',
    ],
  },
  pieces: [
    piece('ad-token', '[ad_1]'),
    piece('ad-token', '[ad_2]'),
    piece('source-link', 'Source link'),
    piece('duplicate-headline', 'Harbour lights go out for a night of stars'),
    piece('comment-form', 'Leave a Reply Your email address will not be published. Required fields are marked *'),
  ],
};

const arabic: Report = {
  ...repost,
  url: 'https://akhbar-alyawm.example/archives/5512',
  original: { url: 'https://news.alwaha.example/ar/story/2024/03/1129', publisher: null, via: null },
  verdict: {
    ...repost.verdict,
    signals: [
      signal('template-token', '[ad_1]', 3.2),
      signal('source-link', 'Source link', 2.9),
      signal('headline-twice', 'مكتبة القرية تفتح أبوابها بعد ثلاث سنوات من الترميم', 1.1),
    ],
  },
  article: {
    headline: 'مكتبة القرية تفتح أبوابها بعد ثلاث سنوات من الترميم',
    publisher: 'أخبار اليوم المحلية',
    byline: null,
    published: '2024-03-12',
    language: 'ar',
    dir: 'rtl',
    words: 512,
    readingMinutes: 3,
  },
  summary: {
    description: 'بعد ثلاث سنوات من العمل عادت المكتبة الحجرية القديمة إلى أهل القرية وزوارها.',
    gist: [
      'افتتحت المكتبة العامة في القرية أبوابها من جديد يوم الثلاثاء بعد ترميم استمر ثلاث سنوات وشارك فيه أكثر من مئتي متطوع.',
    ],
    points: [
      'تضم المكتبة اليوم نحو 14,000 كتاب، منها مخطوطات نادرة تبرعت بها عائلات من القرية.',
      'وقالت مديرة المكتبة ليلى الحداد إن قاعة الأطفال ستبقى مفتوحة طوال أيام الأسبوع.',
    ],
  },
  pieces: [
    piece('ad-token', '[ad_1]'),
    piece('ad-token', '[ad_2]'),
    piece('source-link', 'Source link'),
    piece('duplicate-headline', 'مكتبة القرية تفتح أبوابها بعد ثلاث سنوات من الترميم'),
    piece('comment-form', 'Leave a Reply Cancel reply Your email address will not be published.'),
  ],
};

const likely: Report = {
  ...repost,
  cleaning: 'offered',
  verdict: { kind: 'likely-repost', confidence: 0.7, signals: repost.verdict.signals.slice(2) },
  original: { url: null, publisher: null, via: 'feeds.redirector.example' },
};

const original: Report = {
  ...repost,
  cleaning: 'offered',
  verdict: { kind: 'none', confidence: 0.98, signals: [] },
  original: null,
  pieces: [],
};

const syndicated: Report = {
  ...repost,
  verdict: {
    kind: 'syndicated',
    confidence: 0.9,
    signals: [signal('agency-byline', 'By the Northern Wire Service', 2.4, 'syndicated')],
  },
  original: { url: null, publisher: 'Northern Wire Service', via: null },
  pieces: [],
};

const long = 'An extraordinarily detailed account of everything that happened ';
const endless: Report = {
  ...repost,
  original: { url: `https://${'very-long-label-of-a-host.'.repeat(7)}example/`, publisher: null, via: null },
  article: {
    headline: `${long.repeat(4)}and Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft`,
    publisher: 'The Combined Gazette, Advertiser, Chronicle and Intelligencer of the Northern and Western Counties',
    byline: 'Alexandra Featherstonehaugh-Cholmondeley, Bartholomew Winterbottom and Christiana Wolfeschlegelstein',
    published: '2024-03-12T09:30:00+00:00',
    language: 'en',
    dir: 'ltr',
    words: 48000,
    readingMinutes: 212,
  },
  summary: {
    description: `${long.repeat(5)}.`,
    gist: [`${long.repeat(3)}was published.`, `${long.repeat(3)}was read.`],
    points: [1, 2, 3, 4, 5].map((number) => `${number}. ${long.repeat(5)}was kept.`),
  },
  pieces: Array.from({ length: 240 }, (_, index) =>
    piece(
      (['ad-token', 'related', 'share', 'newsletter', 'comments', 'ad-slot', 'ad-label'] as const)[index % 7] ??
        'share',
      long.repeat(3),
    ),
  ),
};

/** By name. `null`: the tab does not answer. */
export const REPORTS: Readonly<Record<string, Report>> = {
  repost,
  arabic,
  likely,
  original,
  syndicated,
  endless,
  named: { ...repost, original: { url: null, publisher: 'Harbour Gazette', via: null } },
  peeking: { ...repost, peeking: true },
  paused: { ...repost, cleaning: 'paused' },
  'gave-up': { ...repost, cleaning: 'gave-up' },
  arriving: { ...repost, loading: true },
  'no-article': {
    ...original,
    article: null,
    summary: null,
    verdict: { kind: 'not-article', confidence: 1, signals: [] },
  },
  'too-large': {
    ...original,
    tooLarge: true,
    article: null,
    summary: null,
    verdict: { kind: 'not-article', confidence: 1, signals: [] },
  },
  loading: {
    ...original,
    loading: true,
    article: null,
    summary: null,
    verdict: { kind: 'not-article', confidence: 0, signals: [] },
  },
};
