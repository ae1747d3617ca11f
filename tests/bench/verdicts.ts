import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inUse, oddsFor } from '../../scripts/fit/fit.ts';
import { type Labelled, readAll } from '../../scripts/fit/labelled.ts';
import {
  articlesOf,
  type Judged,
  judgedBy,
  kindOf,
  leavingOut,
  logLoss,
  reliability,
} from '../../scripts/fit/score.ts';
import { ROOT } from '../../scripts/paths.ts';
import { SIGNAL_RULES } from '../../src/engine/repost/signals/index.ts';
import { MIN_LIKELY_REPOST, MIN_REPOST } from '../../src/engine/repost/weights.ts';
import type { Bench } from './bench.ts';
import { sum, type Table } from './table.ts';

const SHARED = join(ROOT, '../shared');
const KINDS = ['repost', 'likely-repost', 'syndicated', 'none', 'not-article'] as const;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Verdicts on pages whose origin is known, how far they can be trusted, and whether the original is right. */
export const verdicts: Bench = {
  name: 'verdicts',
  async run() {
    if (!existsSync(join(SHARED, 'corpus'))) throw new Error(`no labelled pages in ${SHARED}`);
    const pages = await readAll(SHARED, { withPrefilter: true });
    const model = inUse();
    const now = judgedBy(articlesOf(pages), ({ signals }) => oddsFor(signals, model));
    const ways: readonly (readonly [string, readonly Judged[]])[] = [
      ['weights in use', now],
      ['without its template or site', leavingOut(pages, 'template')],
      ['without its language', leavingOut(pages, 'language')],
    ];
    return [
      verdictTable(pages, ways),
      signalTable(pages),
      glances(pages),
      calibration(ways),
      originals(pages, now),
      speed(pages),
    ];
  },
};

/** The pages of each set and label, those left out that people do not agree about. */
function groupsOf(pages: readonly Labelled[]): [string, Labelled[]][] {
  const groups = new Map<string, Labelled[]>();
  for (const page of pages) if (!page.ambiguous) groups.set(kindOf(page), [...(groups.get(kindOf(page)) ?? []), page]);
  return [...groups];
}

function verdictTable(pages: readonly Labelled[], ways: readonly (readonly [string, readonly Judged[]])[]): Table {
  const groups = groupsOf(pages);
  const rows = ways.flatMap(([way, judged]) => {
    const kindOfPage = new Map(judged.map(({ page, kind }) => [page as Labelled, kind]));
    return groups.map(([was, all]) => {
      const kinds = all.map((page) => kindOfPage.get(page) ?? verdictWithout(page));
      return [way, was, all.length, ...KINDS.map((kind) => kinds.filter((one) => one === kind).length)];
    });
  });
  return {
    title: 'Verdicts by what the pages are labelled',
    columns: ['weights', 'labelled', 'pages', ...KINDS],
    rows,
    notes: [
      'Made: pages that we made after the ways of copying tools. Real: pages as people met them; reposts that name no source anywhere are left out. Publisher and news: articles at their own addresses, some of them wire stories; none may be a repost. Ambiguous pages are left out. Without its template, site or language: each page judged by weights that were fitted to the others.',
      'Pages labelled not-article on which an article was found are judged like articles with the weights in use.',
    ],
  };
}

/** How often each Signal is seen. */
function signalTable(pages: readonly Labelled[]): Table {
  const articles = articlesOf(pages);
  const isReal = ({ set }: Labelled) => set === 'real';
  const isOrdinary = ({ set }: Labelled) => set === 'publisher' || set === 'news';
  const groups = [
    articles.filter((page) => isReal(page) && page.label === 'repost'),
    articles.filter((page) => isReal(page) && page.label !== 'repost'),
    articles.filter(isOrdinary),
  ];
  return {
    title: 'How often each Signal is seen',
    columns: ['signal', 'real reposts', 'real others', 'publishers and news'],
    rows: [
      ['articles', ...groups.map(({ length }) => length)],
      ...SIGNAL_RULES.map(({ id }) => [
        id,
        ...groups.map((group) => group.filter(({ signals }) => signals.includes(id)).length),
      ]),
    ],
  };
}

/** Pages that are looked at in a browser, and those that a glance lets off. */
function glances(pages: readonly Labelled[]): Table {
  return {
    title: 'Pages that are looked at after a glance',
    columns: ['labelled', 'pages', 'looked at'],
    rows: groupsOf(pages).map(([was, all]) => [was, all.length, all.filter(({ lookedAt }) => lookedAt).length]),
    notes: ['The others are not looked at before somebody asks about them.'],
  };
}

/** For pages that no model is asked about: no article was found, or the label says that there is none. */
function verdictWithout({ signals }: Labelled) {
  return signals
    ? judgedBy(articlesOf([{ ...NONE, signals }]), () => oddsFor(signals, inUse()))[0]?.kind
    : 'not-article';
}

const NONE: Labelled = {
  id: '',
  set: 'made',
  label: 'none',
  template: '',
  language: '',
  ambiguous: false,
  originalUrl: null,
  signals: null,
  original: null,
  lookedAt: true,
  blocks: 0,
  verdict: 0,
};

function calibration(ways: readonly (readonly [string, readonly Judged[]])[]): Table {
  return {
    title: 'How far the probability of a repost can be trusted',
    columns: ['weights', 'log loss', 'probability', 'pages', 'said', 'were reposts'],
    rows: ways.flatMap(([way, judged]) =>
      reliability(judged).map(({ from, to, pages, said, were }) => [
        way,
        logLoss(judged).toFixed(3),
        `${from}–${to}`,
        pages,
        percent(said),
        percent(were),
      ]),
    ),
    notes: [
      `likely-repost from ${MIN_LIKELY_REPOST}, repost from ${MIN_REPOST}. Log loss in nats; guessing the share of reposts gives about 0.6.`,
    ],
  };
}

function originals(pages: readonly Labelled[], judged: readonly Judged[]): Table {
  const given = pages.filter(({ label, originalUrl }) => label === 'repost' && originalUrl);
  const said = given.map((page) => {
    const kind = judged.find((one) => one.page === page)?.kind;
    return kind === 'repost' || kind === 'likely-repost' ? (page.original?.url ?? null) : null;
  });
  const exact = said.filter((url, i) => url === given[i]?.originalUrl).length;
  const missing = said.filter((url) => url === null).length;
  // Only a certain original of a repost takes a tab there by itself.
  const certain = given.filter(
    (page) => page.original?.isCertain && judged.find((one) => one.page === page)?.kind === 'repost',
  );
  const certainAndExact = certain.filter(({ original, originalUrl }) => original?.url === originalUrl);
  return {
    title: 'The original of reposts that give one',
    columns: ['pages', 'exact', 'missing', 'wrong', 'share exact', 'certain', 'of these exact'],
    rows: [
      [
        given.length,
        exact,
        missing,
        given.length - exact - missing,
        percent(exact / given.length),
        certain.length,
        certainAndExact.length,
      ],
    ],
    notes: [
      `Certain on pages that are none by their label, and are taken for a repost: ${
        pages.filter(
          (page) =>
            page.label !== 'repost' &&
            !page.ambiguous &&
            page.original?.isCertain &&
            judged.find((one) => one.page === page)?.kind === 'repost',
        ).length
      }.`,
    ],
  };
}

function speed(pages: readonly Labelled[]): Table {
  const articles = pages.filter(({ signals }) => signals);
  const [blocks, verdict] = [sum(articles.map((page) => page.blocks)), sum(articles.map((page) => page.verdict))];
  return {
    title: 'Time of Signals and Verdict beside the block pass',
    columns: ['pages', 'blocks ms', 'verdict ms', 'verdict / blocks'],
    rows: [[articles.length, blocks.toFixed(0), verdict.toFixed(0), (verdict / blocks).toFixed(2)]],
    notes: ['First call on each page, in jsdom, where a DOM is slow; the table of stages has real Chromium.'],
  };
}
